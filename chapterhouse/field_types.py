"""The types of the fields that people write: what each accepts, and how it answers a value that it does not.

A record or front matter is a plain frozen dataclass whose fields are `Annotated` with these; pydantic calls
the hooks while it validates. This module imports pydantic only inside the hooks, so that a program that
validates nothing does not pay for it.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from chapterhouse.frozen import frozen_row
from chapterhouse.text import did_you_mean, is_slug

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@frozen_row
class Help:
    """What a field means, in words for a volunteer: printed by `schema`, `new` and the docs."""

    text: str
    example: str = ""


@frozen_row
class Vocabulary:
    """Marks a field whose values are declared in `network.yaml` under the named key."""

    name: str


@frozen_row
class Accepts:
    """Runs a text through a function that returns the value or raises ValueError with words for a person."""

    read: Callable[[str], str]
    code: str
    pattern: str = ""
    format: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Validate the text, then hand it to `read`."""
        from pydantic_core import PydanticCustomError, core_schema

        def check(value: str) -> str:
            try:
                return self.read(value)
            except ValueError as problem:
                message = str(problem).replace("{", "(").replace("}", ")")
                raise PydanticCustomError(self.code, message) from None

        return core_schema.no_info_after_validator_function(check, handler(source))


_PLAIN_URL = r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9/._~%?=&#+-]*)?"
"""What nearly all web addresses are like; nothing can be wrong with these."""


_kept = lru_cache(maxsize=4096)
"""For what reads days, codes and slugs: the same few stand in many files."""


def _read_text(value: str) -> str:
    words = value.strip()
    if not words:
        raise ValueError("is empty")
    return words


def _read_url(value: str) -> str:
    """Accept an absolute http(s) address with a host (RFC 3986)."""
    words = value.strip()
    if re.fullmatch(_PLAIN_URL, words):
        return words
    from urllib.parse import urlsplit

    if re.search(r"\s", words):
        raise ValueError("a web address has no spaces")
    if not re.match(r"https?://", words, re.IGNORECASE):
        raise ValueError('a web address begins with "https://" or "http://"')
    try:
        parts = urlsplit(words)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ValueError("is not a web address") from None
    if not host or ("." not in host and host != "localhost") or not re.fullmatch(r"[\w.\-:]+", host):
        raise ValueError('a web address has a host name such as "example.org"')
    if parts.username or parts.password:
        raise ValueError("a web address that is published has no user name or password in it")
    return words


def _read_email(value: str) -> str:
    """Accept an addr-spec as people have it (RFC 5321, without quoted local parts)."""
    words = value.strip().removeprefix("mailto:")
    if not re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", words):
        raise ValueError('is not an e-mail address such as "office@example.org"')
    return words


def _read_phone(value: str) -> str:
    words = value.strip()
    if not re.fullmatch(r"\+?[0-9 ().\-/]{5,30}(?: ?(?:x|ext\.?) ?[0-9]{1,6})?", words):
        raise ValueError('is not a telephone number such as "+1 608 555 0100"')
    return words


@_kept
def _read_slug(value: str) -> str:
    words = value.strip()
    if not is_slug(words):
        raise ValueError("has other characters than lower-case letters, digits and single hyphens")
    return words


@_kept
def _read_region(value: str) -> str:
    from chapterhouse.places import is_region

    words = value.strip()
    if not is_region(words):
        hint = " (codes are written in capital letters)" if is_region(words.upper()) else ""
        raise ValueError(f'is not an ISO 3166 code such as "IE" or "US-WI"{hint}')
    return words


def _read_country(value: str) -> str:
    words = _read_region(value)
    if "-" in words:
        raise ValueError('is not a country code such as "IE" (ISO 3166-1)')
    return words


@_kept
def _read_language(value: str) -> str:
    words = value.strip()
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?", words):
        raise ValueError('is not a language code such as "en", "ga" or "pt-BR" (BCP 47)')
    return words


@cache
def _time_zones() -> frozenset[str]:
    from importlib import import_module
    from pathlib import Path

    # To ask zoneinfo would open each of the system's files, and the systems differ.
    names = Path(str(import_module("tzdata").__file__)).with_name("zones")
    return frozenset(names.read_text(encoding="utf-8").split())


def _read_time_zone(value: str) -> str:
    words = value.strip()
    if words not in _time_zones():
        hint = did_you_mean(words, _time_zones())
        raise ValueError('is not a time zone such as "America/Chicago"' + (f"; {hint}" if hint else ""))
    return words


def _read_colour(value: str) -> str:
    words = value.strip().lower()
    if not re.fullmatch(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", words):
        raise ValueError('is not a colour such as "#2f6f5e"')
    return words if len(words) == 7 else "#" + "".join(2 * digit for digit in words[1:])


@_kept
def _read_year_or_date(value: str) -> str:
    """Accept a year, a month or a day (ISO 8601, calendar dates)."""
    from datetime import date

    words = value.strip()
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", words)
    if not match:
        raise ValueError('is not a year or date such as "2001", "2001-05" or "2001-05-17"')
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise ValueError("is a day that no calendar has") from None
    return words


@_kept
def _read_date(value: str) -> str:
    """Accept a day of the calendar (ISO 8601)."""
    from datetime import date

    words = value.strip()
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        raise ValueError('is not a date such as "2026-05-17" (year, month, day)')
    try:
        date.fromisoformat(words)
    except ValueError:
        raise ValueError("is a day that no calendar has") from None
    return words


@_kept
def read_date_time(value: str) -> str:
    """Accept a day, or a day and a time of the day without zone (ISO 8601): `2026-05-17 18:30`."""
    words = value.strip().replace("T", " ")
    day, _, clock = words.partition(" ")
    _read_date(day)
    if not clock:
        return day
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})(?::00)?", clock.strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError('has no time such as "18:30" after the date')
    return f"{day} {int(match[1]):02}:{match[2]}"


def _read_domain(value: str) -> str:
    words = value.strip().lower()
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", words):
        raise ValueError('is not a host name such as "wiaimh.org" (without "https://" and without a path)')
    return words


Text = Annotated[str, Accepts(_read_text, "empty-value")]
Url = Annotated[str, Accepts(_read_url, "bad-url", format="uri")]
Email = Annotated[str, Accepts(_read_email, "bad-email", format="email")]
Phone = Annotated[str, Accepts(_read_phone, "bad-phone")]
Slug = Annotated[str, Accepts(_read_slug, "bad-slug", pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Region = Annotated[str, Accepts(_read_region, "bad-region", pattern="^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
Country = Annotated[str, Accepts(_read_country, "bad-region", pattern="^[A-Z]{2}$")]
Language = Annotated[str, Accepts(_read_language, "bad-language")]
TimeZone = Annotated[str, Accepts(_read_time_zone, "bad-time-zone")]
Colour = Annotated[str, Accepts(_read_colour, "bad-colour", pattern="^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
YearOrDate = Annotated[str, Accepts(_read_year_or_date, "bad-date", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Date = Annotated[str, Accepts(_read_date, "bad-date", format="date")]
DateTime = Annotated[
    str, Accepts(read_date_time, "bad-date", pattern=r"^\d{4}-\d{2}-\d{2}([T ]\d{1,2}:\d{2}(:00)?)?$")
]
Domain = Annotated[str, Accepts(_read_domain, "bad-domain")]
