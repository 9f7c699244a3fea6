"""Events."""

from typing import Any

import pytest

from chapterhouse.content_types import event
from tests.content_types.reading import codes, fields, problems

START = "2026-05-17 18:30"


def of(start: str = START, **more: Any) -> list[tuple[str, str]]:
    return problems("event", title="Meeting", start=start, **more)


def rule(**more: Any) -> list[str]:
    return [words for name, words in of(repeats={"every": "month", **more}) if name == "repeats"]


def test_an_event_has_a_start() -> None:
    assert fields("event", title="x", start="2026-05-17T18:30").start == START
    assert codes("event", title="x") == [("missing", "start")]


def test_an_event_that_fits_together() -> None:
    assert of(end="2026-05-17 20:00") == []
    assert of("2026-05-17", end="2026-05-19", all_day=True) == []
    assert of(repeats={"every": "month", "week": "third", "days": ["wednesday"], "until": "2026-12-31"}) == []


def test_the_end_is_not_before_the_start() -> None:
    assert of(end="2026-05-17 17:00") == [("end", f"is before the start, {START}")]


def test_start_and_end_both_have_times_or_neither() -> None:
    words = ("end", "start and end both need a time, or neither does")
    assert of(end="2026-05-18") == [words]
    assert of("2026-05-17", end="2026-05-18 09:00") == [words]
    assert of(end="2026-05-17") == [words]


def test_an_all_day_event_has_no_times() -> None:
    assert of("2026-05-17", all_day="no") == [("start", "has no time, but all_day says no")]
    assert of(all_day="yes") == [("start", "has a time, but all_day says yes")]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"interval": 0}, "interval and count are at least 1"),
        ({"count": 0}, "interval and count are at least 1"),
        ({"count": 2, "until": "2026-12-31"}, "has both until and count; one of them is enough"),
        ({"week": "third"}, "week needs every: month and days"),
        ({"every": "week", "week": "third", "days": ["friday"]}, "week needs every: month and days"),
        ({"until": "2026-05-16"}, "until is before the start"),
    ],
)
def test_a_recurrence_fits_together(more: dict[str, Any], words: str) -> None:
    assert rule(**more) == [words]


def test_days_are_named_in_full() -> None:
    assert codes("event", title="x", start=START, repeats={"every": "week", "days": ["wed"]}) == [
        ("literal_error", "repeats", "days", 0)
    ]


def test_an_online_event_has_an_address_or_yes() -> None:
    assert fields("event", title="x", start=START, online="yes").online is True
    assert (
        fields("event", title="x", start=START, online="https://example.org/").online
        == "https://example.org/"
    )
    found = codes("event", title="x", start=START, online="by telephone")
    assert {(code, name) for code, name, *_ in found} == {("bad-url", "online"), ("bool_parsing", "online")}


def test_events_go_to_the_network() -> None:
    assert (event.FOLDER, event.LISTING, event.AUDIENCE) == ("events", True, "network")
