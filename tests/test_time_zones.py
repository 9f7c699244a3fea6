"""VTIMEZONE, read back by dateutil and compared with the zone itself."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from chapterhouse.time_zones import UNIVERSAL, vtimezone

ZONES = (
    "America/Chicago",  # The rule of the United States since 2007.
    "Europe/Dublin",  # Its winter time is the exception by law.
    "Australia/Sydney",  # Summer lasts over New Year.
    "Australia/Perth",  # No summer time.
    "Australia/Lord_Howe",  # Half an hour of it.
    "Asia/Kolkata",
    "America/Sao_Paulo",  # Abolished in 2019.
    "Asia/Jerusalem",  # The Friday before the last Sunday.
    "Africa/Cairo",  # Three weeks of summer time in 2010.
    "Africa/Casablanca",  # Pauses by the moon.
    "America/Nuuk",
    "America/Santiago",
)


@pytest.mark.parametrize("first_year", [1999, 2026])
@pytest.mark.parametrize("name", ZONES)
def test_it_says_what_the_zone_says(name: str, first_year: int) -> None:
    lines = "\r\n".join(["BEGIN:VCALENDAR", *vtimezone(name, first_year), "END:VCALENDAR"])
    read = tzical(io.StringIO(lines)).get(name)
    zone = ZoneInfo(name)
    moment = datetime(first_year, 1, 1, 0, 30)
    while moment.year < 2042:
        exists = moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == moment
        if exists:
            assert moment.replace(tzinfo=read).utcoffset() == moment.replace(tzinfo=zone).utcoffset(), moment
        moment += timedelta(days=11, hours=5)


def test_a_yearly_rule_holds_for_ever() -> None:
    lines = vtimezone("America/Chicago", 2026)
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" in lines
    assert "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU" in lines
    assert len(lines) == 17


def test_a_zone_without_changes_has_one_time() -> None:
    assert vtimezone("Australia/Perth", 2026) == (
        "BEGIN:VTIMEZONE",
        "TZID:Australia/Perth",
        "BEGIN:STANDARD",
        "DTSTART:20250101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "TZNAME:AWST",
        "END:STANDARD",
        "END:VTIMEZONE",
    )


def test_universal_time_has_no_offset() -> None:
    assert all(ZoneInfo(name).utcoffset(datetime(2026, 7, 1)) == timedelta() for name in UNIVERSAL)
