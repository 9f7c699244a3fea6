"""The network's calendar."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import vobject
from icalendar import Calendar

from chapterhouse.exports import events_ics
from chapterhouse.model import Network


def test_it_has_the_events_that_show_on_the_hub(clubs: Network) -> None:
    found = Calendar.from_ical(events_ics.render(clubs)).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in found] == [
        "Assembly",
        "Cancelled: Fair",
        "Observing, together; a circle",
        "Postponed: Talk",
    ]
    assert [str(one["CONTACT"]) for one in found] == ["Astro", "NCS", "NCS", '"Online" & <only>']


def test_an_event_is_in_its_own_time_zone(clubs: Network) -> None:
    found = Calendar.from_ical(events_ics.render(clubs))
    assembly: Any = found.walk("VEVENT")[0]
    assert assembly.start == datetime(2026, 6, 1, 10, 0, tzinfo=ZoneInfo("Europe/Dublin"))
    assert [zone["TZID"] for zone in found.walk("VTIMEZONE")] == ["America/Chicago", "Europe/Dublin"]


def test_a_second_program_reads_the_series(clubs: Network) -> None:
    found = {one.summary.value: one for one in vobject.readOne(events_ics.render(clubs).decode()).vevent_list}
    days = [f"{day:%Y-%m-%d %H:%M}" for day in found["Observing, together; a circle"].getrruleset()]
    assert days[:4] == ["2026-09-16 18:30", "2026-10-21 18:30", "2026-11-18 18:30", "2027-01-20 18:30"]
    assert days[-1] == "2027-06-16 18:30"


def test_it_knows_its_own_address(clubs: Network) -> None:
    assert Calendar.from_ical(events_ics.render(clubs))["SOURCE"] == "https://example.org/data/events.ics"


def test_each_topic_and_each_audience_has_a_calendar(clubs: Network) -> None:
    files = dict(events_ics.each(clubs))
    assert list(files) == ["data/audiences/families.ics", "data/topics/planets.ics"]
    whole = Calendar.from_ical(events_ics.render(clubs)).walk("VEVENT")[2]
    for path, name in zip(files, ("Astro: Families", "Astro: Planets"), strict=True):
        found = Calendar.from_ical(files[path])
        assert found["NAME"] == name
        assert found["SOURCE"] == f"https://example.org/{path}"
        assert [one.to_ical() for one in found.walk("VEVENT")] == [whole.to_ical()]


def test_a_network_without_events_has_a_calendar(nobody: Network) -> None:
    found = Calendar.from_ical(events_ics.render(nobody))
    assert found.subcomponents
    assert not found.walk("VEVENT")
