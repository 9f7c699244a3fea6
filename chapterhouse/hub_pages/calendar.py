"""The calendar: what happens in the network in the coming twelve months, as a list and month by month."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from chapterhouse.calendars import event_file
from chapterhouse.exports._once import once
from chapterhouse.exports.events_ics import FILE
from chapterhouse.hub_pages._rows import Row, listing_href, occurrence_rows, pager, parts
from chapterhouse.hub_pages._terms import language_text, term
from chapterhouse.model import HubPage, Network
from chapterhouse.vocabulary import month_name

ROUTE = "calendar/"
MONTHS = 12
PER_PAGE = 200
"""How many times of events a page lists."""
IN_A_DAY = 4
"""How many events a day of the month's table names."""
SUNDAY_FIRST = frozenset({"en", "en-us"})
"""Languages whose weeks begin on Sunday; all others begin on Monday."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the list of what comes next, and a page for each month where anything comes."""
    rows = occurrence_rows(network)
    months = _months(network)
    offers = [
        {"id": month, "href": f"{network.hub.root}{ROUTE}{month}/", "count": len(found)}
        for month, found in months.items()
    ]
    yield HubPage(
        route=ROUTE,
        template="calendar.html",
        title=network.words.say("Calendar"),
        summary=network.words.say(
            "Coming events of %(network)s and its members.", network=network.record.label
        ),
        menu=bool(rows),
        order=210,
        instead_of="events/",
        context={
            **_context(rows[:PER_PAGE], network),
            "months": offers if rows else [],
            "more": len(rows) > PER_PAGE,
        },
    )
    if rows:
        for month, found in months.items():
            yield from _month_pages(month, found, offers, network)


@once
def _months(network: Network) -> dict[str, list[Row]]:
    """Return what happens in each of the coming months; what goes on for days is in each month it touches."""
    today = date.fromisoformat(network.today)
    names = [
        f"{today.year + (today.month - 1 + n) // 12}-{(today.month - 1 + n) % 12 + 1:02}"
        for n in range(MONTHS)
    ]
    months: dict[str, list[Row]] = {name: [] for name in names}
    for row in occurrence_rows(network):
        if row.when is None:
            continue
        first, last = (day.isoformat()[:7] for day in (row.when.first_day, row.when.last_day))
        for name in names:
            if first <= name <= last:
                months[name].append(row)
    return months


def _month_pages(
    month: str, rows: Sequence[Row], offers: Sequence[Mapping[str, Any]], network: Network
) -> Iterator[HubPage]:
    route = f"{ROUTE}{month}/"
    root = network.hub.root
    place = next(number for number, offer in enumerate(offers) if offer["id"] == month)
    weeks = _weeks(month, rows, network)
    name = month_name(month, network.words.language)
    words = network.words
    for own, number, some in parts(rows, PER_PAGE, route):
        yield HubPage(
            route=own,
            template="calendar.html",
            title=words.say("Calendar: %(month)s", month=name),
            summary=words.say(
                "Events of %(network)s and its members in %(month)s.",
                network=network.record.label,
                month=name,
            ),
            context={
                **_context(some, network, month),
                "months": offers,
                "month": month,
                "weeks": weeks if number == 1 else [],
                "before": offers[place - 1] if place else None,
                "after": offers[place + 1] if place + 1 < len(offers) else None,
                "calendar_href": root + ROUTE,
                "pagination": pager(route, number, len(rows), PER_PAGE, root),
            },
        )


def _context(rows: Iterable[Row], network: Network, month: str = "") -> dict[str, Any]:
    rows = tuple(rows)
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row.when:
            begins = max(row.when.first_day.isoformat(), network.today)[:7]
            groups.setdefault(month or begins, []).append(_entry(row))
    return {
        "groups": groups,
        "facets": _facets(rows, network),
        "month": "",
        "months": [],
        "weeks": [],
        "before": None,
        "after": None,
        "calendar_href": "",
        "more": False,
        "pagination": None,
        "feed_href": network.hub.root + FILE,
        "events_href": listing_href(network, "event"),
        "total": len(rows),
    }


def _entry(row: Row) -> dict[str, Any]:
    return {
        "item": row,
        "marks": " ".join(f"{facet}:{value}" for facet, values in _values(row) for value in values),
        "ics_href": event_file(row.href),
    }


def _values(row: Row) -> list[tuple[str, tuple[str, ...]]]:
    fields = row.fields
    way = ("online",) * bool(fields.online) + ("in-person",) * bool(fields.venue)
    return [
        ("association", (row.slug or "hub", *row.co_hosts)),
        ("audience", fields.intended_for),
        ("way", way),
        ("language", (row.language,)),
    ]


def _facets(rows: Iterable[Row], network: Network) -> list[dict[str, Any]]:
    """Return what a list can be narrowed down by: only where there are two values or more."""
    used: dict[str, dict[str, None]] = {}
    for row in rows:
        for facet, values in _values(row):
            used.setdefault(facet, {}).update(dict.fromkeys(values))
    labels = _labels(network)
    member = network.record.member
    say = network.words.say
    found: list[tuple[str, str, Mapping[str, str | None]]] = [
        (
            "association",
            member.label if member else say("Association"),
            {slug: labels.get(slug) for slug in used.get("association", ())},
        ),
        (
            "audience",
            say("For whom"),
            {code: term(code, network.record.audiences) for code in used.get("audience", ())},
        ),
        ("way", say("How"), {"online": say("Online"), "in-person": say("In person")}),
        ("language", say("Language"), {code: language_text(code) for code in used.get("language", ())}),
    ]
    facets = [
        {"name": name, "label": label, "choices": _ordered(used.get(name, ()), words)}
        for name, label, words in found
    ]
    return [facet for facet in facets if len(facet["choices"]) > 1]


@once
def _labels(network: Network) -> dict[str, str]:
    """Return the name that people use for each association, and for the hub."""
    return {
        "hub": network.record.label,
        **{association.slug: association.label for association in network.associations},
    }


def _ordered(values: Iterable[str], words: Mapping[str, str | None]) -> list[dict[str, str]]:
    named = [{"name": value, "label": words.get(value) or value} for value in values]
    return sorted(named, key=lambda one: (one["label"].casefold(), one["name"]))


def _weeks(month: str, rows: Sequence[Row], network: Network) -> list[list[dict[str, Any]]]:
    """Return the weeks of a month, each day with what happens on it."""
    year, number = int(month[:4]), int(month[5:])
    first = date(year, number, 1)
    begins = 6 if network.record.languages[0].lower() in SUNDAY_FIRST else 0
    by_day: dict[date, list[Row]] = {}
    for row in rows:
        for day in _days(row, first):
            by_day.setdefault(day, []).append(row)
    return [
        [
            {
                "day": day.isoformat(),
                "is_inside": day.month == number,
                "rows": by_day.get(day, [])[:IN_A_DAY],
                "more": max(0, len(by_day.get(day, [])) - IN_A_DAY),
            }
            for day in week
        ]
        for week in weeks_of(first, begins)
    ]


def weeks_of(first: date, begins: int) -> Iterator[list[date]]:
    """Yield the weeks of which a month has any day; they begin on Monday, 0, or Sunday, 6."""
    day = first - timedelta(days=(first.weekday() - begins) % 7)
    while day <= first or day.month == first.month:
        yield [day + timedelta(days=number) for number in range(7)]
        day += timedelta(days=7)


def _days(row: Row, first: date) -> Iterator[date]:
    """Yield the days of a month on which something happens."""
    if row.when is None:
        return
    day = max(row.when.first_day, first)
    while day <= row.when.last_day and day.month == first.month:
        yield day
        day += timedelta(days=1)
