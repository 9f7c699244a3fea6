"""Tables of the body, and what their columns are called."""

import pytest

from chapterhouse.load.markdown import render
from tests.load.told import told

PATH = "associations/x/pages/about.md"
NOTHING = "Words.\n\n| | |\n|---|:-:|\n| Sleep | 3 |\n"


def found(text: str) -> list[str]:
    return [line.partition(" | ")[0] for line in told(render(text, path=PATH, first_line=5).diagnostics)]


@pytest.mark.parametrize("text", [NOTHING, NOTHING + "\n{{ site.name }}\n"])
def test_a_table_without_words_in_its_first_row_is_told(text: str) -> None:
    assert found(text) == [f"{PATH}:7:1 table-without-header"]


def test_beside_html_the_first_words_of_the_table_are_its_place() -> None:
    assert found(NOTHING + "\n<b>x</b>\n") == [f"{PATH}:9:3 table-without-header"]


def test_a_table_in_html_needs_headers_too() -> None:
    table = "Words.\n\n<table>\n<tr><td>Sleep</td><td>3</td></tr>\n</table>\n"
    assert found(table) == [f"{PATH}:8:9 table-without-header"]
    assert found(table.replace("<td>Sleep</td>", '<th scope="row">Sleep</th>')) == []


def test_a_corner_without_words_is_no_header() -> None:
    rendered = render("| | May |\n|:-:|---|\n| Sleep | 3 |\n", path=PATH, first_line=5)
    assert rendered.diagnostics == ()
    assert '<td class="align-center"></td>\n<th>May</th>' in rendered.html


def test_a_table_in_code_is_none() -> None:
    assert found("```\n| | |\n|--|--|\n| a | b |\n```\n") == []
