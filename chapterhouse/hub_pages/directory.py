"""The directory: every association of the network by country and region, with what narrows it down."""

from collections.abc import Iterator, Sequence
from typing import Any

from chapterhouse import places
from chapterhouse.exports._once import once
from chapterhouse.hub_pages._apart import HEAVIEST, rows_file, weight
from chapterhouse.hub_pages._facets import Facet, facets, letters, marks
from chapterhouse.hub_pages._terms import newest_check, region_name, status_text
from chapterhouse.model import Association, HubPage, Network
from chapterhouse.text import slugify
from chapterhouse.vocabulary import member_words
from chapterhouse.words import phrase

ROUTE = "directory/"
PLACES = "data/places.json"
"""What the finder of places loads when somebody uses it: `exports/places_json.py`."""
ELSEWHERE = phrase("Elsewhere")
"""The heading of associations whose regions nobody has written down."""
MOST_CARDS = 150
"""Above this many associations a line each has to do."""
ROWS = ROUTE + "rows.json"
"""What the page's script loads where not everybody fits on the page."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page."""
    total = len(network.associations)
    apart = is_apart(network)
    hrefs = _country_hrefs(network) if apart else {}
    yield HubPage(
        route=ROUTE,
        template="directory.html",
        title=network.words.say("All %(members)s", members=members(network)),
        summary=network.words.say(
            "Every member of %(network)s, by country and region.", network=network.record.name
        ),
        menu=True,
        order=20,
        phrase=phrase("All %(members)s"),
        context={
            "groups": [
                {
                    "title": title,
                    "associations": [] if apart else found,
                    "count": len(found),
                    "href": hrefs.get(title),
                }
                for title, found in _groups(network).items()
            ],
            "facets": [_offer(facet, network) for facet in facets(network)],
            "letters": _offer(letters(network), network)["choices"] if apart else [],
            "rows_href": network.hub.root + ROWS if apart else "",
            "compact": total > MOST_CARDS,
            "places_href": network.hub.root + PLACES,
            "total": total,
            "count": sum(a.record.status in ("active", "forming") for a in network.associations),
            "countries": len(countries(network)),
            "as_of": newest_check(network),
        },
    )


def files(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield what the page's script loads, if not everybody is on the page."""
    if is_apart(network):
        codes = sorted({code for one in network.associations for code in one.record.regions})
        yield ROWS, rows_file(_groups(network), {code.lower(): region_name(code, network) for code in codes})


@once
def is_apart(network: Network) -> bool:
    """Tell whether a page with everybody on it would be heavier than 100 kB."""
    if len(network.associations) <= MOST_CARDS:
        return False
    lines = (card for found in _groups(network).values() for card in found)
    choices = (value.label for facet in facets(network) for value in facet.values)
    return weight(lines, choices) > HEAVIEST


def members(network: Network) -> str:
    """Return what the network calls several of its members, as it stands inside a sentence."""
    return member_words(network.record, network.words)[1]


def countries(network: Network) -> set[str]:
    """Return the countries that active and forming associations serve, as ISO 3166-1 codes."""
    return {
        places.country(region)
        for association in network.associations
        if association.record.status in ("active", "forming")
        for region in association.record.regions
    }


def value_route(facet: str, value: str) -> str:
    """Return the address of the page of everybody who has one value of a facet."""
    return f"{ROUTE}{facet}/{value}/"


def _offer(facet: Facet, network: Network) -> dict[str, Any]:
    return {
        "name": facet.name,
        "label": facet.label,
        "choices": [
            {
                "name": value.name,
                "label": value.label,
                "count": len(value.members),
                "href": network.hub.root + value_route(facet.name, value.name),
            }
            for value in facet.values
        ],
    }


@once
def _groups(network: Network) -> dict[str, list[dict[str, Any]]]:
    """Return everybody by country, countries and associations in the order of the page."""
    groups: dict[str, list[Association]] = {}
    for association in network.associations:
        for title in _titles(association, network):
            groups.setdefault(title, []).append(association)
    order = sorted(groups, key=lambda title: _place(title, network))
    return {title: cards(_sorted(groups[title], network), network) for title in order}


def _country_hrefs(network: Network) -> dict[str, str]:
    """Return the page of each country by its name; none where all are of one country."""
    found = next((facet for facet in facets(network) if facet.name == "country"), None)
    return {one["label"]: one["href"] for one in _offer(found, network)["choices"]} if found else {}


def _titles(association: Association, network: Network) -> list[str]:
    codes = sorted({places.country(region) for region in association.record.regions})
    return [region_name(code, network) for code in codes] or [network.words.say(ELSEWHERE)]


def _place(title: str, network: Network) -> tuple[bool, str, str]:
    """Order countries as a dictionary does, and what has none behind them."""
    return title == network.words.say(ELSEWHERE), slugify(title), title


def _sorted(found: list[Association], network: Network) -> list[Association]:
    return sorted(found, key=lambda a: (not a.record.regions, _regions_text(a, network), a.name))


def _regions_text(association: Association, network: Network) -> str:
    return ", ".join(region_name(code, network) for code in association.record.regions)


def cards(found: Sequence[Association], network: Network) -> list[dict[str, Any]]:
    """Return what lists of associations show of each."""
    known = _cards(network)
    return [known[association.slug] for association in found]


@once
def _cards(network: Network) -> dict[str, dict[str, Any]]:
    return {association.slug: card(association, network) for association in network.associations}


def card(association: Association, network: Network) -> dict[str, Any]:
    """Return what lists of associations show of one."""
    record = association.record
    return {
        "slug": association.slug,
        "name": record.name,
        "label": record.label,
        "href": f"{network.hub.root}{ROUTE}{association.slug}/",
        "site_href": network.hub.link(association.site) if association.has_site else None,
        "website": record.website,
        "status": record.status,
        "status_text": status_text(record.status, network.words),
        "regions_text": _regions_text(association, network),
        "regions": " ".join(record.regions).lower(),
        "marks": marks(network)[association.slug],
        "other_names": [
            name
            for name in (record.label, *record.also_known_as, *record.former_names)
            if name != record.name
        ],
        "joined": record.joined,
        "verified_on": record.verified_on,
        "summary": record.summary or record.mission,
        "unconfirmed": list(record.unconfirmed),
    }
