"""Cards."""

from chapterhouse.parts import cards
from tests.parts.shown import told, tree, words


def test_each_item_is_a_card_with_title_and_words() -> None:
    assert words(cards.EXAMPLE, "ul.cards > li > .title") == ["For beginners", "For families", "For clouds"]
    assert words(cards.EXAMPLE, "ul.cards > li > p:not(.title)") == [
        "what to see without a telescope",
        "evenings that end before bedtime",
        "a film, and hot chocolate",
    ]
    assert len(tree(cards.EXAMPLE).css(".title a")) == 2


def test_a_picture_stands_on_top_whether_or_not_a_line_is_empty() -> None:
    tight = "> [!CARDS]\n> - ![The moon](../images/moon.png) [Join](join.md) us\n"
    loose = "> [!CARDS]\n> - ![The moon](../images/moon.png)\n>\n>   [Join](join.md)\n>\n>   us\n"
    for text in (tight, loose):
        found = tree(text).css("li > *")
        assert [(node.tag, node.attributes.get("class")) for node in found] == [
            ("p", "top"),
            ("p", "title"),
            ("p", None),
        ]
        assert words(text, "li > p") == ["", "Join", "us"]
        (image,) = tree(text).css("p.top img")
        assert (image.attributes["src"], image.attributes["alt"]) == ("/stars/images/moon.png", "The moon")


def test_a_bold_link_is_a_title_too_and_lists_in_a_card_stay() -> None:
    text = "> [!CARDS]\n> - **[Join](join.md)** – it is easy\n>   - first\n>   - then\n"
    assert words(text, ".title > a") == ["Join"]
    assert words(text, "ul.cards > li > p:not(.title)") == ["it is easy"]
    assert words(text, "ul ul > li") == ["first", "then"]


def test_a_card_may_do_without_a_title() -> None:
    text = "> [!CARDS]\n> - Only: words\n"
    assert words(text, "li > p") == ["Only: words"]
    assert words(text, ".title") == []


def test_what_is_no_list_is_told() -> None:
    assert [one[3] for one in told("> [!CARDS]\n> One card.\n")] == ["cards are made from a list"]
    assert [one[3] for one in told("> [!CARDS]\n")] == ["cards are made from a list"]
