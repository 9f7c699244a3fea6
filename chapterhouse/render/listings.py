"""Listing pages: the entries of one content type, own and placed, sorted and cut into pages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from chapterhouse.frozen import frozen
from chapterhouse.model import Site
from chapterhouse.render.items import Item, href

PER_PAGE = 50
"""Items of one listing page."""
MOST_COMING = 200
"""Events to come on a listing page; the calendar of the hub has them all."""
PAGINATED = frozenset({"news"})
"""Content types whose listings grow for ever."""


@frozen
class Pagination:
    """Where a listing page stands among the pages of its listing."""

    number: int
    count: int
    newer: str | None
    """The address of the page before this one."""
    older: str | None
    """The address of the page behind this one."""


class Part(NamedTuple):
    """One page of a listing."""

    route: str
    items: tuple[Item, ...]
    upcoming: tuple[Item, ...] = ()
    past: tuple[Item, ...] = ()
    pagination: Pagination | None = None


def listing_items(name: str, items: Iterable[Item]) -> list[Item]:
    """Return the items of a content type in the order in which its listing shows them."""
    found = [item for item in items if item.type == name]
    match name:
        case "news":
            found.sort(key=lambda item: item.path)
            found.sort(key=lambda item: item.fields.date, reverse=True)
        case "event":
            found = [*upcoming(found), *past(found)]
        case "person":
            found.sort(key=lambda i: (i.fields.group or "", i.fields.order, i.title.casefold(), i.path))
        case _:
            found.sort(key=lambda item: (item.title.casefold(), item.path))
    return found


def upcoming(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the events that are under way or to come, the next one first."""
    coming = [item for item in items if not item.is_past and item.when]
    return tuple(sorted(coming, key=lambda item: (_start(item), item.path)))


def past(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the events that have passed, the latest first."""
    gone = sorted((item for item in items if item.is_past), key=lambda item: item.path)
    return tuple(sorted(gone, key=_start, reverse=True))


def listing(name: str, items: Sequence[Item], route: str, site: Site) -> Iterator[Part]:
    """Yield the pages of a listing: `/news/`, `/news/page/2/`."""
    if name == "event":
        yield from _event_parts(items, route, site)
        return
    size = PER_PAGE if name in PAGINATED else max(len(items), 1)
    count = -(-len(items) // size)
    for number in range(1, count + 1):
        yield Part(
            route=_part_route(route, number),
            items=tuple(items[(number - 1) * size : number * size]),
            pagination=_pagination(route, number, count, site) if count > 1 else None,
        )


def _event_parts(items: Sequence[Item], route: str, site: Site) -> Iterator[Part]:
    """Yield what is to come on the first page, and what has passed, which only grows, on several."""
    coming, gone = upcoming(items), past(items)
    count = max(1, -(-len(gone) // PER_PAGE))
    for number in range(1, count + 1):
        some = gone[(number - 1) * PER_PAGE : number * PER_PAGE]
        first = coming[:MOST_COMING] if number == 1 else ()
        yield Part(
            route=_part_route(route, number),
            items=(*first, *some),
            upcoming=first,
            past=some,
            pagination=_pagination(route, number, count, site) if count > 1 else None,
        )


def newest(items: Iterable[Item]) -> str:
    """Return the newest day that items were dated or updated on, or an empty text."""
    days = (getattr(item.fields, "updated", None) or getattr(item.fields, "date", None) for item in items)
    return max((day[:10] for day in days if day), default="")


def _start(item: Item) -> float:
    # An event of which every day is skipped never happens and has no time.
    return item.when.start.timestamp() if item.when else 0.0


def _part_route(route: str, number: int) -> str:
    return route if number == 1 else f"{route}page/{number}/"


def _pagination(route: str, number: int, count: int, site: Site) -> Pagination:
    return Pagination(
        number=number,
        count=count,
        newer=href(site, _part_route(route, number - 1)) if number > 1 else None,
        older=href(site, _part_route(route, number + 1)) if number < count else None,
    )
