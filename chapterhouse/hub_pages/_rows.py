"""The entries that show on the hub as the templates of lists see them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from chapterhouse.content_types import content_types
from chapterhouse.exports._entries import Shown, newest_first, shown
from chapterhouse.exports._once import once
from chapterhouse.files import digest
from chapterhouse.model import HUB, Network
from chapterhouse.occurrences import Occurrence, next_occurrence, occurrences


class Row(NamedTuple):
    """An entry in a list of the hub; the names are those of `render.items.Item`."""

    title: str
    href: str
    """Its canonical address, as pages of the hub link to it."""
    summary: str
    language: str
    fields: Any
    path: str
    slug: str
    """The association it comes from; `""` is the hub."""
    origin: str
    """The label of that association; empty where the entry is the hub's own."""
    origin_href: str
    co_hosts: tuple[str, ...] = ()
    """The slugs of the other associations that hold it too."""
    fingerprint: str = ""
    """Of everything above but `origin`."""
    when: Occurrence | None = None
    is_past: bool = False

    def at(self, when: Occurrence) -> "Row":
        """Return the entry at one of the times that it happens."""
        return Row(*self[:11], when)

    def at_home(self) -> "Row":
        """Return the entry for a list of its own association's: that need not say whose it is."""
        return Row(*self[:7], "", *self[8:])

    def __repr__(self) -> str:
        """Say in few words which row it is: by these the plan compares pages, and a row stands on many."""
        return f"Row({self.fingerprint!r}, {self.origin!r}, {self.when!r}, {self.is_past})"


@once
def news_rows(network: Network) -> tuple[Row, ...]:
    """Return all news that shows on the hub, the newest first."""
    homes = _homes(network)
    return tuple(_row(one, homes, network) for one in newest_first(network))


@once
def resource_rows(network: Network) -> tuple[Row, ...]:
    """Return every resource that shows on the hub, by title."""
    return tuple(sorted(_rows(network, "resource"), key=lambda row: (row.title.casefold(), row.path)))


@once
def next_events(network: Network) -> tuple[Row, ...]:
    """Return every event that is still to come, once, with its next occurrence, the earliest first."""
    today = date.fromisoformat(network.today)
    found = [
        row.at(when)
        for row, one in _events(network)
        if (when := next_occurrence(one.entry.fields, one.zone, today))
    ]
    return tuple(sorted(found, key=_begin))


@once
def occurrence_rows(network: Network) -> tuple[Row, ...]:
    """Return each time that an event happens, in order, from today to the end of a year of whole months."""
    today = date.fromisoformat(network.today)
    # A whole number of months, so that the list grows on the first of a month and not every day.
    last = date(today.year + 1, today.month, 1)
    found = [
        row.at(when)
        for row, one in _events(network)
        for when in occurrences(one.entry.fields, one.zone, today, last)
        if when.first_day < last
    ]
    return tuple(sorted(found, key=_begin))


def listing_href(network: Network, type_: str) -> str | None:
    """Return where the hub lists a content type in its main language, or None where nothing is listed."""
    main, *others = network.record.languages
    listed = any(
        one.entry.language == main or one.entry.language not in others for one in shown(network, type_)
    )
    return f"{network.hub.root}{content_types()[type_].FOLDER}/" if listed else None


def of_association(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each association by its slug, co-hosts included."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for slug in dict.fromkeys((row.slug, *row.co_hosts)):
            found.setdefault(slug, []).append(row)
    return found


def parts(rows: Sequence[Any], size: int, route: str) -> Iterator[tuple[str, int, Sequence[Any]]]:
    """Yield route, number and rows of each page of a long list; an empty list has one page."""
    for number in range(1, max(1, -(-len(rows) // size)) + 1):
        own = route if number == 1 else f"{route}page/{number}/"
        yield own, number, rows[(number - 1) * size : number * size]


def pager(route: str, number: int, total: int, size: int, root: str) -> dict[str, Any] | None:
    """Return where a page stands among the pages of its list, or None where it is the only one."""
    count = max(1, -(-total // size))
    if count == 1:
        return None
    routes = [part for part, _, _ in parts(range(total), size, route)]
    return {
        "number": number,
        "count": count,
        "newer": root + routes[number - 2] if number > 1 else None,
        "older": root + routes[number] if number < count else None,
    }


def _begin(row: Row) -> tuple[float, str]:
    return (row.when.start.timestamp() if row.when else 0.0, row.path)


@once
def _events(network: Network) -> tuple[tuple[Row, Shown], ...]:
    return tuple(_paired(network, "event"))


@once
def _homes(network: Network) -> dict[str, str]:
    """Return the home page of each association as the hub links to it."""
    return {association.slug: network.hub.link(association.site) for association in network.associations}


def _rows(network: Network, type_: str) -> Iterator[Row]:
    return (row for row, _ in _paired(network, type_))


def _paired(network: Network, type_: str) -> Iterator[tuple[Row, Shown]]:
    homes = _homes(network)
    for one in shown(network, type_):
        yield _row(one, homes, network), one


def _row(one: Shown, homes: dict[str, str], network: Network) -> Row:
    is_own = one.slug == HUB
    entry = one.entry
    facts = (
        entry.title,
        (network.hub.root if is_own else homes[one.slug]) + entry.route,
        one.summary,
        entry.language,
        entry.fields,
        entry.path,
        one.slug,
        "" if is_own else one.origin,
        "" if is_own else homes[one.slug],
        one.co_hosts,
    )
    return Row(*facts, digest(repr(facts).encode("utf-8", "surrogatepass")))
