"""Structured data for search engines: the record and the entries in the words of schema.org.

Only what somebody confirmed is told to machines: they do not read "not confirmed".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from chapterhouse import places
from chapterhouse.render.json_text import encode, joined, quoted

if TYPE_CHECKING:
    from chapterhouse.content_types.event import Fields as EventFields
    from chapterhouse.content_types.event import Recurrence, Venue
    from chapterhouse.content_types.news import Fields as NewsFields
    from chapterhouse.model import NetworkFacts, Site
    from chapterhouse.record import Address, Contact, NetworkRecord, Record
    from chapterhouse.render.items import Item
    from chapterhouse.render.menu import Crumb

Thing = dict[str, Any]

_STATUS = {"scheduled": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}
_FREQUENCY = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_WEEK = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}


def dump(things: Sequence[Thing]) -> str:
    """Return things as one JSON text that is safe inside a `<script>` element; empty where there are none."""
    return joined([encode(thing) for thing in things])


def encoded_breadcrumbs(crumbs: tuple[Crumb, ...], site: Site) -> str:
    """Return `breadcrumbs` as JSON; all but the last step is the same for many pages and written once.

    The last step is the page itself and has a title only.
    """
    begin = _encoded_way(crumbs[:-1], site.host)
    return f'{begin},{{"@type":"ListItem","position":{len(crumbs)},"name":{quoted(crumbs[-1].title)}}}]}}'


@lru_cache(maxsize=64)
def _encoded_way(crumbs: tuple[Crumb, ...], host: str) -> str:
    return encode(_steps(crumbs, host)).removesuffix("]}")


def organisation(record: Record | NetworkRecord, site: Site, network: NetworkFacts) -> Thing:
    """Return the organisation whose site it is: an association, or the umbrella on the hub."""
    unsure = frozenset(record.unconfirmed)

    def sure(name: str) -> Any:
        return None if name in unsure else getattr(record, name, None)

    umbrella = None if record is network.record else reference(network.name, network.url)
    return _filled(
        {
            "@type": "Organization",
            "@id": site.url + "#organization",
            "name": record.name,
            "alternateName": _one_or_many([*_texts(record.short_name), *(sure("also_known_as") or ())]),
            "url": site.url,
            "description": record.summary or sure("mission"),
            "logo": site.url + record.brand.logo if record.brand.logo else None,
            "foundingDate": sure("founded"),
            "areaServed": _areas(sure("regions") or (), network.record),
            "knowsLanguage": _one_or_many(list(sure("languages") or ())),
            **(_contact(record.contact) if "contact" not in unsure else {}),
            "memberOf": umbrella,
            "sameAs": _same_as(sure("website"), sure("other_websites") or (), sure("social") or {}, site.url),
        }
    )


def website(network: NetworkFacts, site: Site) -> Thing:
    """Return the hub as a website."""
    return _filled(
        {
            "@type": "WebSite",
            "@id": site.url + "#website",
            "name": network.name,
            "alternateName": network.label if network.label != network.name else None,
            "url": site.url,
            "description": network.record.summary,
            "inLanguage": _one_or_many(list(network.record.languages)),
            "publisher": {"@id": site.url + "#organization"},
        }
    )


def reference(name: str, url: str) -> Thing:
    """Return an organisation by its name and address only: a publisher, organiser or umbrella."""
    return _filled({"@type": "Organization", "name": name, "url": url})


def article(item: Item, publisher: Thing, *, time_zone: str = "UTC", image: str = "") -> Thing:
    """Return a news entry; the image is an absolute address."""
    fields: NewsFields = item.fields
    return _filled(
        {
            "@type": "Article",
            "headline": item.title,
            "url": item.url,
            "mainEntityOfPage": item.url,
            "description": item.summary,
            "image": image,
            "datePublished": moment(fields.date, time_zone),
            "dateModified": moment(fields.updated or fields.date, time_zone),
            "inLanguage": item.language,
            "author": _filled({"@type": "Organization", "name": fields.author})
            if fields.author
            else publisher,
            "publisher": publisher,
        }
    )


def event(item: Item, time_zone: str, organizer: Thing, *, image: str = "") -> Thing:
    """Return an event; times get the offset from UTC that holds at its place on that day."""
    fields: EventFields = item.fields
    zone = fields.time_zone or time_zone
    return _filled(
        {
            "@type": "Event",
            "name": item.title,
            "url": item.url,
            "description": item.summary,
            "image": image,
            "startDate": moment(fields.start, zone),
            "endDate": moment(fields.end, zone) if fields.end else None,
            "eventSchedule": _schedule(fields, fields.repeats, zone) if fields.repeats else None,
            "eventStatus": _term(_STATUS.get(fields.status)),
            "eventAttendanceMode": _term(_attendance(fields)),
            "location": _one_or_many(_locations(fields, item.url)),
            "inLanguage": item.language,
            "offers": {"@type": "Offer", "url": fields.registration} if fields.registration else None,
            "organizer": organizer,
        }
    )


def breadcrumbs(crumbs: Iterable[Crumb], site: Site) -> Thing:
    """Return the way from the home page to a page."""
    return _steps(crumbs, site.host)


def _steps(crumbs: Iterable[Crumb], host: str) -> Thing:
    steps = [_step(position, crumb, host) for position, crumb in enumerate(crumbs, start=1)]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _step(position: int, crumb: Crumb, host: str) -> Thing:
    return _filled(
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb.title,
            "item": host + crumb.href if crumb.href.startswith("/") else crumb.href,
        }
    )


def moment(value: str, time_zone: str) -> str:
    """Return a day as it is, and a time with its offset from UTC (ISO 8601): `2026-05-17T18:30:00-05:00`."""
    if " " not in value:
        return value
    return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(time_zone)).isoformat()


def _contact(contact: Contact) -> Thing:
    return {
        "email": contact.email,
        "telephone": contact.phone,
        "address": _address(contact.address) if contact.address else None,
        "contactPoint": {"@type": "ContactPoint", "url": contact.form} if contact.form else None,
    }


def _address(address: Address) -> Thing:
    return _filled(
        {
            "@type": "PostalAddress",
            "streetAddress": address.street,
            "addressLocality": address.locality,
            "addressRegion": address.region,
            "postalCode": address.postal_code,
            "addressCountry": address.country,
        }
    )


def _areas(regions: Iterable[str], network: NetworkRecord) -> Any:
    areas = [
        {
            "@type": "AdministrativeArea" if "-" in code else "Country",
            "name": network.regions.get(code) or places.name(code),
            "identifier": code,
        }
        for code in regions
    ]
    return _one_or_many(areas)


def _same_as(website: str | None, others: Iterable[str], social: Mapping[str, str], own: str) -> list[str]:
    addresses = [*_texts(website), *others, *(social[name] for name in sorted(social))]
    return [address for address in dict.fromkeys(addresses) if address != own]


def _attendance(fields: EventFields) -> str | None:
    if fields.online and fields.venue:
        return "MixedEventAttendanceMode"
    if fields.online:
        return "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode" if fields.venue else None


def _locations(fields: EventFields, page: str) -> list[Thing]:
    found = [_place(fields.venue)] if fields.venue else []
    if fields.online:
        found.append({"@type": "VirtualLocation", "url": page if fields.online is True else fields.online})
    return found


def _place(venue: Venue) -> Thing:
    address = _address(venue.address) if venue.address else None
    return _filled({"@type": "Place", "name": venue.name, "address": address, "url": venue.url})


def _schedule(fields: EventFields, rule: Recurrence, zone: str) -> Thing:
    day, _, clock = fields.start.partition(" ")
    end_clock = (fields.end or "").partition(" ")[2]
    ordinal = _WEEK.get(rule.week or "", "")
    return _filled(
        {
            "@type": "Schedule",
            "startDate": day,
            "endDate": rule.until,
            "startTime": clock and clock + ":00",
            "endTime": end_clock and end_clock + ":00",
            "repeatFrequency": f"P{rule.interval}{_FREQUENCY[rule.every]}",
            "repeatCount": rule.count,
            "byDay": _one_or_many([ordinal + weekday[:2].upper() for weekday in rule.days]),
            "exceptDate": _one_or_many(list(rule.skip)),
            "scheduleTimezone": zone,
        }
    )


def _term(name: str | None) -> str | None:
    return f"https://schema.org/{name}" if name else None


def _texts(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _one_or_many(values: Sequence[Any]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _filled(thing: Thing) -> Thing:
    """Leave out what is not known."""
    return {name: value for name, value in thing.items() if value}
