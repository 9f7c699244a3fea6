"""Figures."""

from chapterhouse.parts import figure
from tests.parts.shown import markup, told, tree, words


def test_the_words_below_the_picture_are_its_caption() -> None:
    assert words(figure.EXAMPLE, "figure > figcaption") == ["The first public evening of the year."]
    (image,) = tree(figure.EXAMPLE).css("figure img")
    assert image.attributes["alt"] == "Seven people around a telescope"
    assert (image.attributes["width"], image.attributes["height"]) == ("60", "40")


def test_a_caption_may_stand_below_an_empty_line_have_links_or_be_missing() -> None:
    text = "> [!FIGURE]\n> ![Moon](../images/moon.png)\n>\n> See [how](join.md).\n"
    assert words(text, "figcaption") == ["See how."]
    assert 'href="/stars/join/"' in markup(text)
    assert words("> [!FIGURE]\n> ![Moon](../images/moon.png)\n", "figcaption") == []


def test_none_or_several_pictures_are_told() -> None:
    two = "> [!FIGURE]\n> ![a](../images/moon.png) ![b](../images/evening.png)\n"
    assert [one[3:] for one in told(two)] == [
        ("there are several pictures", "> [!GALLERY] shows several"),
    ]
    assert [one[3] for one in told("> [!FIGURE]\n> No picture\n")] == ["there is no picture"]
