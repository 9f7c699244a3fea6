"""The hub's news and resources by topic, reader and language: a page for each, `/news/topic/policy/`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from chapterhouse.content_types import by_folder
from chapterhouse.hub_pages._rows import Row, listing_href, news_rows, pager, parts, resource_rows
from chapterhouse.hub_pages._terms import language_text, term
from chapterhouse.model import HubPage, Network
from chapterhouse.text import slugify
from chapterhouse.vocabulary import listing_title
from chapterhouse.words import phrase

PER_PAGE = 50
LISTS: Mapping[str, Callable[[Network], tuple[Row, ...]]] = {"news": news_rows, "resources": resource_rows}
"""The folders whose listings are narrowed down."""
_ALL = {"news": phrase("All news"), "resources": phrase("All resources")}

Values = dict[str, list[Row]]


def pages(network: Network) -> Iterator[HubPage]:
    """Yield what the listings themselves say besides, and the pages of every value."""
    for folder, rows_of in LISTS.items():
        rows = rows_of(network)
        facets = _facets(rows, network)
        if not facets:
            continue
        offers = [_offer(folder, facet, network) for facet in facets]
        yield HubPage(
            route=f"{folder}/",
            template=f"{by_folder()[folder]}_list.html",
            title=listing_title(folder, network.words),
            context={"facets": offers},
            joins_listing=True,
        )
        for facet in facets:
            for value, some in facet[2].items():
                yield from _value_pages(folder, facet, value, some, network)


def _value_pages(
    folder: str, facet: tuple[str, str, Values], value: str, rows: Sequence[Row], network: Network
) -> Iterator[HubPage]:
    name, label, _ = facet
    words = _words(name, value, network)
    title = listing_title(folder, network.words)
    route = _route(folder, name, value)
    root = network.hub.root
    for own, number, some in parts(rows, PER_PAGE, route):
        yield HubPage(
            route=own,
            template="listing_facet.html",
            title=f"{title}: {words}",
            summary=network.words.say(
                "%(listing)s of %(network)s and its members. %(facet)s: %(value)s.",
                listing=title,
                network=network.record.label,
                facet=label,
                value=words,
            ),
            context={
                "listing": some,
                "listing_type": by_folder()[folder],
                "listing_href": listing_href(network, by_folder()[folder]),
                "listing_all": network.words.say(_ALL[folder]),
                "pagination": pager(route, number, len(rows), PER_PAGE, root),
            },
        )


def _facets(rows: Iterable[Row], network: Network) -> list[tuple[str, str, Values]]:
    """Return name, label and rows by value of each facet that tells some rows from others."""
    rows = tuple(rows)
    say = network.words.say
    found = [
        ("topic", say("Topic"), _by(rows, lambda row: row.fields.topics, network.record.topics)),
        (
            "audience",
            say("For whom"),
            _by(rows, lambda row: row.fields.intended_for, network.record.audiences),
        ),
        ("language", say("Language"), _by(rows, _languages, {})),
    ]
    return [facet for facet in found if any(len(some) < len(rows) for some in facet[2].values())]


def _by(rows: Iterable[Row], values_of: Callable[[Row], Iterable[str]], terms: Mapping[str, Any]) -> Values:
    values: Values = {}
    for row in rows:
        for value in dict.fromkeys(values_of(row)):
            values.setdefault(value, []).append(row)
    rank = {code: number for number, code in enumerate(terms)}
    order = sorted(values, key=lambda code: (rank.get(code, len(rank)), code))
    return {code: values[code] for code in order}


def _languages(row: Row) -> tuple[str, ...]:
    """Return the languages of a resource where they are named, or the one that an entry is written in."""
    return getattr(row.fields, "languages", ()) or (row.language,)


def _offer(folder: str, facet: tuple[str, str, Values], network: Network) -> dict[str, Any]:
    name, label, values = facet
    return {
        "name": name,
        "label": label,
        "choices": [
            {
                "name": value,
                "label": _words(name, value, network),
                "count": len(rows),
                "href": network.hub.root + _route(folder, name, value),
            }
            for value, rows in values.items()
        ],
    }


def _words(facet: str, value: str, network: Network) -> str:
    if facet == "language":
        return language_text(value)
    terms = {"topic": network.record.topics, "audience": network.record.audiences}.get(facet, {})
    return term(value, terms) or value


def _route(folder: str, facet: str, value: str) -> str:
    return f"{folder}/{facet}/{slugify(value)}/"
