"""The calendar of one association's events, own and placed, to subscribe to.

It is there before the first event is and stays after the last: people's programs keep asking for it.
"""

from chapterhouse.calendars import CalendarEvent, calendar, event_uid
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


def site_calendar(content: SiteContent) -> bytes:
    """Return the calendar of an association's site."""
    job = content.job
    entries = {entry.path: entry for entry in content.entries if entry.type == "event"}
    entries |= {placed.entry.path: placed.entry for placed in job.placed if placed.entry.type == "event"}
    items = [item for item in (*content.items.values(), *content.placed) if item.type == "event"]
    return calendar(
        f"{job.record.label}: events",
        (_event(entries[item.path], item, content) for item in items),
        zone=job.time_zone,
        url=url(job.site, CALENDAR),
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
