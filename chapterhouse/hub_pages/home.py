"""The hub's home page: who the members are, by country and region, and a small drawing of where they are."""

from collections.abc import Iterator
from typing import Any

from chapterhouse import atlas, places
from chapterhouse.hub_pages import map as map_page
from chapterhouse.hub_pages._terms import region_name
from chapterhouse.hub_pages.directory import ELSEWHERE, cards
from chapterhouse.model import Association, HubPage, Network
from chapterhouse.network_facts import ALIVE
from chapterhouse.text import slugify

MOST_MEMBERS = 150
"""Above this many the home page leads to the directory instead of listing everybody."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield what the home page says besides its own words, if the network has members."""
    members = [one for one in network.associations if one.record.status in ALIVE]
    if not members:
        return
    yield HubPage(
        route="",
        template="home.html",
        title=network.record.name,
        context={
            "members_by_country": _by_country(members, network) if len(members) <= MOST_MEMBERS else [],
            "drawing": _drawing(members),
            "map_href": network.hub.root + map_page.ROUTE,
        },
        joins_listing=True,
    )


def _by_country(members: list[Association], network: Network) -> list[dict[str, Any]]:
    """Return the members of each country in the order of their regions, the largest country first."""
    found: dict[str, list[dict[str, Any]]] = {}
    elsewhere = network.words.say(ELSEWHERE)
    for member, card in zip(members, cards(members, network), strict=True):
        for code in sorted({places.country(region) for region in member.record.regions}) or [""]:
            title = region_name(code, network) if code else elsewhere
            found.setdefault(title, []).append(
                {
                    "name": card["regions_text"] if card["regions_text"] != title else card["name"],
                    "label": member.record.label if card["regions_text"] not in ("", title) else "",
                    "href": card["site_href"] or card["href"],
                }
            )
    for some in found.values():
        some.sort(key=lambda each: (slugify(each["name"]), each["name"], each["href"]))
    order = sorted(found, key=lambda title: (title == elsewhere, -len(found[title]), slugify(title)))
    return [{"title": title, "members": found[title]} for title in order]


def _drawing(members: list[Association]) -> dict[str, str] | None:
    """Return the view in which most regions are served: what is served, and the rest of the land."""
    codes = {region for member in members for region in member.record.regions}
    served = {
        name: {part for code in codes for part in atlas.parts(code, name)}
        for name in atlas.views()
        if name != atlas.WORLD and any(places.country(code) == name for code in codes)
    }
    if not served:
        return None
    name = max(sorted(served), key=lambda name: len(served[name]))
    view = atlas.views()[name]
    return {
        "box": view.box,
        "land": "".join(view.shapes[part] for part in sorted(view.shapes.keys() - served[name])),
        "served": "".join(view.shapes[part] for part in sorted(served[name])),
    }
