"""Galleries."""

from chapterhouse.parts import gallery
from tests.parts.shown import told, tree, words


def test_each_picture_has_its_caption() -> None:
    assert words(gallery.EXAMPLE, ".gallery li figcaption") == ["The first evening", "What we saw"]
    assert len(tree(gallery.EXAMPLE).css(".gallery li figure > img")) == 2


def test_it_is_reached_by_keyboard_and_has_a_name() -> None:
    (found,) = tree(gallery.EXAMPLE).css(".gallery")
    assert found.attributes["tabindex"] == "0"
    assert found.attributes["role"] == "group"
    assert found.attributes["aria-label"]


def test_pictures_need_no_list() -> None:
    text = "> [!GALLERY]\n> ![a](../images/moon.png) One\n> ![b](../images/evening.png)\n"
    assert words(text, "figcaption") == ["One"]
    assert [node.attributes["alt"] for node in tree(text).css("li img")] == ["a", "b"]


def test_no_picture_is_told() -> None:
    assert [one[3] for one in told("> [!GALLERY]\n> - none\n")] == ["there is no picture"]
