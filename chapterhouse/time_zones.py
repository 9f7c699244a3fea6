"""Time zones as calendar programs want them: a VTIMEZONE (RFC 5545, 3.6.5) that holds for every later year.

The rules are worked out from the zone itself: its changes are listed as they happened up to the year from
which on they follow a yearly rule, and that rule holds for ever after.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from chapterhouse.frozen import frozen_row

UNIVERSAL = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"})
"""Names of universal time: calendars write it with a Z and need no zone for it."""

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CYCLE = 12
"""Years within which a date falls on each day of the week: a rule that fits so many years is the rule."""
_LISTED = 28
"""For so many years the changes of a zone without such a rule are listed."""
_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
# No zone changes its clocks twice within two weeks: Egypt had three weeks of summer time in 2010.
_STEP = timedelta(days=14)
_KNOWN_UNTIL = 2037
"""The last year that the time zone database lists change by change; later ones follow its rules."""


@frozen_row
class Change:
    """One moment at which the clocks of a zone are changed."""

    local: datetime
    """What the clocks show as they are changed."""
    before: timedelta
    after: timedelta
    name: str
    """What the time is called from now on: `CDT`."""
    is_daylight: bool

    @property
    def form(self) -> tuple[bool, timedelta, timedelta, str, int, int, time]:
        """All that changes of one yearly rule have in common but the week."""
        at = self.local
        return (self.is_daylight, self.before, self.after, self.name, at.month, at.weekday(), at.time())

    @property
    def observance(self) -> tuple[bool, str, str, str]:
        """Which time begins, and in place of which."""
        return (self.is_daylight, _offset(self.before), _offset(self.after), self.name)


@cache
def vtimezone(name: str, first_year: int) -> tuple[str, ...]:
    """Return the lines of a zone's VTIMEZONE for events from a year on."""
    start = first_year - 1
    zone = ZoneInfo(name)
    changes, by_rule, rest = _sorted_out(zone, start, max(first_year, _KNOWN_UNTIL) + _CYCLE)
    if rest and rest[-1] is changes[-1]:
        changes, by_rule, rest = _sorted_out(zone, start, max(first_year, _KNOWN_UNTIL) + _LISTED)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    if not changes or changes[0].local.year > start:
        begin = datetime(start, 1, 1)
        offset = begin.replace(tzinfo=zone).utcoffset() or timedelta()
        called = begin.replace(tzinfo=zone).tzname() or name
        lines += _observance((False, _offset(offset), _offset(offset), called), [begin], "")
    listed: dict[tuple[bool, str, str, str], list[datetime]] = {}
    for change in rest:
        listed.setdefault(change.observance, []).append(change.local)
    for observance, moments in listed.items():
        lines += _observance(observance, moments, "")
    for series, rule in by_rule:
        lines += _observance(series[0].observance, [series[0].local], rule)
    return (*lines, "END:VTIMEZONE")


def _sorted_out(
    zone: ZoneInfo, start: int, last: int
) -> tuple[list[Change], list[tuple[list[Change], str]], list[Change]]:
    """Return all changes of some years, those that follow rules to the end with their rules, and the rest."""
    changes = list(_changes(zone, start, last))
    by_rule = list(_yearly(changes, last))
    ruled = {change.local for series, _ in by_rule for change in series}
    return changes, by_rule, [change for change in changes if change.local not in ruled]


def _observance(observance: tuple[bool, str, str, str], moments: Sequence[datetime], rule: str) -> list[str]:
    is_daylight, before, after, name = observance
    kind = "DAYLIGHT" if is_daylight else "STANDARD"
    further = ",".join(f"{moment:%Y%m%dT%H%M%S}" for moment in moments[1:])
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{moments[0]:%Y%m%dT%H%M%S}",
        *([f"RRULE:{rule}"] if rule else []),
        *([f"RDATE:{further}"] if further else []),
        f"TZOFFSETFROM:{before}",
        f"TZOFFSETTO:{after}",
        f"TZNAME:{name}",
        f"END:{kind}",
    ]


def _offset(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{sign}{hours:02}{minutes:02}" + (f"{rest:02}" if rest else "")


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[Change]:
    """Yield every change from the beginning of one year to the end of another."""
    found = list(_moments(zone, first, last))
    for index, (moment, before, after) in enumerate(found):
        is_daylight = False
        if after > before and index + 1 < len(found):
            following, high, low = found[index + 1]
            is_daylight = low < high and following - moment < timedelta(days=366)
        name = moment.astimezone(zone).tzname() or ""
        yield Change((moment + before).replace(tzinfo=None), before, after, name, is_daylight)


def _moments(zone: ZoneInfo, first: int, last: int) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    start, end = datetime(first, 1, 1), datetime(last + 1, 1, 1)
    # Of times without a zone, those of the clock, it can be asked in a tenth of the time.
    low = start - _DAY
    before = _at(zone, low)
    while low < end + _DAY:
        high = low + _STEP
        after = _at(zone, high)
        if after != before:
            # Times that a clock skips or shows twice still have the old offset (PEP 495).
            moment = _search(zone, low, high) - max(before, after)
            if start < moment <= end:
                yield moment.replace(tzinfo=UTC), before, after
        low, before = high, after


def _at(zone: ZoneInfo, clock: datetime) -> timedelta:
    return zone.utcoffset(clock) or timedelta()


def _search(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first minute of the clock at which the offset is the later one."""
    before = _at(zone, low)
    # Nearly all clocks are changed at a full hour.
    for unit in (_HOUR, _MINUTE):
        if unit == _MINUTE and _at(zone, high - _MINUTE) == before:
            return high
        while high - low > unit:
            middle = low + (high - low) // unit // 2 * unit
            if _at(zone, middle) == before:
                low = middle
            else:
                high = middle
    return high


def _yearly(changes: Sequence[Change], last: int) -> Iterator[tuple[list[Change], str]]:
    """Yield the changes that follow a yearly rule to the end, each series with its rule."""
    series: dict[tuple[bool, timedelta, timedelta, str, int, int, time], list[Change]] = {}
    for change in changes:
        series.setdefault(change.form, []).append(change)
    for same in series.values():
        tail = _without_gap(same, last)
        rule = _rule([change.local.date() for change in tail[-_CYCLE:]])
        if len(tail) < _CYCLE or rule is None:
            continue
        text, days = rule
        fitting = len(tail)
        while fitting and tail[fitting - 1].local.day in days:
            fitting -= 1
        yield tail[fitting:], text


def _without_gap(same: Sequence[Change], last: int) -> list[Change]:
    """Return the changes that happen in every year up to the last one."""
    if same[-1].local.year != last:
        return []
    start = len(same) - 1
    for index, (one, following) in reversed(list(enumerate(pairwise(same)))):
        if following.local.year - one.local.year != 1:
            break
        start = index
    return list(same[start:])


def _rule(dates: Sequence[date]) -> tuple[str, frozenset[int]] | None:
    """Return the RRULE of dates on one weekday of one month, with the days of the month that it means."""
    if not dates:
        return None
    day = _WEEKDAYS[dates[0].weekday()]
    yearly = f"FREQ=YEARLY;BYMONTH={dates[0].month}"
    low, high = min(one.day for one in dates), max(one.day for one in dates)
    days = frozenset(range(low, high + 1))
    if high - low != 6:
        return None
    if low % 7 == 1:
        return f"{yearly};BYDAY={low // 7 + 1}{day}", days
    if _is_end_of_month(dates[0], high):
        return f"{yearly};BYDAY=-1{day}", days
    return f"{yearly};BYDAY={day};BYMONTHDAY={','.join(map(str, sorted(days)))}", days


def _is_end_of_month(one: date, day: int) -> bool:
    return one.month != 2 and (one.replace(day=day) + timedelta(days=1)).month != one.month
