"""Quotations."""

import pytest

from chapterhouse.parts import quote
from tests.parts.shown import told, words


def test_words_and_who_said_them() -> None:
    assert words(quote.EXAMPLE, "figure.quote > blockquote > p") == [
        "I came for the moon and stayed for the people."
    ]
    assert words(quote.EXAMPLE, "figcaption") == ["Jo Example, who is made up"]


@pytest.mark.parametrize("dash", ["--", "---", "–", "—"])
def test_the_source_may_follow_at_once_behind_any_dash(dash: str) -> None:
    text = f"> [!QUOTE]\n> Look up.\n>\n> Every night.\n> {dash} [Jo](join.md)\n"
    assert words(text, "blockquote p") == ["Look up.", "Every night."]
    assert words(text, "figcaption a") == ["Jo"]


def test_nobody_and_nothing_are_told() -> None:
    assert [one[3] for one in told("> [!QUOTE]\n> Look up.\n")] == ["it is not said whose words these are"]
    assert [one[3] for one in told("> [!QUOTE]\n> -- Jo\n")] == ["the quotation has no words"]
