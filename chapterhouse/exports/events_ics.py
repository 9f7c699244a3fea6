"""The events of the network as a calendar to subscribe to, one for each topic, each by itself (iCalendar).

Each association's own calendar lies at its site, as `events.ics`.
"""

from collections.abc import Iterator

from chapterhouse.calendars import MEDIA_TYPE, bind, event_uid
from chapterhouse.exports._entries import calendar_blocks, shown, topics
from chapterhouse.exports._facts import label
from chapterhouse.model import Network

FILE = "data/events.ics"
TITLE = "Events, as a calendar"
SCHEMA = "https://www.rfc-editor.org/rfc/rfc5545"
FOLDER = "data/topics/"
"""Where each topic's calendar lies, below the hub: `data/topics/families.ics`."""
EACH = "data/events/"
"""Where each event lies by itself, to be added to a calendar: `data/events/<its UID>.ics`."""

__all__ = ["EACH", "FILE", "FOLDER", "MEDIA_TYPE", "SCHEMA", "TITLE", "each", "render"]


def render(network: Network) -> bytes:
    """Return the calendar."""
    record = network.record
    url = network.hub.url + FILE
    events = calendar_blocks(network).values()
    return bind(f"{record.label}: events", events, zone=record.time_zone, url=url)


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield a calendar for each topic that has events, and each event by itself."""
    record = network.record
    known = calendar_blocks(network)
    for topic, found in topics(shown(network, "event")).items():
        path = f"{FOLDER}{topic}.ics"
        name = f"{record.label}: {label(topic, record.topics)}"
        uids = [event_uid(network.hub.url, one.entry.path) for one in found]
        events = [known[uid] for uid in uids if uid in known]
        yield path, bind(name, events, zone=record.time_zone, url=network.hub.url + path)
    for one in shown(network, "event"):
        uid = event_uid(network.hub.url, one.entry.path)
        if uid in known:
            yield f"{EACH}{uid}.ics", bind(one.entry.title, [known[uid]], zone=one.zone)
