"""Words and slugs."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.text import count, did_you_mean, escape, is_slug, listed, plain, shorten, slugify


@pytest.mark.parametrize("name", ["a", "wi-aimh", "first3years", "2026", "a-b-c"])
def test_slugs(name: str) -> None:
    assert is_slug(name)


@pytest.mark.parametrize("name", ["", "-a", "a-", "a--b", "A", "a b", "a_b", "é", "a\n", "a/b", "٣"])
def test_what_is_no_slug(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ó Sé & Co", "o-se-co"),
        ("Our  History!", "our-history"),
        ("日本", ""),
        ("  --  ", ""),
        ("ﬁne", "fine"),
    ],
)
def test_slugify(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_a_made_slug_is_a_slug_or_empty_and_stays_as_it_is(name: str) -> None:
    slug = slugify(name)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_a_slug_is_its_own_slug(slug: str) -> None:
    assert slugify(slug) == slug


def test_suggestions() -> None:
    assert did_you_mean("webiste", ["website", "name"]) == 'did you mean "website"?'
    assert did_you_mean("Webiste", ["Website"]) == 'did you mean "Website"?'
    assert did_you_mean("xyz", ["website", "name"]) == ""
    assert did_you_mean("x", []) == ""


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_a_list_of_alternatives() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_counts() -> None:
    assert count(1, "site") == "1 site"
    assert count(0, "site") == "0 sites"
    assert count(2, "entry", "entries") == "2 entries"
    assert count(1234, "site") == "1,234 sites"


def test_plain_words_of_markup() -> None:
    assert plain("<p>Bread &amp; <em>butter</em>\n here</p>") == "Bread & butter here"


def test_shortening_cuts_between_words() -> None:
    assert shorten("short", 10) == "short"
    assert shorten("one two, three", 10) == "one two…"


@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_has_at_most_so_many_characters(words: str, limit: int) -> None:
    assert len(shorten(words, limit)) <= limit


def test_a_text_is_escaped_as_html_does_it() -> None:
    words = '<a href="x">R&D\'s</a> &amp;'
    assert escape(words) == html.escape(words)
    assert plain(escape(words)) == words
