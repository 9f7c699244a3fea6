"""Calendars, read back by two other programs."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from chapterhouse.calendars import CalendarEvent, calendar, event_times, event_uid, labels, location_text
from chapterhouse.content_types.event import Recurrence, Venue
from chapterhouse.occurrences import occurrences
from chapterhouse.record import Address, Term
from tests.builders import entry

ZONE = "America/Chicago"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def event(**fields: Any) -> CalendarEvent:
    """Return an event with its front matter."""
    path = "associations/north/events/talk.md"
    return CalendarEvent(
        entry=entry(path, type_="event", **{"start": "2026-05-20 18:30", **fields}),
        uid=event_uid("https://example.org/", path),
        url="https://example.org/north/events/talk/",
        zone=ZONE,
        summary="A talk.",
        organiser="North Club",
        categories=("Planets, large", "Families"),
    )


def only(*events: CalendarEvent) -> Any:
    """Return the first event of a calendar, as the icalendar package reads it."""
    return read(*events).walk("VEVENT")[0]


def read(*events: CalendarEvent) -> Any:
    """Return a calendar as the icalendar package reads it."""
    found = Calendar.from_ical(calendar("Talks", events, zone=ZONE, url="https://example.org/events.ics"))
    assert not found.errors
    assert not any(part.errors for part in found.walk())
    return found


def test_an_event_has_its_facts() -> None:
    found = only(event(end="2026-05-20 20:00", registration="https://example.org/r?a=1&b=2"))
    assert found["SUMMARY"] == "A title"
    assert found["STATUS"] == "CONFIRMED"
    assert found.start == datetime(2026, 5, 20, 18, 30, tzinfo=ZoneInfo(ZONE))
    assert found.end == datetime(2026, 5, 20, 20, 0, tzinfo=ZoneInfo(ZONE))
    assert found["URL"] == "https://example.org/north/events/talk/"
    assert [str(one) for one in found["CATEGORIES"].cats] == ["Planets, large", "Families"]
    assert found["CONTACT"] == "North Club"
    assert "https://example.org/r?a=1&b=2" in found["DESCRIPTION"]


def test_the_uid_stays_and_knows_the_network() -> None:
    first = event_uid("https://example.org/", "associations/north/events/talk.md")
    assert first == str(uuid5(NAMESPACE_URL, "https://example.org/associations/north/events/talk.md"))
    assert first != event_uid("https://example.net/", "associations/north/events/talk.md")
    assert only(event())["UID"] == first


def test_the_stamp_is_the_day_of_the_facts_and_not_of_the_build() -> None:
    assert only(event())["DTSTAMP"].dt == datetime(2026, 5, 20, 23, 30, tzinfo=UTC)
    changed = only(event(updated="2026-01-05 08:00"))
    assert changed["DTSTAMP"].dt == changed["LAST-MODIFIED"].dt == datetime(2026, 1, 5, 14, 0, tzinfo=UTC)


def test_an_all_day_event_ends_on_the_day_after_its_last() -> None:
    found = only(event(start="2026-07-03", end="2026-07-05"))
    assert found["DTSTART"].dt == date(2026, 7, 3)
    assert found["DTEND"].dt == date(2026, 7, 6)
    assert only(event(start="2026-07-03"))["DTEND"].dt == date(2026, 7, 4)
    assert not read(event(start="2026-07-03")).walk("VTIMEZONE")


def test_an_event_without_an_end_has_none() -> None:
    assert "DTEND" not in only(event())


@pytest.mark.parametrize(
    ("status", "word", "title"),
    [
        ("tentative", "TENTATIVE", "A title"),
        ("cancelled", "CANCELLED", "Cancelled: A title"),
        ("postponed", "CANCELLED", "Postponed: A title"),
    ],
)
def test_a_status_is_told_twice(status: str, word: str, title: str) -> None:
    found = only(event(status=status))
    assert (found["STATUS"], found["SUMMARY"]) == (word, title)


def test_universal_time_needs_no_time_zone() -> None:
    found = read(event(time_zone="UTC"))
    assert found.walk("VEVENT")[0].start == datetime(2026, 5, 20, 18, 30, tzinfo=UTC)
    assert not found.walk("VTIMEZONE")


def test_each_time_zone_stands_once() -> None:
    zones = read(event(), event(time_zone="Europe/Dublin"), event(start="2026-08-01 09:00")).walk("VTIMEZONE")
    assert [zone["TZID"] for zone in zones] == ["America/Chicago", "Europe/Dublin"]


def test_events_are_sorted_by_start() -> None:
    found = read(event(start="2026-08-01 09:00"), event(start="2026-07-01"), event(start="2026-07-01 10:00"))
    starts = [str(one["DTSTART"].dt)[:16] for one in found.walk("VEVENT")]
    assert starts == ["2026-07-01", "2026-07-01 10:00", "2026-08-01 09:00"]


def test_the_order_of_its_input_does_not_change_a_calendar() -> None:
    events = [event(start=f"2026-05-{day} 10:00") for day in range(10, 20)]
    assert calendar("x", events, zone=ZONE) == calendar("x", events[::-1], zone=ZONE)


def test_a_calendar_without_events_is_valid() -> None:
    found = read()
    assert found["NAME"] == found["X-WR-CALNAME"] == "Talks"
    assert found["SOURCE"] == "https://example.org/events.ics"
    assert [zone["TZID"] for zone in found.walk("VTIMEZONE")] == [ZONE]
    assert b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\n" in calendar("x", [], zone="UTC")


def test_it_reads_and_writes_back_the_same_bytes() -> None:
    data = calendar("Talks", [event(end="2026-05-20 20:00", title="ß, long; " * 20)], zone=ZONE)
    again = vobject.readOne(data.decode())
    assert again.vevent.summary.value == "ß, long; " * 20
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"online": True}, "Online"),
        ({"online": "https://meet.example/x"}, "https://meet.example/x"),
        ({"venue": Venue(name="Dome")}, "Dome"),
        (
            {
                "venue": Venue(
                    name="Dome",
                    address=Address(street="1 A St", region="WI", postal_code="53703", country="US"),
                )
            },
            "Dome, 1 A St, WI 53703, United States",
        ),
    ],
)
def test_a_place_is_one_line(fields: dict[str, Any], words: str) -> None:
    assert location_text(event(**fields).entry.fields) == words


def test_joining_online_has_its_own_property() -> None:
    assert only(event(online="https://meet.example/x"))["CONFERENCE"] == "https://meet.example/x"


def test_a_series_begins_with_its_first_occurrence() -> None:
    # The 14th is a Monday; the first Wednesday that the rule means is the 16th, and that one is skipped.
    rule = Recurrence(every="month", week="third", days=("wednesday",), count=3, skip=("2026-09-16",))
    found = only(event(start="2026-09-14 18:30", repeats=rule))
    assert found.start == datetime(2026, 9, 16, 18, 30, tzinfo=ZoneInfo(ZONE))
    assert found["RRULE"].to_ical() == b"FREQ=MONTHLY;COUNT=3;BYDAY=3WE"
    assert found["EXDATE"].dts[0].dt == found.start


def test_the_last_moment_of_a_series_is_in_universal_time() -> None:
    rule = Recurrence(every="week", until="2026-06-10")
    assert only(event(repeats=rule))["RRULE"]["UNTIL"] == [datetime(2026, 6, 11, 4, 59, 59, tzinfo=UTC)]
    assert only(event(start="2026-05-20", repeats=rule))["RRULE"]["UNTIL"] == [date(2026, 6, 10)]


def test_a_rule_that_never_comes_true_makes_no_event() -> None:
    rule = Recurrence(every="week", days=("friday",), until="2026-05-21")
    assert event_times(event(repeats=rule).entry.fields, ZONE) is None
    assert not read(event(repeats=rule)).walk("VEVENT")


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    every: Any = draw(st.sampled_from(["day", "week", "month", "year"]))
    days: tuple[Any, ...] = ()
    if every in ("week", "month"):
        days = tuple(draw(st.lists(st.sampled_from(WEEKDAYS), max_size=3, unique=True)))
    weeks = ["first", "second", "third", "fourth", "last"] if every == "month" and days else [None]
    ends = draw(st.sampled_from(["count", "until", ""]))
    return Recurrence(
        every=every,
        interval=draw(st.integers(1, 3)),
        days=days,
        week=draw(st.sampled_from(weeks)),
        count=draw(st.integers(1, 12)) if ends == "count" else None,
        until=f"2026-{draw(st.integers(7, 12)):02}-17" if ends == "until" else None,
        skip=tuple(draw(st.lists(st.dates(date(2026, 5, 1), date(2026, 12, 1)).map(str), max_size=3))),
    )


@given(recurrences(), st.dates(date(2026, 5, 1), date(2026, 6, 30)), st.booleans())
def test_another_program_finds_the_same_occurrences(rule: Recurrence, start: date, all_day: bool) -> None:
    """Unfold the calendar with vobject and dateutil, the front matter with our own occurrences."""
    given_event = event(start=f"{start}" if all_day else f"{start} 18:30", repeats=rule)
    last = date(2027, 12, 31)
    ours = [
        one.start.replace(tzinfo=None) for one in occurrences(given_event.entry.fields, ZONE, start, last)
    ]
    found = vobject.readOne(calendar("x", [given_event], zone=ZONE).decode())
    if not hasattr(found, "vevent"):
        assert not ours
        return
    theirs = []
    for moment in found.vevent.getrruleset(addRDate=False):
        naive = moment.replace(tzinfo=None)
        if naive > datetime.combine(last, datetime.max.time()):
            break
        theirs.append(naive)
    assert theirs == ours


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.text(max_size=200))
def test_any_title_and_summary_comes_through(title: str, place: str) -> None:
    found = only(event(title=title, venue=Venue(name=place)))
    assert found["SUMMARY"] == title
    assert found["STATUS"] == "CONFIRMED"


def test_codes_become_words() -> None:
    assert labels(("a", "b"), {"a": Term(label="Apples")}) == ("Apples", "b")


def test_a_series_lasts_as_long_as_its_first_event() -> None:
    times = event_times(
        event(
            start="2026-09-14 18:30",
            end="2026-09-14 20:00",
            repeats=Recurrence(every="week", days=("friday",)),
        ).entry.fields,
        ZONE,
    )
    assert times is not None
    assert times.end - times.start == timedelta(hours=1, minutes=30)
