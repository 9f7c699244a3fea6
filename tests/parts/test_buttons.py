"""Buttons."""

from chapterhouse.parts import buttons
from tests.parts.shown import markup, told, tree, words


def test_the_first_link_is_the_full_button() -> None:
    assert words(buttons.EXAMPLE, "ul.actions a.button") == ["Become a member", "Write to us"]
    assert words(buttons.EXAMPLE, "a.full") == ["Become a member"]
    found = tree(buttons.EXAMPLE).css("a.button")
    assert [link.attributes["href"] for link in found] == [
        "https://example.org/join",
        "mailto:office@example.org",
    ]


def test_a_button_leads_to_an_entry_and_may_use_the_record() -> None:
    shown = markup("> [!BUTTONS]\n> [Join {{ association.name | default('us') }}](join.md#how)\n")
    assert '<a class="button full" href="/stars/join/#how">Join us</a>' in shown


def test_an_address_from_the_record_becomes_no_script() -> None:
    text = "> [!BUTTONS]\n> - [Our website]({{ association.website | default('javascript:alert(1)') }})\n"
    assert '<a class="button full" href="#">Our website</a>' in markup(text)


def test_words_beside_the_link_are_told() -> None:
    found = told("> [!BUTTONS]\n> - [Join](join.md) today\n")
    assert [(code, line, message) for code, line, _, message, _ in found] == [
        ("bad-part", 1, 'a button is a link and nothing else, but here stands "today"')
    ]


def test_no_link_is_told() -> None:
    assert [one[3] for one in told("> [!BUTTONS]\n")] == ["there is no link for a button"]
