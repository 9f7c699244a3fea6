"""The people."""

from chapterhouse.parts import people
from tests.parts.shown import words


def test_all_stand_under_their_groups_those_without_one_last() -> None:
    text = "## People\n\n> [!PEOPLE]\n"
    assert words(text, "h3.group") == ["Board", "Further roles"]
    assert words(text, ".title") == ["Treasurer", "Chair", "Night watch"]


def test_one_group_needs_no_name() -> None:
    assert words(people.EXAMPLE, ".group") == []
    assert words(people.EXAMPLE, ".title") == ["Treasurer", "Chair"]
    assert words("> [!PEOPLE]\n> group: board\n", ".title") == ["Treasurer", "Chair"]


def test_nobody() -> None:
    assert words("> [!PEOPLE]\n> group: Jury\n>\n> Nobody yet.\n", "p") == ["Nobody yet."]
    assert words("> [!PEOPLE]\n", "p", listings={}) == []
