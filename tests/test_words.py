"""The words of the program in English, and in a language with other plural forms."""

import sys

import pytest

from chapterhouse.words import ENGLISH, Words, is_english, phrase

IRISH = Words(
    language="ga",
    messages={"%(count)s site": tuple(f"%(count)s f{n}" for n in range(5)), "Menu": ("Roghchlár",)},
    rule="n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4",
)


def test_english_is_what_is_written() -> None:
    assert ENGLISH.say("Menu") == "Menu"
    assert ENGLISH.say("About %(name)s", name="Stars") == "About Stars"
    assert ENGLISH.count("%(count)s site", "%(count)s sites", 1) == "1 site"
    assert ENGLISH.count("%(count)s site", "%(count)s sites", 1500) == "1,500 sites"


@pytest.mark.parametrize(("number", "form"), [(1, 0), (2, 1), (3, 2), (7, 3), (11, 4), (0, 2), (100, 4)])
def test_a_language_has_its_own_plural_forms(number: int, form: int) -> None:
    assert IRISH.count("%(count)s site", "%(count)s sites", number) == f"{number} f{form}"


def test_what_is_not_translated_stays_english() -> None:
    assert IRISH.say("Menu") == "Roghchlár"
    assert IRISH.say("Search") == "Search"
    assert IRISH.count("%(count)s day", "%(count)s days", 1) == "1 day"
    assert IRISH.count("%(count)s day", "%(count)s days", 7) == "7 days"


@pytest.mark.parametrize(("language", "written"), [("de", "1.500"), ("ga", "1,500"), ("xx-unknown", "1500")])
def test_large_numbers_are_written_as_the_language_does(language: str, written: str) -> None:
    assert Words(language=language).number(1500) == written
    assert Words(language=language).number(7) == "7"


def test_english_of_any_country_is_english() -> None:
    assert is_english("en") and is_english("en-IE") and not is_english("es")
    assert phrase("Menu") == "Menu"
    assert "gettext" not in sys.modules or ENGLISH.index(3) == 1
