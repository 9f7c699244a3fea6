"""The calendars of one site: its events, own and placed, to subscribe to, and each own event by itself.

The first is there before the first event is and stays after the last: people's programs keep asking for it.
"""

from collections.abc import Iterator

from chapterhouse.calendars import CalendarEvent, bind, event_block, event_file, event_uid
from chapterhouse.model import Entry
from chapterhouse.render.content import SiteContent
from chapterhouse.render.items import Item, url

CALENDAR = "events.ics"
HUB_CALENDAR = "data/events.ics"
"""The hub's is an export: the events of the whole network."""


def events_feed(content: SiteContent) -> str:
    """Return where the calendar of a site lies, below the site's root."""
    return HUB_CALENDAR if content.job.is_hub else CALENDAR


def has_events(content: SiteContent) -> bool:
    """Tell whether a site shows any event."""
    return any(item.type == "event" for item in (*content.items.values(), *content.placed))


def site_calendars(content: SiteContent) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each calendar of a site: of each own event, and of all that it shows."""
    job = content.job
    own = {entry.path: entry for entry in content.entries if entry.type == "event"}
    blocks = []
    for path, entry in own.items():
        event = _event(entry, content.items[path], content)
        if block := event_block(event):
            blocks.append(block)
            yield event_file(entry.route), bind(entry.title, [block], zone=event.zone)
    if job.is_hub:
        return
    placed = {placed.entry.path: placed.entry for placed in job.placed if placed.entry.type == "event"}
    others = (_event(placed[item.path], item, content) for item in content.placed if item.path in placed)
    blocks += filter(None, map(event_block, others))
    yield (
        CALENDAR,
        bind(f"{job.record.label}: events", blocks, zone=job.time_zone, url=url(job.site, CALENDAR)),
    )


def _event(entry: Entry, item: Item, content: SiteContent) -> CalendarEvent:
    job = content.job
    network = job.network
    topics, audiences = network.record.topics, network.record.audiences
    return CalendarEvent(
        entry=entry,
        uid=event_uid(network.url, entry.path),
        url=item.url,
        zone=item.time_zone,
        summary=item.summary,
        organiser=item.origin or job.record.label,
        categories=(
            *(topics[name].label for name in entry.fields.topics if name in topics),
            *(audiences[name].label for name in entry.fields.intended_for if name in audiences),
        ),
    )
