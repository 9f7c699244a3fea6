"""Headings and ids."""

import re
from pathlib import Path

from chapterhouse.diagnostics import Severity
from chapterhouse.load.headings import RESERVED
from chapterhouse.load.markdown import Rendered, render


def body(text: str) -> Rendered:
    return render(text, path="content/hub/pages/a.md", first_line=4)


def test_headings_have_the_ids_of_the_git_host() -> None:
    rendered = body("## Who *we* are?\n\n### Óscar & `code`\n\nHello\n-----\n")
    assert [(one.level, one.id, one.text) for one in rendered.headings] == [
        (2, "who-we-are", "Who we are?"),
        (3, "óscar--code", "Óscar & code"),
        (2, "hello", "Hello"),
    ]
    assert '<h2 id="who-we-are">Who <em>we</em> are?</h2>' in rendered.html
    assert "anchor" not in rendered.html


def test_equal_headings_are_numbered() -> None:
    rendered = body("## Dates\n\n## Dates\n\n## Dates 1\n")
    assert [one.id for one in rendered.headings] == ["dates", "dates-1", "dates-1-1"]
    assert rendered.ids == {"dates", "dates-1", "dates-1-1"}


def test_a_heading_may_be_called_like_a_part_of_the_theme() -> None:
    rendered = body("## Menu\n\n[m](#menu)\n")
    assert rendered.headings[0].id == "menu-1"
    assert '<a href="#menu-1">m</a>' in rendered.html
    assert rendered.diagnostics == ()


def test_a_heading_and_a_footnote_do_not_share_an_id() -> None:
    rendered = body("## fn 1\n\nx[^1]\n\n[^1]: y\n")
    assert rendered.headings[0].id == "fn-1-1"
    assert rendered.html.count('id="fn-1"') == 1


def test_headings_of_the_first_level_move_down() -> None:
    rendered = body("# One\n\n## Two\n\n###### Six\n")
    assert [one.level for one in rendered.headings] == [2, 3, 6]
    assert '<h2 id="one">One</h2>' in rendered.html and "<h1" not in rendered.html
    first, second = rendered.diagnostics
    assert (first.code, first.location.line, first.severity) == ("heading-one", 4, Severity.WARNING)
    assert (second.code, second.location.line) == ("heading-skipped", 8)


def test_a_skipped_level_is_told() -> None:
    rendered = body("### Three\n\n## Two\n\n#### Four\n\n## Two again\n")
    assert [(one.code, one.location.line) for one in rendered.diagnostics] == [
        ("heading-skipped", 4),
        ("heading-skipped", 8),
    ]
    assert rendered.diagnostics[0].hint == "write ## instead of ###"


def test_an_empty_heading_is_told() -> None:
    (problem,) = body("##\n\n## ![A fair](x.jpg)\n").diagnostics
    assert (problem.code, problem.location.line) == ("heading-empty", 4)


def test_an_id_in_html_that_is_taken_is_left_out() -> None:
    rendered = body('## Dates\n\n<a id="dates"></a> <a id="old"></a> <a id="old"></a>\n\n[x](#old)\n')
    assert rendered.html.count('id="dates"') == 1 and rendered.html.count('id="old"') == 1
    assert [one.code for one in rendered.diagnostics] == ["duplicate-id", "duplicate-id"]
    assert rendered.ids == {"dates", "old"}


def test_every_id_of_the_theme_is_reserved() -> None:
    templates = Path(__file__).parents[2] / "themes" / "base" / "templates"
    used = {
        name
        for path in templates.rglob("*.html")
        for name in re.findall(r' id="([\w-]+)"', path.read_text("utf-8"))
    }
    assert used
    assert used <= RESERVED
