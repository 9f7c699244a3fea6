"""What a day changes about events."""

from typing import Any

import pytest

from chapterhouse.content_types.event import Recurrence
from chapterhouse.model import Entry
from chapterhouse.plan.events import PAST, moment, moments, own_events
from tests.builders import entry, folder


def event(name: str = "a", **fields: Any) -> Entry:
    return entry(f"associations/n/events/{name}.md", type_="event", **fields)


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        ({"start": "2026-05-17"}, "2026-05-17", "2026-05-17"),
        ({"start": "2026-05-17"}, "2026-05-18", PAST),
        ({"start": "2026-05-17 18:30"}, "2026-05-17", "2026-05-17 18:30"),
        ({"start": "2026-05-17", "end": "2026-05-19"}, "2026-05-19", "2026-05-17"),
        ({"start": "2026-05-17", "end": "2026-05-19"}, "2026-05-20", PAST),
    ],
)
def test_moment_of_a_single_event(fields: dict[str, str], today: str, expected: str) -> None:
    assert moment(event(**fields), "UTC", today) == expected


def test_moment_of_a_recurring_event_is_its_next_date() -> None:
    weekly = event(start="2026-05-04 18:00", repeats=Recurrence(every="week", until="2026-05-20"))
    found = [moment(weekly, "UTC", f"2026-05-{day:02}")[:10] for day in (4, 5, 11, 12, 18, 19)]
    assert found == ["2026-05-04", "2026-05-11", "2026-05-11", "2026-05-18", "2026-05-18", PAST]


def test_own_events_are_found_in_packed_pages_too() -> None:
    open_, own = event("a"), event("b", audience="own")
    assert list(own_events(folder("associations/n", [open_]))) == [open_]
    assert list(own_events(folder("associations/n", [open_, own]))) == [open_, own]
    assert list(own_events(folder("associations/n"))) == []


def test_moments_are_by_path_and_only_of_events() -> None:
    page = entry("associations/n/pages/a.md")
    assert moments([(event(start="2026-05-17"), "UTC"), (page, "UTC")], "2026-05-17") == {
        "associations/n/events/a.md": "2026-05-17"
    }
