"""The entries that exports carry: those that show on the hub, with their addresses and time zones."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from zoneinfo import ZoneInfo

from chapterhouse.calendars import Block, CalendarEvent, blocks, event_uid, labels
from chapterhouse.exports._once import once
from chapterhouse.frozen import frozen
from chapterhouse.model import HUB, Association, Entry, Network, NetworkFacts, Site
from chapterhouse.network_facts import network_facts
from chapterhouse.pages import unpack_pages
from chapterhouse.placement import co_hosts, placement
from chapterhouse.record import Term
from chapterhouse.record_values import value_of

TYPES = frozenset({"event", "news", "resource"})
"""The content types that exports and the hub's lists carry."""
TOKEN = 0xF0000
"""The first of the characters that stand for record values in a summary: docs/architecture.md."""


@frozen
class Shown:
    """An entry that shows on the hub, with what its own fields do not say."""

    entry: Entry
    slug: str
    """The association's slug; `""` is the hub."""
    origin: str
    """The label of the association it comes from, or of the umbrella."""
    url: str
    zone: str
    summary: str
    co_hosts: tuple[str, ...] = ()
    """The slugs of the other associations that hold it too."""


def shown(network: Network, type_: str) -> list[Shown]:
    """Return every entry of a content type that shows on the hub, sorted by path."""
    return _shown_by_type(network).get(type_, [])


@once
def _shown_by_type(network: Network) -> dict[str, list[Shown]]:
    found: dict[str, list[Shown]] = {}
    for one in _all_shown(network):
        found.setdefault(one.entry.type, []).append(one)
    return found


def _all_shown(network: Network) -> list[Shown]:
    facts = network_facts(network)
    by_slug = {association.slug: association for association in network.associations}
    found = [
        _shown(entry, None, network, facts, by_slug)
        for entry in _hub_entries(network)
        if entry.type in TYPES and not entry.fields.draft
    ]
    for association in network.associations:
        found += (
            _shown(entry, association, network, facts, by_slug)
            for entry in association.folder.offered
            if entry.type in TYPES and HUB in placement(entry, association.slug, by_slug)
        )
    return sorted(found, key=lambda one: one.entry.path)


def _hub_entries(network: Network) -> tuple[Entry, ...]:
    return unpack_pages(network.hub_folder.pages).entries


def _shown(
    entry: Entry,
    association: Association | None,
    network: Network,
    facts: NetworkFacts,
    by_slug: Mapping[str, Association],
) -> Shown:
    site = association.site if association else network.hub
    slug = association.slug if association else HUB
    return Shown(
        entry=entry,
        slug=slug,
        origin=association.label if association else network.record.label,
        url=site.url + entry.route,
        zone=(association and association.record.time_zone) or network.record.time_zone,
        summary=_summary(entry, association, site, facts) if entry.values else entry.summary,
        co_hosts=co_hosts(entry, slug, by_slug) if entry.fields.associations else (),
    )


def _summary(entry: Entry, association: Association | None, site: Site, facts: NetworkFacts) -> str:
    words = entry.summary
    record = association.record if association else None
    for number, value in enumerate(entry.values):
        words = words.replace(
            chr(TOKEN + number), value_of(value.path, record, facts, site) or value.default or ""
        )
    return words


@once
def calendar_blocks(network: Network) -> dict[str, Block]:
    """Return the events of the network's calendar as calendars write them, by UID."""
    events = (calendar_event(one, network) for one in shown(network, "event"))
    return {block.uid: block for block in blocks(events)}


def calendar_event(one: Shown, network: Network) -> CalendarEvent:
    """Return an event as calendars want it."""
    fields = one.entry.fields
    terms = network.record
    return CalendarEvent(
        entry=one.entry,
        uid=event_uid(network.hub.url, one.entry.path),
        url=one.url,
        zone=one.zone,
        summary=one.summary,
        organiser=one.origin,
        categories=labels(fields.topics, terms.topics) + labels(fields.intended_for, terms.audiences),
    )


@once
def newest_first(network: Network) -> list[Shown]:
    """Return all news that shows on the hub in the order of feeds; what is of one day is sorted by path."""
    return sorted(shown(network, "news"), key=attrgetter("entry.fields.date"), reverse=True)


@frozen
class Narrowed:
    """The entries that have one value of a facet."""

    path: str
    """Below the hub, without its ending: `data/topics/planets`."""
    label: str
    found: tuple[Shown, ...]


def narrowed(network: Network, type_: str) -> tuple[Narrowed, ...]:
    """Return the entries of a content type for each topic and each audience that has any, sorted by path.

    News is in the order of feeds.
    """
    known = _narrowed_by_type(network)
    if type_ not in known:
        found = newest_first(network) if type_ == "news" else shown(network, type_)
        known[type_] = tuple(_narrowed(found, network))
    return known[type_]


@once
def _narrowed_by_type(network: Network) -> dict[str, tuple[Narrowed, ...]]:
    """Return where `narrowed` remembers what it has worked out for a network."""
    return {}


def _narrowed(found: Iterable[Shown], network: Network) -> Iterator[Narrowed]:
    for facet, field, terms in _facets(network):
        groups: dict[str, list[Shown]] = {}
        for one in found:
            for value in dict.fromkeys(getattr(one.entry.fields, field)):
                groups.setdefault(value, []).append(one)
        for value in sorted(groups):
            name = terms[value].label if value in terms else value
            yield Narrowed(path=f"data/{facet}/{value}", label=name, found=tuple(groups[value]))


def _facets(network: Network) -> tuple[tuple[str, str, Mapping[str, Term]], ...]:
    record = network.record
    return ("audiences", "intended_for", record.audiences), ("topics", "topics", record.topics)


@lru_cache(maxsize=2048)
def moment(value: str, zone: str) -> str:
    """Return a day or time of front matter with its offset from universal time (RFC 3339)."""
    return datetime.fromisoformat(value).replace(tzinfo=_zone(zone)).isoformat()


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
