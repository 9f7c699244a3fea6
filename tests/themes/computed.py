"""Contexts of hub pages that are easier computed than written: made by the pages, of a small network."""

from collections.abc import Mapping
from typing import Any

from chapterhouse.frozen import replace
from chapterhouse.hub_pages import map as map_page
from chapterhouse.hub_pages import search as search_page
from chapterhouse.hub_pages import status as status_page
from chapterhouse.record import Term
from chapterhouse.record_parts import Place
from tests.builders import association, entry, network

_NETWORK = replace(
    network(
        association(
            "stars", [entry("associations/stars/pages/a.md")], name="Stars", regions=("IE-G", "IE-MO")
        ),
        association("lough", name="Lough <for everybody>", regions=("IE-G",)),
        association("young", name="Young", regions=("US-WI",), status="forming", languages=("ga", "en")),
        association("dark", name="Dark", location=Place(latitude=48.9, longitude=2.4)),
        topics={"comets": Term(label="Comets"), "moon": Term(label="The Moon")},
    ),
    has_status_page=True,
)


def _context(module: Any) -> Mapping[str, Any]:
    (page,) = module.pages(_NETWORK)
    return {"title": page.title, "summary": page.summary, **page.context}


MAP = _context(map_page)
SEARCH = _context(search_page)
STATUS = _context(status_page)
