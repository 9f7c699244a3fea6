"""The events of the network as a calendar to subscribe to, one for each topic and each audience (iCalendar).

Each association's own calendar lies at its site, as `events.ics`; each event by itself lies beside its page.
"""

from collections.abc import Iterator

from chapterhouse.calendars import MEDIA_TYPE, bind, event_uid
from chapterhouse.exports._entries import calendar_blocks, narrowed
from chapterhouse.model import Network
from chapterhouse.words import phrase

FILE = "data/events.ics"
TITLE = phrase("Events, as a calendar")
SCHEMA = "https://www.rfc-editor.org/rfc/rfc5545"

__all__ = ["FILE", "MEDIA_TYPE", "SCHEMA", "TITLE", "each", "listed", "render"]


def render(network: Network) -> bytes:
    """Return the calendar."""
    record = network.record
    url = network.hub.url + FILE
    events = calendar_blocks(network).values()
    return bind(f"{record.label}: events", events, zone=record.time_zone, url=url)


def listed(network: Network) -> Iterator[tuple[str, str]]:
    """Yield name and path of the calendars of topics and audiences."""
    for one in narrowed(network, "event"):
        yield one.label, f"{one.path}.ics"


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield a calendar for each topic and each audience that has events."""
    record = network.record
    known = calendar_blocks(network)
    for one in narrowed(network, "event"):
        path = f"{one.path}.ics"
        uids = [event_uid(network.hub.url, each.entry.path) for each in one.found]
        events = [known[uid] for uid in uids if uid in known]
        name = f"{record.label}: {one.label}"
        yield path, bind(name, events, zone=record.time_zone, url=network.hub.url + path)
