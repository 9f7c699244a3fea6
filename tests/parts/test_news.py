"""The latest news."""

from chapterhouse.parts import news
from tests.parts.shown import words


def test_the_newest_items_are_shown_in_the_listing_s_order() -> None:
    assert words(news.EXAMPLE, ".rows h2") == ["The new dome is open", "A grant for schools"]
    assert words("> [!NEWS]\n> most: 1\n", ".rows h2") == ["The new dome is open"]


def test_only_those_of_a_topic() -> None:
    assert words("> [!NEWS] topic: planets\n", ".rows h2") == ["The new dome is open"]


def test_without_news_the_words_stand_there() -> None:
    assert words("> [!NEWS]\n>\n> Soon.\n", "p", listings={}) == ["Soon."]
