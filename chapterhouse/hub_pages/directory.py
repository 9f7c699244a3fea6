"""The directory: every association of the network, grouped by country and region."""

from collections.abc import Iterator
from typing import Any

from chapterhouse import places
from chapterhouse.hub_pages._terms import newest_check, region_name, status_text
from chapterhouse.model import Association, HubPage, Network
from chapterhouse.text import slugify

ROUTE = "directory/"
ELSEWHERE = "Elsewhere"
"""The heading of associations whose regions nobody has written down."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page."""
    groups: dict[str, list[Association]] = {}
    for association in network.associations:
        for title in _titles(association, network):
            groups.setdefault(title, []).append(association)
    member = network.record.member
    plural = (member.plural or f"{member.label}s" if member else "associations").lower()
    yield HubPage(
        route=ROUTE,
        template="directory.html",
        title=f"All {plural}",
        summary=f"Every member of {network.record.name}, by country and region.",
        menu=True,
        order=20,
        context={
            "groups": [
                {"title": title, "associations": [card(a, network) for a in _sorted(groups[title], network)]}
                for title in sorted(groups, key=_place)
            ],
            "count": sum(a.record.status in ("active", "forming") for a in network.associations),
            "countries": len(countries(network)),
            "as_of": newest_check(network),
        },
    )


def countries(network: Network) -> set[str]:
    """Return the countries that active and forming associations serve, as ISO 3166-1 codes."""
    return {
        places.country(region)
        for association in network.associations
        if association.record.status in ("active", "forming")
        for region in association.record.regions
    }


def _titles(association: Association, network: Network) -> list[str]:
    codes = sorted({places.country(region) for region in association.record.regions})
    return [region_name(code, network) for code in codes] or [ELSEWHERE]


def _place(title: str) -> tuple[bool, str, str]:
    """Order countries as a dictionary does, and what has none behind them."""
    return title == ELSEWHERE, slugify(title), title


def _sorted(found: list[Association], network: Network) -> list[Association]:
    return sorted(found, key=lambda a: (_regions_text(a, network), a.name))


def _regions_text(association: Association, network: Network) -> str:
    return ", ".join(region_name(code, network) for code in association.record.regions)


def card(association: Association, network: Network) -> dict[str, Any]:
    """Return what lists of associations show of one."""
    record = association.record
    return {
        "name": record.name,
        "label": record.label,
        "href": network.hub.link(network.hub, f"{ROUTE}{association.slug}/"),
        "site_href": network.hub.link(association.site) if association.has_site else None,
        "website": record.website,
        "status": record.status,
        "status_text": status_text(record.status),
        "regions_text": _regions_text(association, network),
        "summary": record.summary or record.mission,
        "unconfirmed": list(record.unconfirmed),
    }
