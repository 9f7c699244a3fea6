"""Markdown as the git host shows it, and what is known of a body."""

import re

import pytest
from comrak import render_markdown
from hypothesis import assume, given
from hypothesis import strategies as st

from chapterhouse.load.markdown import Rendered, options, render
from tests.load.test_quick_markdown import pieces


def body(text: str) -> Rendered:
    return render(text, path="associations/x/pages/about.md", first_line=10)


def test_an_empty_body_is_empty() -> None:
    assert body("") == Rendered(html="")


def test_tables_have_heads_and_alignment() -> None:
    html = body("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n").html
    assert '<th class="align-left">a</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert '<td class="align-center">3</td>' in html
    assert "align=" not in html


def test_task_lists_have_labels() -> None:
    html = body("- [ ] open *now*\n  still\n  - [x] done\n- plain\n\ntext\n\n1. [ ] loose\n\n   more\n").html
    box = '<input type="checkbox" class="task-list-item-checkbox" disabled="" />'
    assert f'<li class="task-list-item"><label>{box} open <em>now</em>\nstill</label>\n<ul' in html
    assert ' checked="" disabled="" /> done</label></li>' in html
    assert f"<p><label>{box} loose</label></p>\n<p>more</p>" in html


def test_strikethrough_and_bare_addresses() -> None:
    html = body("~~old~~ https://example.org/x, www.example.org and me@example.org").html
    assert "<del>old</del>" in html
    assert '<a href="https://example.org/x">https://example.org/x</a>,' in html
    assert '<a href="http://www.example.org">www.example.org</a>' in html
    assert '<a href="mailto:me@example.org">me@example.org</a>' in html


def test_footnotes_lead_there_and_back() -> None:
    rendered = body("One[^a] and again[^a].\n\n[^a]: The note.\n")
    assert '<a href="#fn-a" id="fnref-a"' in rendered.html
    assert '<li id="fn-a">' in rendered.html
    assert '<a href="#fnref-a"' in rendered.html and '<a href="#fnref-a-2"' in rendered.html
    assert '<div class="footnotes">' in rendered.html and "<section" not in rendered.html
    assert rendered.ids == {"fn-a", "fnref-a", "fnref-a-2"}
    assert rendered.diagnostics == ()


def test_definition_lists() -> None:
    html = body("Term\n\n: Meaning\n").html
    assert "<dt>Term</dt>" in html and "<dd>\n<p>Meaning</p>" in html


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_alerts_have_a_title(kind: str) -> None:
    html = body(f"> [!{kind.upper()}]\n> Words\n").html
    assert f'<div class="markdown-alert markdown-alert-{kind}">' in html
    assert f'<p class="markdown-alert-title">{kind.capitalize()}</p>' in html


def test_a_list_indented_by_three_spaces_is_nested() -> None:
    assert body("1. one\n   - inner\n2. two\n").html == (
        "<ol>\n<li>one\n<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>two</li>\n</ol>\n"
    )


def test_line_endings_of_other_systems_make_no_difference() -> None:
    unix = body("## A\n\n[x](/y)\n")
    assert body("## A\r\n\r\n[x](/y)\r\n") == unix == body("## A\r\r[x](/y)\r")
    assert unix.diagnostics[0].location.line == 12


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## T\n\nThe *first*\nparagraph.\n\nNext.", "The first paragraph."),
        ("![a](x.jpg)\n\nWords & more.", "Words & more."),
        ("- item\n\n  p\n\n> quote\n\n> [!NOTE]\n> n\n\n| a |\n|--|\n\nWords.", "Words."),
        ("A fact[^1].\n\n[^1]: N\n", "A fact."),
        ("<div>\n\nin\n\n</div>\n\nout", "out"),
        ("We are {{ association.name }}.", "We are \U000f0000."),
        ("- only a list\n\n  with two", ""),
        ("x[^1]{{ site.name }}\n\n[^1]: n", "x\U000f0000"),
    ],
)
def test_the_first_paragraph_is_the_first_that_stands_by_itself(text: str, words: str) -> None:
    assert body(text).first_paragraph == words


def test_diagnostics_are_sorted_by_place() -> None:
    problems = body("[a](/b)\n\n{{ x }}\n\n# T\n\n![](x.jpg)\n").diagnostics
    assert [(one.location.line, one.code) for one in problems] == [
        (10, "absolute-path-link"),
        (12, "bad-value"),
        (14, "heading-one"),
        (16, "missing-alt"),
    ]


def test_the_same_text_gives_the_same_body() -> None:
    text = "## A\n\n<b>x</b> [y](y.md) {{ site.name }} {{ site.url }}\n"
    assert body(text) == body(text)


def starts(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<(a|img|h\d[^>]*) data-sourcepos="(\d+:\d+)', html)


@given(st.lists(pieces, max_size=14).map("".join))
def test_where_bytes_are_characters_columns_are_the_same(text: str) -> None:
    assume("]:" not in text)
    in_bytes, in_characters = options(False, False, True), options(False, True, True)
    assert starts(render_markdown(text, **in_bytes)) == starts(render_markdown(text, **in_characters))
