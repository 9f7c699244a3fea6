"""Words of links that tell nothing, told with the line that they stand in."""

import pytest

from chapterhouse.diagnostics import Severity
from chapterhouse.load.link_words import is_vague
from chapterhouse.load.markdown import render
from tests.load.told import told

PATH = "associations/x/pages/about.md"


def found(text: str, reader: str = "commonmark") -> list[str]:
    diagnostics = render(text, path=PATH, first_line=5, reader=reader).diagnostics
    assert all(one.severity is Severity.WARNING for one in diagnostics)
    return [line.partition(" | ")[0] for line in told(diagnostics)]


@pytest.mark.parametrize(
    "words",
    [
        "here",
        "Click here!",
        "Read more …",
        "» mehr",
        "Hier",
        "Leer más",
        "aquí",
        "En savoir plus",
        "anseo",
        "Weiter",
    ],
)
def test_words_that_say_nothing_are_known_in_every_language_of_the_catalogues(words: str) -> None:
    assert is_vague(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "…",
        "Here and there",
        "More about sleep",
        "Mehr als Worte",
        "Hierarchies",
        "Plus One",
        "Ici Radio-Canada",
    ],
)
def test_words_that_say_something_are_left_alone(words: str) -> None:
    assert not is_vague(words)


def test_vague_words_are_told_with_their_place() -> None:
    assert found("To join us,\nclick [*here*](join.md).\n") == [f"{PATH}:6:7 vague-link"]
    assert found("{{ site.name }} is [here](join.md).\n") == [f"{PATH}:5:20 vague-link"]


def test_the_same_words_may_not_lead_to_two_places() -> None:
    text = "[Programme](may.md), [Programme](june.md), [Programme](may.md), [programme](may.md#x)\n"
    assert found(text) == [f"{PATH}:5:22 ambiguous-link"]
    assert found("[A](x.md#a) and [A](x.md#b)\n") == [f"{PATH}:5:17 ambiguous-link"]
    assert found("![A](a.jpg) and ![A](b.jpg) and [B](b.md)\n") == []


def test_words_that_are_vague_are_told_once_each() -> None:
    assert found("[More](a.md)\n\n[More](b.md)\n") == [f"{PATH}:5:1 vague-link", f"{PATH}:7:1 vague-link"]


def test_a_picture_without_words_names_no_link() -> None:
    assert found("[![](fair.jpg)](fair.md)\n") == [f"{PATH}:5:1 empty-link", f"{PATH}:5:2 missing-alt"]
    assert found("[![Two children](fair.jpg)](fair.md)\n") == []


def test_the_links_of_footnotes_are_no_links_of_the_author() -> None:
    assert found("One[^1] and two[^2].\n\n[^1]: A.\n[^2]: B.\n") == []


def test_stock_markdown_is_read_as_well() -> None:
    assert [line.rpartition(" ")[2] for line in found("[here](a.md)\n", "python-markdown")] == ["vague-link"]
