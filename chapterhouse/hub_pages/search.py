"""The search: a form whose script looks words up in the index of the network, or of a single site."""

from collections.abc import Iterator

from chapterhouse.content_types import content_types
from chapterhouse.hub_pages._terms import language_text
from chapterhouse.model import HubPage, Network
from chapterhouse.text import slugify
from chapterhouse.words import phrase

ROUTE = "search/"
HUB_NAME = "hub"
"""The hub's name in the search."""
TYPES = {
    "association": phrase("Associations"),
    "event": phrase("Events"),
    "news": phrase("News"),
    "page": phrase("Pages"),
    "person": phrase("People"),
    "resource": phrase("Resources"),
}
"""The words for what is found, by content type."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page, unless the network has no search."""
    if not network.has_search:
        return
    yield HubPage(
        route=ROUTE,
        template="search.html",
        title=network.words.say("Search"),
        summary=network.words.say(
            "Search the pages of %(network)s and of its members.", network=network.record.name
        ),
        context={
            "index_href": network.hub.root + ROUTE,
            "directory_href": f"{network.hub.root}directory/",
            "sites": _sites(network),
            "types": _types(network),
            "search_languages": _languages(network),
            "topics": [{"value": name, "label": term.label} for name, term in network.record.topics.items()],
        },
    )


def _sites(network: Network) -> list[dict[str, str]]:
    """Return the sites that can be searched alone, in the order of their names."""
    found = [{"value": one.slug, "label": one.label} for one in network.associations if one.has_site]
    found.sort(key=lambda one: (slugify(one["label"]), one["value"]))
    return [{"value": HUB_NAME, "label": network.record.label}, *found]


def _types(network: Network) -> list[dict[str, str]]:
    """Return what there is to find, in the order of the words."""
    folders = [network.hub_folder, *(one.folder for one in network.associations)]
    there = {name for folder in folders for name, number in folder.counts.items() if number}
    member = network.record.member
    found = {
        name: network.words.say(TYPES.get(name, name.capitalize()))
        for name in content_types()
        if name in there
    }
    if network.associations:
        found["association"] = (
            (member.plural or f"{member.label}s") if member else network.words.say(TYPES["association"])
        )
    return [{"value": name, "label": words} for name, words in sorted(found.items(), key=lambda one: one[1])]


def _languages(network: Network) -> list[dict[str, str]]:
    """Return the languages of all sites, if there are several."""
    codes = {code for one in network.associations for code in one.record.languages} | {
        *network.record.languages
    }
    return [{"value": code, "label": language_text(code)} for code in sorted(codes)] if len(codes) > 1 else []
