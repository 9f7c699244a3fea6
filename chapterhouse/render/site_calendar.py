"""The calendars of one site: its events, own and placed, to subscribe to, and each own event by itself.

The first is there before the first event is and stays after the last: people's programs keep asking for it.
"""

from collections.abc import Iterator

from chapterhouse.calendars import Block, CalendarEvent, bind, event_block, event_file, event_uid
from chapterhouse.catalogues import read_words
from chapterhouse.localised import localised
from chapterhouse.model import Entry
from chapterhouse.render.content import SiteContent
from chapterhouse.render.items import Item, url
from chapterhouse.render.languages import home_route, is_shown_in, languages

CALENDAR = "events.ics"
HUB_CALENDAR = "data/events.ics"
"""The hub's is an export: the events of the whole network."""


def events_feed(content: SiteContent, language: str) -> str:
    """Return where the calendar for readers of a language lies, below the site's root.

    It is the main language's where there is no event in it.
    """
    if content.job.is_hub:
        return HUB_CALENDAR
    has_own = any(item.type == "event" and item.language == language for item in _items(content))
    return home_route(content, language) + CALENDAR if has_own else CALENDAR


def has_events(content: SiteContent) -> bool:
    """Tell whether a site shows any event."""
    return any(item.type == "event" for item in _items(content))


def site_calendars(content: SiteContent) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each calendar of a site: of each own event, and of all that it shows."""
    job = content.job
    own = {entry.path: entry for entry in content.entries if entry.type == "event"}
    blocks: list[tuple[str, Block]] = []
    for path, entry in own.items():
        event = _event(entry, content.items[path], content)
        if block := event_block(event):
            blocks.append((entry.language, block))
            yield event_file(entry.route), bind(entry.title, [block], zone=event.zone)
    if job.is_hub:
        return
    placed = {placed.entry.path: placed.entry for placed in job.placed if placed.entry.type == "event"}
    shown = [item for item in content.placed if item.path in placed]
    others = ((item.language, event_block(_event(placed[item.path], item, content))) for item in shown)
    blocks += [(language, block) for language, block in others if block]
    yield from _by_language(blocks, content)


def _by_language(blocks: list[tuple[str, Block]], content: SiteContent) -> Iterator[tuple[str, bytes]]:
    """Yield the main language's calendar, and one for each other language that any event is in."""
    job = content.job
    for language in languages(content):
        route = home_route(content, language) + CALENDAR
        shown = [block for written, block in blocks if is_shown_in(content, written, language)]
        if shown or route == CALENDAR:
            label = localised(job.record, language).label
            title = read_words(job.themes, language).say("%(name)s: events", name=label)
            yield route, bind(title, shown, zone=job.time_zone, url=url(job.site, route))


def _items(content: SiteContent) -> Iterator[Item]:
    yield from content.items.values()
    yield from content.placed


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
