"""What a day changes: when an event has passed, or happens next."""

import pickle
from collections.abc import Iterable, Iterator
from datetime import date

from chapterhouse.model import Entry, Folder
from chapterhouse.occurrences import next_occurrence

PAST = "past"
EVENT = "event"


def moment(event: Entry, time_zone: str, today: str) -> str:
    """Return when an event happens next, seen from a day, or `past`: pages change when this does."""
    fields = event.fields
    if fields.repeats is None:
        return PAST if (fields.end or fields.start)[:10] < today else str(fields.start)
    following = next_occurrence(fields, time_zone, date.fromisoformat(today))
    return following.start.isoformat() if following else PAST


def own_events(folder: Folder) -> Iterator[Entry]:
    """Yield the events of a folder, as others see them."""
    yield from (entry for entry in folder.offered if entry.type == EVENT)
    if folder.events:
        yield from pickle.loads(folder.events)


def moments(events: Iterable[tuple[Entry, str]], today: str) -> dict[str, str]:
    """Return the moment of each event, given with its time zone, by path."""
    return {event.path: moment(event, zone, today) for event, zone in events if event.type == EVENT}
