"""Markdown with parts as it is shown by the base theme, on the site of a sample association."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from chapterhouse.content_types import page
from chapterhouse.entries import Entry
from chapterhouse.load.markdown import Rendered, render
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.render.body import Addresses, fill
from chapterhouse.render.environment import environment
from chapterhouse.render.items import Image
from chapterhouse.render.parts import Shelf, show
from tests.themes import sample
from tests.themes.test_base import THEME

FOLDER = "associations/stars"
PATH = f"{FOLDER}/pages/about.md"
LISTINGS = {
    "event": [*sample.EVENTS],
    "news": [*sample.NEWS],
    "resource": [*sample.RESOURCES],
    "person": [*sample.PEOPLE],
}
ADDRESSES = Addresses(
    entries={f"{FOLDER}/pages/join.md": "/stars/join/"},
    files={
        f"{FOLDER}/images/{name}.png": Image(href=f"/stars/images/{name}.png", alt="", width=60, height=40)
        for name in ("evening", "moon")
    },
)


def read(markdown: str) -> Rendered:
    """Return what load makes of Markdown."""
    return render(markdown, path=PATH, first_line=1, network=sample.NETWORK)


def told(markdown: str) -> list[tuple[str, int, int, str, str]]:
    """Return code, line, column, message and hint of each diagnostic."""
    return [
        (one.code, one.location.line, one.location.column, one.message, one.hint)
        for one in read(markdown).diagnostics
    ]


def markup(
    markdown: str,
    *,
    listings: Mapping[str, list[Any]] = LISTINGS,
    record: Record | NetworkRecord = sample.RECORD,
) -> str:
    """Return the HTML that a page shows for Markdown in which nothing is wrong."""
    found = read(markdown)
    assert found.diagnostics == ()
    entry = Entry(
        path=PATH,
        type="page",
        route="about/",
        language="en",
        fields=page.Fields(title="About"),
        summary="",
        values=found.values,
        parts=found.parts,
    )
    body, missing = fill(found.html, entry, ADDRESSES)
    assert missing == []
    shelf = Shelf(record=record, network=sample.NETWORK, listings=dict(listings))
    names = sample.context("page.html")

    def filled(name: str, more: dict[str, Any]) -> str:
        return str(_templates().get_template(name).render({**names, **more}))

    return show(body, lambda: shelf, filled)


def tree(markdown: str, **further: Any) -> LexborHTMLParser:
    """Return what a page shows for Markdown, to be looked at with selectors."""
    return LexborHTMLParser(markup(markdown, **further))


def words(markdown: str, selector: str, **further: Any) -> list[str]:
    """Return the words of each element that a selector finds."""
    return [" ".join(node.text().split()) for node in tree(markdown, **further).css(selector)]


@cache
def _templates() -> Any:
    return environment((str(THEME),))
