"""When events happen."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.content_types.event import Fields, Recurrence
from chapterhouse.occurrences import is_all_day, last_occurrence, next_occurrence, occurrences

ZONE = "America/Chicago"


def event(start: str, end: str | None = None, **more: Any) -> Fields:
    return Fields(title="Meeting", start=start, end=end, **more)


def days(fields: Fields, first: str, last: str) -> list[str]:
    found = occurrences(fields, ZONE, date.fromisoformat(first), date.fromisoformat(last))
    return [o.first_day.isoformat() for o in found]


THIRD_WEDNESDAY = Recurrence(every="month", week="third", days=("wednesday",))


def test_a_single_event_happens_once() -> None:
    fields = event("2026-05-17 18:30", "2026-05-17 20:00")
    assert days(fields, "2026-01-01", "2026-12-31") == ["2026-05-17"]
    assert days(fields, "2026-05-18", "2026-12-31") == []


def test_times_keep_the_wall_clock_across_the_change_of_summer_time() -> None:
    fields = event("2026-10-28 18:30", "2026-10-28 20:00", repeats=Recurrence(every="week", count=2))
    found = list(occurrences(fields, ZONE, date(2026, 10, 1), date(2026, 12, 1)))
    assert [o.start.isoformat() for o in found] == ["2026-10-28T18:30:00-05:00", "2026-11-04T18:30:00-06:00"]
    assert [o.end.isoformat() for o in found] == ["2026-10-28T20:00:00-05:00", "2026-11-04T20:00:00-06:00"]


def test_a_time_that_the_clock_leaves_out_is_read_with_the_offset_before_it() -> None:
    fields = event("2026-03-08 02:30")
    found = list(occurrences(fields, ZONE, date(2026, 3, 8), date(2026, 3, 8)))
    assert [o.start.utcoffset() for o in found] == [timedelta(hours=-6)]


def test_the_third_wednesday_of_each_month() -> None:
    fields = event("2026-09-16 09:00", repeats=THIRD_WEDNESDAY)
    assert days(fields, "2026-09-01", "2026-12-31") == [
        "2026-09-16",
        "2026-10-21",
        "2026-11-18",
        "2026-12-16",
    ]


def test_the_last_friday_of_each_month_until_a_day() -> None:
    rule = Recurrence(every="month", week="last", days=("friday",), until="2026-11-27")
    assert days(event("2026-09-25", repeats=rule), "2026-01-01", "2027-12-31") == [
        "2026-09-25",
        "2026-10-30",
        "2026-11-27",
    ]


def test_skipped_days_do_not_happen_and_still_count() -> None:
    rule = Recurrence(every="week", count=3, skip=("2026-11-26",))
    assert days(event("2026-11-19 10:00", repeats=rule), "2026-01-01", "2027-12-31") == [
        "2026-11-19",
        "2026-12-03",
    ]


def test_every_second_week_on_two_days() -> None:
    rule = Recurrence(every="week", interval=2, days=("tuesday", "thursday"), count=4)
    assert days(event("2026-11-03 10:00", repeats=rule), "2026-01-01", "2027-12-31") == [
        "2026-11-03",
        "2026-11-05",
        "2026-11-17",
        "2026-11-19",
    ]


def test_an_event_of_several_days_is_found_on_each_of_them() -> None:
    fields = event("2026-05-10", "2026-05-12")
    assert is_all_day(fields)
    for day in ("2026-05-10", "2026-05-11", "2026-05-12"):
        assert days(fields, day, day) == ["2026-05-10"]
    assert days(fields, "2026-05-13", "2026-05-13") == []


def test_what_is_under_way_is_next() -> None:
    fields = event("2026-05-10", "2026-05-12")
    under_way = next_occurrence(fields, ZONE, date(2026, 5, 12))
    assert under_way is not None
    assert under_way.last_day == date(2026, 5, 12)
    assert next_occurrence(fields, ZONE, date(2026, 5, 13)) is None


def test_the_next_one_of_an_endless_event() -> None:
    fields = event("2020-01-15 09:00", repeats=THIRD_WEDNESDAY)
    found = next_occurrence(fields, ZONE, date(2026, 11, 21))
    assert found is not None
    assert found.first_day == date(2026, 12, 16)
    assert last_occurrence(fields, ZONE) is None


def test_a_leap_day_comes_again() -> None:
    found = next_occurrence(event("2024-02-29", repeats=Recurrence(every="year")), ZONE, date(2024, 3, 1))
    assert found is not None
    assert found.first_day == date(2028, 2, 29)


def test_the_last_occurrence() -> None:
    single = last_occurrence(event("2026-05-17 18:30"), ZONE)
    counted = last_occurrence(event("2026-05-17", repeats=Recurrence(every="day", count=10)), ZONE)
    assert single is not None
    assert single.first_day == date(2026, 5, 17)
    assert counted is not None
    assert counted.first_day == date(2026, 5, 26)


def test_the_events_own_time_zone_goes_before_the_sites() -> None:
    fields = event("2026-05-17 18:30", time_zone="Europe/Dublin")
    found = next_occurrence(fields, ZONE, date(2026, 5, 1))
    assert found is not None
    assert found.start.isoformat() == "2026-05-17T18:30:00+01:00"


@given(
    every=st.sampled_from(["day", "week", "month", "year"]),
    interval=st.integers(1, 5),
    count=st.integers(1, 12),
    start=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
)
def test_occurrences_are_in_order_and_as_many_as_asked_for(
    every: Any, interval: int, count: int, start: date
) -> None:
    fields = event(start.isoformat(), repeats=Recurrence(every=every, interval=interval, count=count))
    last = last_occurrence(fields, ZONE)
    assert last is not None
    found = [o.first_day for o in occurrences(fields, ZONE, start, last.first_day)]
    assert len(found) == count
    assert found == sorted(set(found))


@pytest.mark.parametrize("day", ["2026-05-16", "2026-05-18"])
def test_other_days_see_nothing_of_a_single_event(day: str) -> None:
    assert days(event("2026-05-17 23:30", "2026-05-17 23:59"), day, day) == []
