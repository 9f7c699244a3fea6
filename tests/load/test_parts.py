"""Quotations that are parts, read from Markdown."""

import pytest

from chapterhouse.load.markdown import Rendered, render
from chapterhouse.record import NetworkRecord, Term

PATH = "associations/stars/pages/about.md"
NETWORK = NetworkRecord(name="Stars", topics={"planets": Term(label="Planets")})


def read(text: str, reader: str = "commonmark") -> Rendered:
    return render(text, path=PATH, first_line=5, reader=reader, network=NETWORK)


def told(text: str, reader: str = "commonmark") -> list[tuple[str, int, int, int, str]]:
    return [
        (one.code, one.location.line, one.location.column, one.location.length, one.message)
        for one in read(text, reader).diagnostics
    ]


def test_a_part_is_a_marker_with_its_items_and_the_page_knows_it() -> None:
    found = read("Before.\n\n> [!BUTTONS]\n> - [Us](us.md)\n\nBehind.\n\n> [!Events] most: 2\n")
    assert found.html == (
        "<p>Before.</p>\n"
        '<part buttons><part-item><part-href href="entry:associations/stars/pages/us.md"><part-text>Us'
        "</part buttons>\n<p>Behind.</p>\n<part events most=2></part events>\n"
    )
    assert found.parts == ("buttons", "events")
    assert [link.target for link in found.links] == ["associations/stars/pages/us.md"]
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "> [!NOTE]\n> An alert.\n",
        "> A quotation with [!CARDS] in it.\n",
        "```\n> [!CARDS]\n[!CARDS]\n```\n",
        "Words [!x] and `[!CARDS]`.\n",
        "> [! CARDS]\n> x\n",
        "> \\[!CARDS] x\n",
        "Text\n\\[!CARDS] x\n",
    ],
)
def test_what_only_looks_like_a_part_stays_as_it_is(text: str) -> None:
    found = read(text)
    assert (found.parts, found.diagnostics) == ((), ())
    assert "<part" not in found.html
    assert ' part="' not in found.html


def test_an_author_cannot_write_markers() -> None:
    found = read(
        '<part events most=2></part events>\n\n<blockquote part="1:1">\n<p>[!EVENTS]</p>\n</blockquote>\n'
    )
    assert "<part events most=2>" not in found.html.replace("<part events></part events>", "")
    assert ' part="' not in found.html


def test_an_unknown_name_is_told_with_the_one_that_may_be_meant() -> None:
    found = read("Text.\n\n> [!CARDZ]\n> - x\n")
    (problem,) = found.diagnostics
    assert (problem.code, problem.message) == ("unknown-part", 'there is no part "CARDZ"')
    assert (problem.location.line, problem.location.column, problem.location.length) == (7, 3, 8)
    assert problem.hint.startswith('did you mean "CARDS"?; there are: BUTTONS, CARDS,')
    assert "<blockquote>\n<p>[!CARDZ]</p>" in found.html


def test_a_name_that_begins_no_quotation_is_told() -> None:
    message = "begins no part here"
    assert told("[!CARDS]\n- x\n") == [("bad-part", 5, 1, 8, f"[!CARDS] {message}")]
    assert told("Text\n[!CARDS]\n") == [("bad-part", 6, 1, 8, f"[!CARDS] {message}")]
    assert told("> [!LEAD]\n> Words.\n> [!CARDS]\n> - x\n") == [("bad-part", 7, 3, 8, f"[!CARDS] {message}")]
    assert told("> [!LEAD]\n> Words.\n>\n> [!NEWS]\n") == [("bad-part", 8, 3, 7, f"[!NEWS] {message}")]


def test_a_part_in_a_part_is_told() -> None:
    found = told("> [!LEAD]\n> Words.\n>\n> > [!NEWS]\n")
    assert found == [("bad-part", 5, 3, 7, "a part cannot stand inside another one")]


def test_places_are_right_behind_record_values_and_beside_html() -> None:
    text = "{{ association.name | default('x') }}\n\n> <b>x</b>\n\n> [!QUOTE] {{ site.name }}\n> [!LEAD]\n"
    assert told(text) == [("bad-part", 10, 3, 7, "[!LEAD] begins no part here")]
    assert told("<b>x</b>\n\n> > [!GALLERY]\n") == [("bad-part", 7, 5, 10, "there is no picture")]


def test_parts_are_members_words_and_sanitised() -> None:
    found = read(
        '> [!CARDS]\n> - <script>alert(1)</script>**A** <b onclick="x">b</b>\n> - [x](javascript:x)\n'
    )
    assert [one.code for one in found.diagnostics] == ["raw-html-removed", "raw-html-removed", "unsafe-link"]
    assert "script" not in found.html
    assert "onclick" not in found.html


def test_headings_and_footnotes_in_a_part_are_the_page_s() -> None:
    found = read("> [!FAQ]\n> ## What?\n> This.[^1]\n\n[^1]: A remark.\n")
    assert [heading.id for heading in found.headings] == ["what"]
    assert "fn-1" in found.ids
    assert found.diagnostics == ()


@pytest.mark.parametrize("text", ["> [!LEAD]\n> Words.\n\n> [!EVENTS]\n> most: 2\n>\n> None.\n\n> Said.\n"])
def test_python_markdown_makes_the_same_parts(text: str) -> None:
    own, other = read(text), read(text, "python-markdown")
    assert own.parts == other.parts == ("events", "lead")
    assert other.diagnostics == ()
    for found in (own, other):
        assert "<part lead><part-item><part-text><p>Words.</p></part lead>" in found.html
        assert "<part events most=2><part-item><part-text><p>None.</p>" in found.html
    assert told("x\n\n> [!GALLERY]\n", "python-markdown") == [("bad-part", 7, 3, 10, "there is no picture")]


def test_options_are_told_on_their_lines() -> None:
    text = "> [!EVENTS]\n> mots: 3\n> most: many\n> topic: planet\n> hello\n>\n> None.\n"
    assert told(text) == [
        ("bad-part", 6, 3, 7, 'the part EVENTS has no option "mots"'),
        ("bad-part", 7, 3, 10, '"most" is a number from 1 to 99, not "many"'),
        ("bad-part", 8, 3, 13, '"planet" is no value of "topic"'),
        ("bad-part", 9, 3, 5, '"hello" stands right below the name, where the options are'),
    ]
