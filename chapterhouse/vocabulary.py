"""What things are called in the language of a page: members, listings, places and months.

English is written here; the names of other languages come from the Unicode locale data (Babel), which is
imported only where a page needs it.
"""

from collections.abc import Sequence
from functools import lru_cache

from chapterhouse import places, text
from chapterhouse.record import NetworkRecord
from chapterhouse.words import Words, is_english, phrase

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
CAPITALISED = ("de", "lb")
"""Languages whose nouns have a capital in the middle of a sentence."""
_LISTINGS = {
    "news": phrase("News"),
    "events": phrase("Events"),
    "resources": phrase("Resources"),
    "people": phrase("People"),
}


def member_words(record: NetworkRecord, words: Words) -> tuple[str, str]:
    """Return what one member and several members are called in the middle of a sentence."""
    member = record.member
    if member is None:
        return words.say("association"), words.say("associations")
    names = (member.label, member.plural or f"{member.label}s")
    if words.language.partition("-")[0] in CAPITALISED:
        return names
    return names[0].lower(), names[1].lower()


def listing_title(folder: str, words: Words) -> str:
    """Return what the listing of a folder is called: `News`."""
    return words.say(_LISTINGS[folder]) if folder in _LISTINGS else folder.capitalize()


def and_listed(names: Sequence[str], words: Words) -> str:
    """Join words as a person would: `a, b and c`, in Spanish `a, b y c`."""
    if words.is_english or len(names) < 2:
        return text.listed(names)
    from babel.lists import format_list

    return str(format_list(list(names), locale=locale(words.language)))


def place_name(code: str, language: str) -> str:
    """Return the name of an ISO 3166 code: a country's in the language, that of a part of one in English."""
    return _country(code, language) if "-" not in code and not is_english(language) else places.name(code)


def month_name(month: str, language: str) -> str:
    """Return a month of a year, `2026-05`, in words: `May 2026`."""
    if is_english(language):
        return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"
    return _month(month, language)


@lru_cache(maxsize=64)
def locale(language: str) -> str:
    """Return the nearest language that the locale data has: English where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "en"


@lru_cache(maxsize=1024)
def _month(month: str, language: str) -> str:
    from datetime import date

    from babel import dates

    return str(dates.format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=locale(language)))


@lru_cache(maxsize=1024)
def _country(code: str, language: str) -> str:
    from babel import Locale

    return str(Locale.parse(locale(language)).territories.get(code) or places.name(code))
