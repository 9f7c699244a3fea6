"""Whether the announcement of a site is shown on a day."""

from chapterhouse.record import Announcement, NetworkRecord, Record


def announcement(record: Record | NetworkRecord, today: str) -> Announcement | None:
    """Return what a site announces on a day (`2026-05-17`); None before its first day and after its last."""
    found = record.announcement
    if found is None or (found.starts and today < found.starts) or (found.ends and found.ends < today):
        return None
    return found
