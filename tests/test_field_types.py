"""What each type of field accepts, and how it answers what it does not."""

from functools import cache
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from chapterhouse import field_types as types
from chapterhouse.field_types import Accepts, Help
from chapterhouse.frozen import frozen
from chapterhouse.schema_forms import schema_of


@cache
def adapter(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)


def refusal(type_: Any, value: str) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        adapter(type_).validate_python(value)
    (error,) = caught.value.errors()
    return error["type"], error["msg"]


ACCEPTED = [
    (types.Text, "  Our board ", "Our board"),
    (types.Url, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    (types.Url, "HTTP://localhost:8000/", "HTTP://localhost:8000/"),
    (types.Url, "https://münchen.example/", "https://münchen.example/"),
    (types.Email, "mailto:office@example.org", "office@example.org"),
    (types.Email, "o'neil+list@mail.example.org", "o'neil+list@mail.example.org"),
    (types.Phone, "+1 (608) 555-0100 ext. 12", "+1 (608) 555-0100 ext. 12"),
    (types.Slug, "wi-aimh", "wi-aimh"),
    (types.Region, "US-WI", "US-WI"),
    (types.Region, "IE", "IE"),
    (types.Country, "IE", "IE"),
    (types.Language, "pt-BR", "pt-BR"),
    (types.Language, "zh-Hant-TW", "zh-Hant-TW"),
    (types.Language, "es-419", "es-419"),
    (types.TimeZone, "America/Chicago", "America/Chicago"),
    (types.Colour, "#2F6F5E", "#2f6f5e"),
    (types.Colour, "#abc", "#aabbcc"),
    (types.YearOrDate, "2001", "2001"),
    (types.YearOrDate, "2001-05", "2001-05"),
    (types.YearOrDate, "2024-02-29", "2024-02-29"),
    (types.Date, "2026-05-17", "2026-05-17"),
    (types.DateTime, "2026-05-17", "2026-05-17"),
    (types.DateTime, "2026-05-17T09:30:00", "2026-05-17 09:30"),
    (types.DateTime, "2026-05-17 9:30", "2026-05-17 09:30"),
    (types.Domain, "WIAIMH.org", "wiaimh.org"),
]


@pytest.mark.parametrize(("type_", "value", "read"), ACCEPTED)
def test_accepted(type_: Any, value: str, read: str) -> None:
    assert adapter(type_).validate_python(value) == read


URL_START = 'a web address begins with "https://" or "http://"'
URL_HOST = 'a web address has a host name such as "example.org"'
EMAIL = 'is not an e-mail address such as "office@example.org"'
REGION = 'is not an ISO 3166 code such as "IE" or "US-WI"'
NO_DAY = "is a day that no calendar has"
TIME = 'has no time such as "18:30" after the date'
REFUSED = [
    (types.Text, "  ", "empty-value", "is empty"),
    (types.Url, "example.org", "bad-url", URL_START),
    (types.Url, "javascript:alert(1)", "bad-url", URL_START),
    (types.Url, "https://a b.org/", "bad-url", "a web address has no spaces"),
    (types.Url, "https://", "bad-url", URL_HOST),
    (types.Url, "https://example/", "bad-url", URL_HOST),
    (types.Url, 'https://ex"ample.org/', "bad-url", URL_HOST),
    (types.Url, "https://example.org:port/", "bad-url", "is not a web address"),
    (types.Url, "https://[::1", "bad-url", "is not a web address"),
    (
        types.Url,
        "https://me:secret@example.org/",
        "bad-url",
        "a web address that is published has no user name or password in it",
    ),
    (types.Email, "office at example.org", "bad-email", EMAIL),
    (types.Email, "office@example", "bad-email", EMAIL),
    (types.Phone, "call us", "bad-phone", 'is not a telephone number such as "+1 608 555 0100"'),
    (
        types.Slug,
        "Wi AIMH",
        "bad-slug",
        "has other characters than lower-case letters, digits and single hyphens",
    ),
    (types.Region, "WI", "bad-region", REGION),
    (types.Region, "us-wi", "bad-region", f"{REGION} (codes are written in capital letters)"),
    (types.Country, "US-WI", "bad-region", 'is not a country code such as "IE" (ISO 3166-1)'),
    (
        types.Language,
        "English",
        "bad-language",
        'is not a language code such as "en", "ga" or "pt-BR" (BCP 47)',
    ),
    (
        types.TimeZone,
        "America/Chikago",
        "bad-time-zone",
        'is not a time zone such as "America/Chicago"; did you mean "America/Chicago"?',
    ),
    (types.TimeZone, "qqqq", "bad-time-zone", 'is not a time zone such as "America/Chicago"'),
    (types.Colour, "green", "bad-colour", 'is not a colour such as "#2f6f5e"'),
    (types.Colour, "#12345", "bad-colour", 'is not a colour such as "#2f6f5e"'),
    (
        types.YearOrDate,
        "May 2001",
        "bad-date",
        'is not a year or date such as "2001", "2001-05" or "2001-05-17"',
    ),
    (types.YearOrDate, "2023-02-29", "bad-date", NO_DAY),
    (types.YearOrDate, "2001-13", "bad-date", NO_DAY),
    (types.Date, "17.5.2026", "bad-date", 'is not a date such as "2026-05-17" (year, month, day)'),
    (types.Date, "2026-02-30", "bad-date", NO_DAY),
    (types.Date, "٢٠٢٦-05-17", "bad-date", 'is not a date such as "2026-05-17" (year, month, day)'),
    (types.DateTime, "2026-05-17 6 pm", "bad-date", TIME),
    (types.DateTime, "2026-05-17 ١٨:30", "bad-date", TIME),
    (types.DateTime, "2026-05-17 24:00", "bad-date", TIME),
    (types.DateTime, "2026-05-17 18:60", "bad-date", TIME),
    (
        types.Domain,
        "https://wiaimh.org/",
        "bad-domain",
        'is not a host name such as "wiaimh.org" (without "https://" and without a path)',
    ),
    (
        types.Domain,
        "-a.org",
        "bad-domain",
        'is not a host name such as "wiaimh.org" (without "https://" and without a path)',
    ),
]


@pytest.mark.parametrize(("type_", "value", "code", "words"), REFUSED)
def test_refused(type_: Any, value: str, code: str, words: str) -> None:
    assert refusal(type_, value) == (code, words)


TEXTS = [
    types.Text,
    types.Url,
    types.Email,
    types.Phone,
    types.Slug,
    types.Region,
    types.Country,
    types.Language,
    types.TimeZone,
    types.Colour,
    types.YearOrDate,
    types.Date,
    types.DateTime,
    types.Domain,
]


@given(st.sampled_from(TEXTS), st.text())
def test_any_text_is_read_or_refused_and_what_was_read_is_read_as_itself(type_: Any, value: str) -> None:
    try:
        read = adapter(type_).validate_python(value)
    except ValidationError as problem:
        assert problem.error_count() == 1
    else:
        assert adapter(type_).validate_python(read) == read


def test_braces_in_a_message_do_not_break_it() -> None:
    def refuse(value: str) -> str:
        raise ValueError("write {this}")

    assert refusal(Annotated[str, Accepts(refuse, "odd")], "x") == ("odd", "write (this)")


def test_the_schema_tells_editors_the_help_the_pattern_and_the_format() -> None:
    @frozen
    class Form:
        colour: Annotated[types.Colour, Help("The main colour.", "#2f6f5e")]
        url: Annotated[types.Url | None, Help("Where it is.")] = None

    properties = schema_of(Form)["properties"]
    assert properties["colour"]["description"] == "The main colour."
    assert properties["colour"]["examples"] == ["#2f6f5e"]
    assert properties["colour"]["pattern"] == "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
    assert properties["url"]["description"] == "Where it is."
    assert properties["url"]["anyOf"][0]["format"] == "uri"
    assert "examples" not in properties["url"]
