"""What templates may use besides Jinja's own filters, all in the language of the page.

`format_date(style)` a day in words; `format_time(zone=true)` a time of day; `format_weekday` a day's name;
`format_when` an event's occurrence as one phrase; `format_repeats` how often it happens; `event_status` its
status; `iso` for `<time datetime>`; `listed` words joined as `a, b and c`; `number` a number with its
thousands apart; `first_upper` a text with a capital; `count("site")` a number with its noun, in English only;
`plain` the words of some HTML; `shorten(80)`; `label(terms)` the label of a value of a vocabulary;
`lang` the attributes of a piece in another language; `text_lang("mission")` those of a text of a record;
`direction` rtl or ltr; `language_name` what a language calls itself; `region_name` the name of a place.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from chapterhouse import text
from chapterhouse.localised import text_language
from chapterhouse.occurrences import Occurrence
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.render import dates
from chapterhouse.render.picture_markup import picture
from chapterhouse.render.repeats import format_repeats
from chapterhouse.vocabulary import and_listed, place_name
from chapterhouse.words import Words, phrase

EVENT_STATUS: Mapping[str, str] = {
    "scheduled": phrase("Scheduled"),
    "tentative": phrase("Tentative"),
    "postponed": phrase("Postponed"),
    "cancelled": phrase("Cancelled"),
}
"""The words for what is with an event."""


def filters(words: Words) -> dict[str, Any]:
    """Return every filter by name, those that need the words of a language among them."""
    return {
        **FILTERS,
        "event_status": lambda status: words.say(EVENT_STATUS[status]),
        "format_repeats": lambda rule: format_repeats(rule, words),
        "listed": lambda names: and_listed(names, words),
        "number": words.number,
        "region_name": lambda code: place_name(code, words.language),
    }


@pass_context
def _format_date(context: Context, value: Any, style: str = "long") -> str:
    return dates.format_date(value, context["language"], style)


@pass_context
def _format_weekday(context: Context, day: str, width: Literal["wide", "abbreviated"] = "wide") -> str:
    return dates.weekday(date.fromisoformat(day), context["language"], width)


@pass_context
def _lang(context: Context, written: str) -> Markup:
    return dates.lang(written, context["language"])


@pass_context
def _text_lang(context: Context, record: Record | NetworkRecord, *names: str) -> str:
    """Return the attributes of the first of some texts that a record has, if it is in another language."""
    language = context["language"]
    main = (record.languages or context["network"].record.languages)[0]
    name = next((name for name in names if getattr(record, name, None)), "")
    written = text_language(record, name, language, main) if name else language
    return dates.lang(written, language) if written != language else ""


@pass_context
def _format_time(context: Context, value: Any, zone: bool = False) -> str:
    return dates.format_time(value, context["language"], zone)


@pass_context
def _format_when(context: Context, value: Occurrence) -> str:
    return dates.format_when(value, context["language"])


def _label(value: str, terms: Mapping[str, Any]) -> str:
    return str(terms[value].label) if value in terms else value


def _shorten(words: str, limit: int = 160) -> str:
    return text.shorten(words, limit)


FILTERS: Mapping[str, Any] = {
    "count": text.count,
    "format_date": _format_date,
    "format_time": _format_time,
    "format_weekday": _format_weekday,
    "format_when": _format_when,
    "iso": dates.iso,
    "direction": dates.direction,
    "label": _label,
    "lang": _lang,
    "language_name": dates.language_name,
    "picture": picture,
    "plain": text.plain,
    "first_upper": text.first_upper,
    "shorten": _shorten,
    "text_lang": _text_lang,
}
"""The filters that are the same in every language, or find it in the page."""
