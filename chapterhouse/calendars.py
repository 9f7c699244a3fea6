"""Calendars of events (iCalendar: RFC 5545 and 7986): one for each site and those of the whole network.

They are written line by line: the icalendar package costs a tenth of a second to import and ten times the
time for each event; the tests read every calendar back with it and with another reader.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from chapterhouse import places
from chapterhouse.content_lines import document, text, texts
from chapterhouse.frozen import frozen, replace
from chapterhouse.identifiers import identifier
from chapterhouse.model import Entry
from chapterhouse.occurrences import is_all_day, next_occurrence
from chapterhouse.time_zones import UNIVERSAL, vtimezone

MEDIA_TYPE = "text/calendar"

_STATUS = {
    "scheduled": "CONFIRMED",
    "tentative": "TENTATIVE",
    "cancelled": "CANCELLED",
    # Nobody should set out on the old day; the entry gets its new one when it is known.
    "postponed": "CANCELLED",
}
# Several calendar programs show what is CANCELLED like everything else.
_PREFIX = {"cancelled": "Cancelled: ", "postponed": "Postponed: "}
_FREQUENCY = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_WEEK = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@frozen
class CalendarEvent:
    """An event's entry with what a calendar has to know besides."""

    entry: Entry
    uid: str
    """What calendar programs know it by for ever: `event_uid`."""
    url: str
    """The absolute address of its page."""
    zone: str
    """The time zone where the entry names none: its association's."""
    summary: str = ""
    """One or two sentences, record values filled in."""
    organiser: str = ""
    """The name of the association, or of the umbrella."""
    categories: tuple[str, ...] = ()
    """Its topics and audiences, as people read them."""


@frozen
class Times:
    """When an event happens, as calendars write it."""

    start: datetime
    """On its own wall clock; the first occurrence, for an event that repeats."""
    end: datetime
    """On its own wall clock; an all-day event's last day."""
    all_day: bool
    zone: str
    rule: str = ""
    """The RRULE of an event that repeats: `FREQ=MONTHLY;BYDAY=3WE`."""
    skipped: tuple[date, ...] = ()
    """Days of the rule on which it does not happen."""


@frozen
class Block:
    """An event as a calendar writes it."""

    start: datetime
    uid: str
    zone: str
    """The time zone that the calendar has to explain; empty where there is none."""
    content: bytes


def event_uid(network_url: str, path: str) -> str:
    """Return what calendar programs know an event by: the same on each site and in each build."""
    return identifier(network_url + path)


def event_file(route: str) -> str:
    """Return where an event lies as a calendar by itself, beside its page: `events/fair.ics`."""
    return f"{route.rstrip('/')}.ics"


def calendar(name: str, events: Iterable[CalendarEvent], *, zone: str, url: str = "") -> bytes:
    """Return a calendar of events, sorted by start.

    `zone` is the time zone of whoever publishes it, and `url` the address at which programs find it again.
    """
    return bind(name, blocks(events), zone=zone, url=url)


def blocks(events: Iterable[CalendarEvent]) -> list[Block]:
    """Return events as calendars write them, without those whose rule never comes true."""
    return [block for event in events if (block := event_block(event))]


def event_block(event: CalendarEvent) -> Block | None:
    """Return an event as calendars write it, or None where its rule never comes true."""
    times = event_times(event.entry.fields, event.zone)
    return _block(event, times) if times else None


def bind(name: str, written: Iterable[Block], *, zone: str, url: str = "") -> bytes:
    """Return a calendar of events that are written already: one may stand in several calendars."""
    found = sorted(written, key=attrgetter("start", "uid"))
    # A calendar needs a component (RFC 5545, 3.6): where there is no event yet, it is the time zone.
    years = {} if found else {zone: 2000}
    for block in found:
        if block.zone:
            years[block.zone] = min(block.start.year, years.get(block.zone, block.start.year))
    lines = list(_head(name, zone, url))
    for used, year in sorted(years.items()):
        lines += vtimezone(used, year)
    return b"".join((document(lines), *(block.content for block in found), b"END:VCALENDAR\r\n"))


def _block(event: CalendarEvent, times: Times) -> Block:
    needs_zone = not times.all_day and times.zone not in UNIVERSAL
    return Block(
        start=times.start,
        uid=event.uid,
        zone=times.zone if needs_zone else "",
        content=document(_event_lines(event, times)),
    )


def event_times(fields: Any, zone: str) -> Times | None:
    """Return when an event happens, or None where its rule never comes true.

    A rule's start has to be its first occurrence; front matter is kinder: a series on Wednesdays may start on
    a Monday.
    """
    all_day = is_all_day(fields)
    where = fields.time_zone or zone
    start = datetime.fromisoformat(fields.start[:10] if all_day else fields.start)
    end = datetime.fromisoformat((fields.end or fields.start)[:10] if all_day else fields.end or fields.start)
    end = max(start, end)
    repeats = fields.repeats
    if repeats is None:
        return Times(start=start, end=end, all_day=all_day, zone=where)
    if not _is_in_step(repeats, start.date()):
        first = next_occurrence(replace(fields, repeats=replace(repeats, skip=())), zone, start.date())
        if first is None:
            return None
        begin = first.start.replace(tzinfo=None)
        start, end = begin, begin + (end - start)
    if repeats.until and repeats.until < start.date().isoformat():
        return None
    return Times(
        start=start,
        end=end,
        all_day=all_day,
        zone=where,
        rule=_rule(repeats, all_day, where),
        skipped=tuple(date.fromisoformat(day) for day in sorted(set(repeats.skip))),
    )


def _is_in_step(repeats: Any, first: date) -> bool:
    """Tell whether a day is an occurrence of the rule that starts with it."""
    if not repeats.days:
        return True
    if _WEEKDAYS[first.weekday()] not in repeats.days:
        return False
    if repeats.week == "last":
        return (first + timedelta(days=7)).month != first.month
    return repeats.week is None or (first.day - 1) // 7 + 1 == _WEEK[repeats.week]


def _rule(repeats: Any, all_day: bool, zone: str) -> str:
    parts = [f"FREQ={_FREQUENCY[repeats.every]}"]
    if repeats.interval != 1:
        parts.append(f"INTERVAL={repeats.interval}")
    if repeats.days:
        week = str(_WEEK[repeats.week]) if repeats.week else ""
        days = sorted(set(repeats.days), key=_WEEKDAYS.index)
        parts.append("BYDAY=" + ",".join(f"{week}{day[:2].upper()}" for day in days))
    if repeats.count is not None:
        parts.append(f"COUNT={repeats.count}")
    elif repeats.until:
        until = repeats.until.replace("-", "")
        parts.append(f"UNTIL={until if all_day else _universal(f'{repeats.until} 23:59:59', zone)}")
    return ";".join(parts)


def _head(name: str, zone: str, url: str) -> Iterator[str]:
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Chapterhouse//Chapterhouse//EN",
        "CALSCALE:GREGORIAN",
    )
    yield f"NAME:{text(name)}"
    # What programs older than RFC 7986 read instead.
    yield f"X-WR-CALNAME:{text(name)}"
    yield f"X-WR-TIMEZONE:{zone}"
    if url:
        yield f"SOURCE;VALUE=URI:{url}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"


def _event_lines(event: CalendarEvent, times: Times) -> list[str]:
    fields = event.entry.fields
    changed = _universal(fields.updated or fields.start, times.zone)
    lines = ["BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{changed}"]
    if fields.updated:
        lines.append(f"LAST-MODIFIED:{changed}")
    lines.append(f"DTSTART{_moment(times.start, times)}")
    if times.all_day:
        lines.append(f"DTEND{_moment(times.end + timedelta(days=1), times)}")
    elif times.end > times.start:
        lines.append(f"DTEND{_moment(times.end, times)}")
    if times.rule:
        lines.append(f"RRULE:{times.rule}")
    lines += [f"EXDATE{_moment(datetime.combine(day, times.start.time()), times)}" for day in times.skipped]
    lines.append(f"SUMMARY:{text(_PREFIX.get(fields.status, '') + fields.title)}")
    lines.append(f"STATUS:{_STATUS[fields.status]}")
    return [*lines, *_details(event), "END:VEVENT"]


def _details(event: CalendarEvent) -> list[str]:
    fields = event.entry.fields
    parts = (event.summary, fields.registration and f"Registration: {fields.registration}", event.url)
    lines = [f"DESCRIPTION:{text(chr(10).join(filter(None, parts)))}"]
    if where := location_text(fields):
        lines.append(f"LOCATION:{text(where)}")
    if isinstance(fields.online, str):
        lines.append(f"CONFERENCE;VALUE=URI:{fields.online}")
    if event.categories:
        lines.append(f"CATEGORIES:{texts(event.categories)}")
    if event.organiser:
        lines.append(f"CONTACT:{text(event.organiser)}")
    lines.append(f"URL:{event.url}")
    return lines


def location_text(fields: Any) -> str:
    """Return in one line where an event takes place."""
    venue = fields.venue
    if venue is None:
        return fields.online if isinstance(fields.online, str) else "Online" if fields.online else ""
    address = venue.address
    parts = [venue.name]
    if address:
        town = f"{address.region or ''} {address.postal_code or ''}".strip()
        country = places.name(address.country) if address.country else None
        parts += [part for part in (address.street, address.locality, town, country) if part]
    return ", ".join(parts)


def _moment(moment: datetime, times: Times) -> str:
    """Return the parameters and the value of a time of an event."""
    if times.all_day:
        return f";VALUE=DATE:{_digits(moment)[:8]}"
    if times.zone in UNIVERSAL:
        return f":{_digits(moment)}Z"
    return f";TZID={times.zone}:{_digits(moment)}"


def _universal(value: str, zone: str) -> str:
    clock = datetime.fromisoformat(value)
    # A zone tells its offset at a time of the clock in half the time that a time of its own takes.
    return f"{_digits(clock - (_zone(zone).utcoffset(clock) or timedelta()))}Z"


def _digits(moment: datetime) -> str:
    """Return what `%Y%m%dT%H%M%S` makes of a moment, in a third of its time."""
    return moment.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "")


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def labels(codes: Iterable[str], terms: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the words for codes of a vocabulary, in their order."""
    return tuple(terms[code].label if code in terms else code for code in codes)
