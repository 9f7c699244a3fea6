"""Pelican's stock reader behind the same door."""

import subprocess
import sys

from chapterhouse.load.markdown import Rendered, render


def body(text: str) -> Rendered:
    return render(text, path="associations/x/pages/about.md", first_line=10, reader="python-markdown")


def test_its_extensions_are_read() -> None:
    html = body(
        "## Title ## {#own}\n\n*[HTML]: Hyper\n\nHTML[^1]\n\nTerm\n:   Meaning\n\n| a |\n|--:|\n| b |\n\n"
        "~~~\ncode\n~~~\n\n[^1]: Note\n"
    ).html
    for piece in ("<dt>Term</dt>", '<abbr title="Hyper">HTML</abbr>', 'id="fn:1"', "<code>code\n</code>"):
        assert piece in html
    assert '<td class="align-right">b</td>' in html


def test_links_values_and_headings_are_the_same() -> None:
    rendered = body(
        "## Who we are\n\nWe, {{ association.name }}, [write](../news/x.md#a)\n\n![A fair](x.jpg)\n"
    )
    assert '<h2 id="who-we-are">Who we are</h2>' in rendered.html
    assert 'We, \U000f0000, <a href="entry:associations/x/news/x.md#a">write</a>' in rendered.html
    assert '<img src="file:associations/x/pages/x.jpg" alt="A fair" />' in rendered.html
    assert [(one.level, one.id) for one in rendered.headings] == [(2, "who-we-are")]
    assert {(one.line, one.column) for one in rendered.links} == {(12, 29), (14, 1)}
    assert [one.path for one in rendered.values] == ["association.name"]
    assert rendered.first_paragraph == "We, \U000f0000, write"
    assert rendered.diagnostics == ()


def test_mistakes_are_told_with_their_line() -> None:
    rendered = body(
        "a\n\n[b](/c/)\n\n<script>x</script>\n\n[d](javascript:x)\n\n```\n# no heading\n```\n\n# T\n"
    )
    assert [(one.code, one.location.line) for one in rendered.diagnostics] == [
        ("absolute-path-link", 12),
        ("raw-html-removed", 14),
        ("unsafe-link", 16),
        ("heading-one", 22),
    ]
    assert "script" not in rendered.html


def test_a_first_line_with_a_colon_is_no_front_matter() -> None:
    assert body("Note: this\n\nx\n").html.startswith("<p>Note: this</p>")


def test_two_texts_do_not_meet() -> None:
    assert "fn:1" in body("a[^1]\n\n[^1]: b\n").html
    assert "fn:1" not in body("plain\n").html


def test_it_is_imported_only_where_it_is_used() -> None:
    code = (
        "import sys; from chapterhouse.load.markdown import render;"
        "render('x <b>y</b>', path='a/b/c.md', first_line=1); print('markdown' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
