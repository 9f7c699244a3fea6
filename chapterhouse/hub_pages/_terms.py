"""Codes of records as the words people read."""

from collections.abc import Mapping
from functools import lru_cache

from chapterhouse.model import Network
from chapterhouse.record import Term
from chapterhouse.vocabulary import place_name
from chapterhouse.words import Words, phrase

_STATUS = {
    "active": phrase("active"),
    "forming": phrase("being founded"),
    "inactive": phrase("inactive at present"),
    "closed": phrase("closed"),
    "merged": phrase("merged into another association"),
}


def status_text(status: str, words: Words) -> str:
    """Return the words for a status."""
    return words.say(_STATUS[status])


def region_name(code: str, network: Network) -> str:
    """Return the name of a region: the network's own, or the one of ISO 3166."""
    return network.record.regions.get(code) or place_name(code, network.words.language)


def term(code: str | None, terms: Mapping[str, Term]) -> str | None:
    """Return the label of a value of a vocabulary."""
    return terms[code].label if code and code in terms else code


def newest_check(network: Network) -> str:
    """Return the newest day on which a record was verified, or an empty text."""
    return max((a.record.verified_on or "" for a in network.associations), default="")


@lru_cache(maxsize=256)
def language_text(code: str) -> str:
    """Return what a language calls itself, with a capital: `English`, `Español`."""
    if code == "en":
        return "English"
    from babel import Locale, UnknownLocaleError

    try:
        name = str(Locale.parse(code, sep="-").get_display_name() or code)
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:]
