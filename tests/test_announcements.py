"""The days of an announcement."""

import pytest

from chapterhouse.announcements import announcement
from chapterhouse.record import Announcement, NetworkRecord, Record


@pytest.mark.parametrize(
    ("starts", "ends", "shown"),
    [
        (None, None, True),
        ("2026-05-17", None, True),
        ("2026-05-18", None, False),
        (None, "2026-05-17", True),
        (None, "2026-05-16", False),
        ("2026-05-01", "2026-05-31", True),
    ],
)
def test_it_is_shown_from_its_first_day_to_its_last(
    starts: str | None, ends: str | None, shown: bool
) -> None:
    said = Announcement(text="The office is closed.", starts=starts, ends=ends)
    for record in (Record(name="North", announcement=said), NetworkRecord(name="Clubs", announcement=said)):
        assert (announcement(record, "2026-05-17") is said) == shown


def test_most_sites_announce_nothing() -> None:
    assert announcement(Record(name="North"), "2026-05-17") is None
