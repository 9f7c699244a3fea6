"""The events for programs."""

import json
from datetime import datetime

from dateutil.rrule import rrulestr

from chapterhouse.exports import events_json
from chapterhouse.model import Network


def test_times_have_their_offset(clubs: Network) -> None:
    assembly, fair, circle, talk = json.loads(events_json.render(clubs))["events"]
    assert assembly["start"] == "2026-06-01T10:00:00+01:00"
    assert (fair["start"], fair["end"], fair["all_day"]) == ("2026-07-03", "2026-07-05", True)
    assert (circle["start"], circle["end"]) == ("2026-09-16T18:30:00-05:00", "2026-09-16T20:00:00-05:00")
    assert talk["start"] == "2026-11-11T19:30:00+00:00"


def test_an_event_says_whose_it_is_and_whether_it_takes_place(clubs: Network) -> None:
    assembly, fair, circle, talk = json.loads(events_json.render(clubs))["events"]
    assert (assembly["association"], fair["association"]) == (None, "north")
    assert [one["status"] for one in (assembly, fair, circle, talk)] == [
        "scheduled",
        "cancelled",
        "scheduled",
        "postponed",
    ]
    assert circle["url"] == "https://example.org/north/events/circle/"


def test_the_rule_is_one_that_other_programs_read(clubs: Network) -> None:
    circle = json.loads(events_json.render(clubs))["events"][2]
    found = list(rrulestr(circle["rule"], dtstart=datetime.fromisoformat(circle["start"])))
    assert len(found) == 10
    assert circle["skipped"] == ["2026-12-16"]


def test_a_network_without_events_has_an_empty_list(nobody: Network) -> None:
    assert json.loads(events_json.render(nobody))["events"] == []
