"""Dates in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from chapterhouse.occurrences import Occurrence
from chapterhouse.render.dates import format_date, format_time, format_when, iso, language_name

CHICAGO = ZoneInfo("America/Chicago")
EVENING = datetime(2026, 5, 17, 18, 30, tzinfo=CHICAGO)
LATER = datetime(2026, 5, 17, 20, 0, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("value", "language", "style", "words"),
    [
        ("2026-05-17", "en", "long", "May 17, 2026"),
        ("2026-05-17 18:30", "en-US", "full", "Sunday, May 17, 2026"),
        ("2026-05-17", "en", "medium", "May 17, 2026"),
        ("2026-09-07", "en", "medium", "Sep 7, 2026"),
        ("2026-05-17", "en-IE", "long", "17 May 2026"),
        ("2026-05-17", "en-AU", "full", "Sunday 17 May 2026"),
        ("2001", "en", "long", "2001"),
        ("2001-05", "en", "long", "May 2001"),
        ("2001-05", "es", "long", "mayo de 2001"),
        ("2026-05-17", "es", "long", "17 de mayo de 2026"),
        ("2026-05-17", "ga", "long", "17 Bealtaine 2026"),
        ("2026-05-17", "xx", "long", "May 17, 2026"),
    ],
)
def test_a_day_in_words(value: str, language: str, style: str, words: str) -> None:
    assert format_date(value, language, style) == words


def test_dates_and_times_are_accepted_too() -> None:
    assert format_date(date(2026, 5, 17)) == format_date(EVENING) == "May 17, 2026"


def test_a_time_in_words() -> None:
    assert format_time(EVENING) == "6:30 PM"
    assert format_time(EVENING, "en", True) == "6:30 PM CDT"
    assert format_time(EVENING, "en-IE") == "18:30"
    assert format_time(EVENING, "es") == "18:30"
    assert format_time(datetime(2026, 5, 17, 0, 5, tzinfo=CHICAGO)) == "12:05 AM"


def test_a_zone_without_letters_is_an_offset() -> None:
    assert format_time(EVENING.replace(tzinfo=ZoneInfo("America/Sao_Paulo")), "en", True) == "6:30 PM UTC-03"


def test_when_something_happens() -> None:
    assert format_when(Occurrence(EVENING, LATER, False)) == "Sunday, May 17, 2026, 6:30 PM – 8:00 PM CDT"
    assert format_when(Occurrence(EVENING, EVENING, False)) == "Sunday, May 17, 2026, 6:30 PM CDT"
    assert format_when(Occurrence(EVENING, EVENING.replace(day=18), False)) == (
        "Sunday, May 17, 2026, 6:30 PM – Monday, May 18, 2026, 6:30 PM CDT"
    )
    assert format_when(Occurrence(EVENING, EVENING, True)) == "Sunday, May 17, 2026"
    assert format_when(Occurrence(EVENING, EVENING.replace(day=18), True)) == (
        "Sunday, May 17, 2026 – Monday, May 18, 2026"
    )


def test_values_for_machines() -> None:
    assert iso("2026-05-17 18:30") == "2026-05-17T18:30"
    assert iso(date(2026, 5, 17)) == "2026-05-17"
    assert iso(EVENING) == "2026-05-17T18:30-05:00"
    assert iso(Occurrence(EVENING, LATER, False)) == "2026-05-17T18:30-05:00"
    assert iso(Occurrence(EVENING, LATER, True)) == "2026-05-17"


def test_languages_by_their_own_names() -> None:
    assert [language_name(code) for code in ("en", "es", "ga", "xx")] == [
        "English",
        "español",
        "Gaeilge",
        "xx",
    ]
