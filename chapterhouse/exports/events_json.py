"""The events of the whole network, for programs: times with their offset, and the rule of those that repeat.

`rule` is an RRULE of iCalendar that begins at `start`; `skipped` are days of the rule that fall out.
"""

from typing import Any

from chapterhouse.calendars import Times, event_times, event_uid, location_text
from chapterhouse.exports._entries import Shown, moment, shown
from chapterhouse.exports._json import listing
from chapterhouse.model import Network
from chapterhouse.words import phrase

FILE = "data/events.json"
TITLE = phrase("Events, for programs")
MEDIA_TYPE = "application/json"
SCHEMA = "data/schema/events.schema.json"


def render(network: Network) -> bytes:
    """Return the list, sorted by start."""
    found = [
        (times.start, _event(one, times, network))
        for one in shown(network, "event")
        if (times := event_times(one.entry.fields, one.zone))
    ]
    found.sort(key=lambda pair: (pair[0], pair[1]["id"]))
    return listing(
        {
            "$schema": network.hub.url + SCHEMA,
            "name": network.record.name,
            "url": network.hub.url,
            "generated_for": network.today,
            "count": len(found),
        },
        "events",
        (event for _, event in found),
    )


def _event(one: Shown, times: Times, network: Network) -> dict[str, Any]:
    fields = one.entry.fields
    return {
        "id": f"urn:uuid:{event_uid(network.hub.url, one.entry.path)}",
        "title": fields.title,
        "url": one.url,
        "association": one.slug or None,
        "organiser": one.origin,
        "associations": list(one.co_hosts),
        "start": _moment(times.start.isoformat(), times),
        "end": _moment(times.end.isoformat(), times),
        "all_day": times.all_day,
        "time_zone": times.zone,
        "rule": times.rule or None,
        "skipped": [day.isoformat() for day in times.skipped],
        "status": fields.status,
        "summary": one.summary,
        "location": location_text(fields) or None,
        "online": bool(fields.online),
        "registration": fields.registration,
        "language": one.entry.language,
        "topics": list(fields.topics),
        "intended_for": list(fields.intended_for),
        "updated": moment(fields.updated, times.zone) if fields.updated else None,
    }


def _moment(value: str, times: Times) -> str:
    return value[:10] if times.all_day else moment(value, times.zone)
