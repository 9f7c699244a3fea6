"""Words as they are indexed."""

import pytest

from chapterhouse.search.words import markup_words, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Fair, 2nd edition!", ["the", "fair", "2nd", "edition"]),
        ("Éire’s naïve café", ["eire", "naive", "cafe"]),
        ("Hawaiʻi", ["hawaii"]),
        ("snake_case co-op a b", ["snake", "case", "co", "op"]),
        ("日本語の本", ["日本", "本語", "語の", "の本"]),
        ("本 und ライフ", ["本", "und", "ライ", "イフ"]),
        ("Straße ΣΊΣΥΦΟΣ", ["straße", "σισυφος"]),
        ("", []),
    ],
)
def test_case_accents_and_signs_make_no_difference(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_an_ascii_text_has_the_same_words_as_one_with_an_accent_beside_it() -> None:
    text = "A plain 2026 text, 4 words; x" + "y" * 90
    assert words(text) == words(text + " ’")


def test_of_markup_only_the_words_between_the_tags_are_found() -> None:
    assert markup_words('<p class="lead">Fish &amp; chips<br>ol&eacute; <a href="/x">here</a></p>') == {
        "fish",
        "chips",
        "ole",
        "here",
    }
    assert markup_words("<p>Plain &lt;em&gt; text</p>") == {"plain", "em", "text"}
