"""The events of the whole network as a calendar to subscribe to, and one for each topic (iCalendar).

Each association's own calendar lies at its site, as `events.ics`.
"""

from collections.abc import Iterator

from chapterhouse.calendars import MEDIA_TYPE, calendar
from chapterhouse.exports._entries import calendar_event, calendar_events, shown, topics
from chapterhouse.exports._facts import label
from chapterhouse.model import Network

FILE = "data/events.ics"
TITLE = "Events, as a calendar"
SCHEMA = "https://www.rfc-editor.org/rfc/rfc5545"
FOLDER = "data/topics/"
"""Where each topic's calendar lies, below the hub: `data/topics/families.ics`."""

__all__ = ["FILE", "FOLDER", "MEDIA_TYPE", "SCHEMA", "TITLE", "each", "render"]


def render(network: Network) -> bytes:
    """Return the calendar."""
    record = network.record
    url = network.hub.url + FILE
    return calendar(f"{record.label}: events", calendar_events(network), zone=record.time_zone, url=url)


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield a calendar for each topic that has events."""
    record = network.record
    for topic, found in topics(shown(network, "event")).items():
        path = f"{FOLDER}{topic}.ics"
        name = f"{record.label}: {label(topic, record.topics)}"
        events = [calendar_event(one, network) for one in found]
        yield path, calendar(name, events, zone=record.time_zone, url=network.hub.url + path)
