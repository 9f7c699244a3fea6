"""Announcements that nobody will see."""

import pytest

from chapterhouse.diagnostics import Severity
from chapterhouse.model import Network
from chapterhouse.record import Announcement
from tests.builders import association, network
from tests.checks.source.running import run, told


def announced(starts: str | None, ends: str | None) -> Network:
    places = {"places": {"announcement.ends": (7, 9, 10)}}
    said = Announcement(text="The office is closed.", starts=starts, ends=ends)
    return network(association("north", announcement=said, of_folder=places))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [(None, None), ("2026-05-17", None), (None, "2026-05-17"), ("2026-05-17", "2026-05-17")],
)
def test_an_announcement_that_will_be_seen(starts: str | None, ends: str | None) -> None:
    assert told("backward-announcement", announced(starts, ends)) == []


def test_one_that_will_not() -> None:
    (found,) = run("backward-announcement", announced("2026-05-17", "2025-06-01"))
    assert str(found.location) == "associations/north/association.yaml:7:9"
    assert found.message == (
        "the announcement ends on 2025-06-01, before it starts on 2026-05-17, so it is never shown"
    )
    assert found.severity is Severity.WARNING


def test_the_hubs_announcement() -> None:
    said = Announcement(text="The office is closed.", starts="2026-05-17", ends="2025-06-01")
    found = run("backward-announcement", network(announcement=said))
    assert [one.location.path for one in found] == ["content/hub/network.yaml"]
