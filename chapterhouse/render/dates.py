"""Dates and times in words, in the language of the page: the filters of templates.

English is written here; other languages come from the Unicode locale data (Babel), which is imported only
when a page needs it. Every text is computed once for a value and language.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from markupsafe import Markup, escape

from chapterhouse.occurrences import Occurrence
from chapterhouse.vocabulary import MONTHS, month_name
from chapterhouse.vocabulary import locale as _locale
from chapterhouse.words import is_english as _is_english

_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@lru_cache(maxsize=4096)
def format_date(value: str | date, language: str = "en", style: str = "long") -> str:
    """Return a day in words: `May 17, 2026`; in full `Sunday, May 17, 2026`, medium `May 17, 2026`.

    A year or a year with a month (`2001`, `2001-05`) is written with what it has.
    """
    if isinstance(value, str):
        if len(value) == 4:
            return value
        if len(value) == 7:
            return month_name(value, language)
        value = date.fromisoformat(value[:10])
    elif isinstance(value, datetime):
        value = value.date()
    if not _is_english(language):
        from babel import dates

        return str(dates.format_date(value, style, locale=_locale(language)))
    month = MONTHS[value.month - 1] if style != "medium" else MONTHS[value.month - 1][:3]
    if language in ("en", "en-US"):
        words = f"{month} {value.day}, {value.year}"
        return f"{_DAYS[value.weekday()]}, {words}" if style == "full" else words
    words = f"{value.day} {month} {value.year}"
    return f"{_DAYS[value.weekday()]} {words}" if style == "full" else words


@lru_cache(maxsize=4096)
def format_time(value: datetime, language: str = "en", zone: bool = False) -> str:
    """Return a time of the day in words, `6:30 PM`, with its time zone if asked: `6:30 PM CDT`."""
    name = f" {_zone_name(value)}" if zone else ""
    if not _is_english(language):
        from babel import dates

        # Without the zone: Babel would convert to the one it is told.
        return f"{dates.format_time(value.replace(tzinfo=None), 'short', locale=_locale(language))}{name}"
    if language in ("en", "en-US"):
        return f"{value.hour % 12 or 12}:{value.minute:02} {'AM' if value.hour < 12 else 'PM'}{name}"
    return f"{value.hour:02}:{value.minute:02}{name}"


@lru_cache(maxsize=4096)
def format_when(when: Occurrence, language: str = "en") -> str:
    """Return when something happens, as one phrase: day, times and time zone."""
    first, last = (format_date(day, language, "full") for day in (when.first_day, when.last_day))
    if when.all_day:
        return first if first == last else f"{first} – {last}"
    begin, end = (format_time(moment, language) for moment in (when.start, when.end))
    zone = _zone_name(when.start)
    if when.start == when.end:
        return f"{first}, {begin} {zone}"
    if first == last:
        return f"{first}, {begin} – {end} {zone}"
    return f"{first}, {begin} – {last}, {end} {zone}"


@lru_cache(maxsize=256)
def weekday(day: date, language: str = "en", width: Literal["wide", "abbreviated"] = "wide") -> str:
    """Return the day of the week as a language writes it: `Monday`, abbreviated `Mon`."""
    if _is_english(language):
        name = _DAYS[day.weekday()]
        return name if width == "wide" else name[:3]
    from babel import dates

    return str(dates.get_day_names(width, locale=_locale(language))[day.weekday()])


@lru_cache(maxsize=256)
def language_name(language: str) -> str:
    """Return what a language calls itself: `English`, `español`."""
    if language == "en":
        return "English"
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return language
    return str(name or language)


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """Return in which direction a language is written: `rtl` for Arabic, Hebrew and others, else `ltr`."""
    parts = language.lower().split("-")
    return "rtl" if parts[0] in _RIGHT_TO_LEFT and "latn" not in parts else "ltr"


@lru_cache(maxsize=1024)
def lang(written: str, language: str) -> Markup:
    """Return the attributes of a piece in one language on a page in another (WCAG 2.2, 3.1.2).

    `dir` is among them where the piece runs the other way.
    """
    way = direction(written)
    more = f' dir="{way}"' if way != direction(language) else ""
    return Markup(f' lang="{escape(written)}"{more}')


def iso(value: str | date | Occurrence) -> str:
    """Return a value for the `datetime` attribute of `<time>`: ISO 8601, with the offset if there is one."""
    if isinstance(value, str):
        return value.replace(" ", "T")
    if isinstance(value, Occurrence):
        return value.first_day.isoformat() if value.all_day else value.start.isoformat(timespec="minutes")
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def _zone_name(value: datetime) -> str:
    name = value.tzname() or ""
    # The tz database has no letters for many zones and gives "-03".
    return f"UTC{name}" if name[:1] in "+-" and name else name
