"""The lead."""

from chapterhouse.parts import lead
from tests.parts.shown import read, told, words


def test_the_words_stand_in_an_element_of_their_own() -> None:
    assert words(lead.EXAMPLE, ".lead > p") == [
        "We look at the stars together, on every clear Friday, and everybody is welcome."
    ]


def test_words_may_begin_beside_the_name_and_have_paragraphs() -> None:
    assert words("> [!lead] One *word*.\n>\n> Two.\n", ".lead > p") == ["One word.", "Two."]


def test_it_is_what_a_page_is_summed_up_with() -> None:
    assert read("> [!LEAD]\n> In short.\n\nAt length.\n").first_paragraph == "In short."
    assert read("> [!CARDS]\n> - x\n>\n>   y\n\nAt length.\n").first_paragraph == "At length."


def test_without_words_it_is_told() -> None:
    assert told("Text.\n\n> [!LEAD]\n") == [
        ("bad-part", 3, 3, "the lead has no words", "write them below, each line behind a >")
    ]
