"""When an event happens: its dates one by one, in its own time zone, the recurring ones unfolded."""

from collections import deque
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from chapterhouse.frozen import frozen_row

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {"year": 0, "month": 1, "week": 2, "day": 3}
_HORIZON = timedelta(days=366 * 40)
"""How far the next occurrence is looked for: a leap day comes at least every eight years."""


@frozen_row
class Occurrence:
    """One time that an event happens."""

    start: datetime
    """With its time zone; an all-day occurrence begins at midnight."""
    end: datetime
    """With its time zone; an all-day occurrence's last day, also at midnight."""
    all_day: bool

    @property
    def first_day(self) -> date:
        """The day on which it begins, where it happens."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends, where it happens."""
        return self.end.date()


def occurrences(fields: Any, zone: str, first: date, last: date) -> Iterator[Occurrence]:
    """Yield each occurrence of an event that touches the days from `first` to `last`, in order.

    `fields` is an event's front matter; `zone` is the time zone where the event names none. A recurring event
    keeps its wall clock: 18:30 is 18:30 in summer and winter.
    """
    if fields.repeats is None:
        only = _only(fields, zone)
        if first <= only.last_day and only.first_day <= last:
            yield only
        return
    start, length = _span(fields)
    where = _zone(fields.time_zone or zone)
    all_day = is_all_day(fields)
    low = datetime.combine(first, time()) - length
    for begin in _begins(fields, start, low, datetime.combine(last, time.max)):
        end = begin + length
        if end.date() >= first:
            yield Occurrence(begin.replace(tzinfo=where), end.replace(tzinfo=where), all_day)


def next_occurrence(fields: Any, zone: str, today: date) -> Occurrence | None:
    """Return the occurrence that is under way on a day or comes next, or None where all have passed."""
    if fields.repeats is None:
        only = _only(fields, zone)
        return only if only.last_day >= today else None
    return next(occurrences(fields, zone, today, max(today, _span(fields)[0].date()) + _HORIZON), None)


def last_occurrence(fields: Any, zone: str) -> Occurrence | None:
    """Return the last occurrence, or None where the event repeats for ever or every day of it is skipped."""
    rule = fields.repeats
    if rule is None:
        return _only(fields, zone)
    if rule.count is None and not rule.until:
        return None
    last = deque(occurrences(fields, zone, date.min + timedelta(days=3660), date.max), maxlen=1)
    return last[0] if last else None


def _only(fields: Any, zone: str) -> Occurrence:
    """Return when an event that does not repeat happens."""
    start, length = _span(fields)
    where = _zone(fields.time_zone or zone)
    begin, end = start.replace(tzinfo=where), (start + length).replace(tzinfo=where)
    return Occurrence(begin, end, is_all_day(fields))


def is_all_day(fields: Any) -> bool:
    """Tell whether an event has days and no times of the day."""
    return bool(fields.all_day) if fields.all_day is not None else " " not in fields.start


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _span(fields: Any) -> tuple[datetime, timedelta]:
    """Return when an event begins for the first time, on its own wall clock, and how long it lasts there."""
    start = datetime.fromisoformat(fields.start)
    end = datetime.fromisoformat(fields.end) if fields.end else start
    if is_all_day(fields):
        start, end = (datetime.combine(moment, time()) for moment in (start, end))
    return start, max(end - start, timedelta())


def _begins(fields: Any, start: datetime, low: datetime, high: datetime) -> Iterator[datetime]:
    skipped = frozenset(fields.repeats.skip)
    for begin in _rule(fields.repeats, start).xafter(max(low, start), inc=True):
        if begin > high:
            return
        if begin.date().isoformat() not in skipped:
            yield begin


def _rule(repeats: Any, start: datetime) -> "rrule":
    # dateutil costs 20 ms to import, and most sites have no recurring event.
    from dateutil.rrule import rrule, weekday

    week = _WEEKS[repeats.week] if repeats.week else None
    days = [weekday(_WEEKDAYS.index(day), week) for day in repeats.days]
    until = datetime.combine(date.fromisoformat(repeats.until), time.max) if repeats.until else None
    return rrule(
        _FREQUENCIES[repeats.every],
        dtstart=start,
        interval=repeats.interval,
        count=repeats.count,
        until=until,
        byweekday=days or None,
    )
