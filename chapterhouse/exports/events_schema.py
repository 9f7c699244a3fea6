"""The form of the events in JSON: what each field means and what may stand in it (JSON Schema 2020-12)."""

from typing import Any

from chapterhouse.exports._json import pretty
from chapterhouse.exports.events_json import SCHEMA as FILE
from chapterhouse.model import Network
from chapterhouse.schema_forms import complete
from chapterhouse.words import phrase

TITLE = phrase("Events, for programs: the schema")
MEDIA_TYPE = "application/schema+json"
SCHEMA = "https://json-schema.org/draft/2020-12/schema"

__all__ = ["FILE", "MEDIA_TYPE", "SCHEMA", "TITLE", "render"]

_MOMENT = {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}
_ADDRESS = {"type": "string", "format": "uri"}
_WORDS = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_LIST = {"type": "array", "items": _WORDS}

_EVENT: dict[str, tuple[dict[str, Any], str]] = {
    "id": (_ADDRESS, "An identifier that does not change, the UID of the calendar."),
    "title": (_WORDS, "What it is called."),
    "url": (_ADDRESS, "Its page."),
    "association": (_MAYBE, "The slug of the association whose event it is; null for the umbrella."),
    "organiser": (_WORDS, "The name of that association, or of the umbrella."),
    "associations": (_LIST, "The slugs of associations that take part."),
    "start": (_MOMENT, "When it begins, a day for an all-day event; the first time of those that repeat."),
    "end": (_MOMENT, "When it ends; the last day of an all-day event."),
    "all_day": ({"type": "boolean"}, "Whether it has days and no times."),
    "time_zone": (_WORDS, "The time zone in which it happens."),
    "rule": (_MAYBE, "How it repeats, as an RRULE (RFC 5545) from its start on."),
    "skipped": (
        {"type": "array", "items": {"type": "string", "format": "date"}},
        "Days of the rule on which it does not happen.",
    ),
    "status": (
        {"enum": ["scheduled", "tentative", "cancelled", "postponed"]},
        "Whether it takes place.",
    ),
    "summary": (_WORDS, "One or two sentences."),
    "location": (_MAYBE, "Where people meet."),
    "online": ({"type": "boolean"}, "Whether people can join online."),
    "registration": (_MAYBE, "Where people register."),
    "language": (_WORDS, "The language of its page."),
    "topics": (_LIST, "What it is about."),
    "intended_for": (_LIST, "For whom it is."),
    "updated": (
        {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]},
        "When these facts last changed.",
    ),
}


def render(network: Network) -> bytes:
    """Return the schema."""
    head: dict[str, Any] = {
        "$schema": _WORDS,
        "name": _WORDS,
        "url": _ADDRESS,
        "generated_for": {"type": "string", "format": "date"},
        "count": {"type": "integer"},
        "events": {
            "type": "array",
            "items": complete(
                {name: {**form, "description": words} for name, (form, words) in _EVENT.items()}
            ),
        },
    }
    return pretty(
        {
            "$schema": SCHEMA,
            "$id": network.hub.url + FILE,
            "title": f"The events of {network.record.name}",
            **complete(head),
        }
    )
