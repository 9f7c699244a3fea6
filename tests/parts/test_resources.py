"""The resources."""

from chapterhouse.parts import resources
from tests.parts.shown import told, words


def test_they_stand_under_their_topics_and_the_rest_below() -> None:
    text = f"## To read\n\n{resources.EXAMPLE}"
    assert words(text, "h3.group") == ["Planets", "Further resources"]
    assert words(text, ".cards .title") == ["Star map for the month", "Light and dark"]


def test_they_stand_in_one_list_where_nothing_else_is_said() -> None:
    assert words("> [!RESOURCES]\n", ".group") == []
    assert words("> [!RESOURCES]\n", ".cards .title") == ["Star map for the month", "Light and dark"]


def test_those_of_a_topic_those_for_readers_and_so_many() -> None:
    assert words("> [!RESOURCES]\n> topic: planets\n", ".title") == ["Star map for the month"]
    assert words("> [!RESOURCES]\n> for: beginners\n", ".title") == ["Star map for the month"]
    assert words("> [!RESOURCES]\n> most: 1\n", ".title") == ["Star map for the month"]


def test_without_resources_the_words_stand_there() -> None:
    assert words("> [!RESOURCES]\n>\n> None yet.\n", "p", listings={}) == ["None yet."]


def test_an_order_that_there_is_not_is_told() -> None:
    assert [one[3] for one in told("> [!RESOURCES]\n> by: day\n")] == ['"day" is no value of "by"']
