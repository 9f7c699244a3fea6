"""Raw HTML in Markdown, and that nothing harmful ever reaches a page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from chapterhouse.diagnostics import Severity
from chapterhouse.load.markdown import Rendered, render
from chapterhouse.load.sanitise import AUTHOR_ATTRIBUTES, TAGS

PATH = "associations/x/pages/about.md"


def body(text: str, reader: str = "commonmark") -> Rendered:
    return render(text, path=PATH, first_line=3, reader=reader)


@pytest.mark.parametrize(
    "text",
    [
        "<details>\n<summary>More</summary>\n<p>Words</p>\n</details>\n",
        "<p>H<sub>2</sub>O <kbd>x</kbd> <mark>y</mark> <small>z</small></p>\n",
        '<p><abbr title="World">W</abbr> <time datetime="2026-05-17">today</time></p>\n',
        '<p><q lang="de">Guten Tag</q></p>\n',
        '<table>\n<caption>C</caption>\n<tbody><tr><th scope="row" colspan="2">a</th></tr></tbody>'
        "\n</table>\n",
        '<figure>\n<img src="file:associations/x/pages/y.jpg" alt="A fair" width="20" />'
        "\n<figcaption>F</figcaption>\n</figure>\n",
    ],
)
def test_harmless_html_stays(text: str) -> None:
    rendered = body(text.replace("file:associations/x/pages/", ""))
    assert rendered.html == text
    assert rendered.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("a\n\nb <script>alert(1)</script>", "<script>", 5, 3),
        ("<iframe src='https://x.org'></iframe>", "<iframe>", 3, 1),
        ("x <b onclick='y()'>z</b>", '"onclick"', 3, 3),
        ('<p style="color: red">z</p>', '"style"', 3, 1),
        ('<p class="big">z</p>', '"class"', 3, 1),
        ("hello <your name>", "<your>", 3, 7),
        ("> quoted\n>\n> <video src=x></video>", "<video>", 5, 3),
        ("{{ site.name }} <input>", "<input>", 3, 17),
    ],
)
def test_what_is_removed_is_told_with_its_place(text: str, words: str, line: int, column: int) -> None:
    (problem,) = body(text).diagnostics
    assert problem.code == "raw-html-removed" and problem.severity is Severity.WARNING
    assert words in problem.message and problem.hint
    assert (problem.location.line, problem.location.column) == (line, column)


def test_scripts_and_styles_lose_their_content_and_other_tags_keep_it() -> None:
    html = body("a <script>alert(1)</script><style>b{}</style> <font>kept</font>").html
    assert html == "<p>a  kept</p>\n"


def test_html_in_code_is_text() -> None:
    rendered = body("`<script>` and\n\n    <iframe src=x>\n\n<b>b</b>")
    assert "<code>&lt;script&gt;</code>" in rendered.html
    assert "&lt;iframe src=x&gt;" in rendered.html
    assert rendered.diagnostics == ()


def test_comments_vanish_without_a_word() -> None:
    rendered = body("a <!-- <script>x</script> --> b\n\n<!-- {{ nonsense }} -->\n")
    assert "<!--" not in rendered.html and "script" not in rendered.html
    assert rendered.diagnostics == ()


def test_markdown_beside_html_keeps_its_own_marks() -> None:
    rendered = body(
        "<b>x</b>\n\n> [!TIP]\n> t\n\n- [x] done\n\nn[^1]\n\n```python\np\n```\n\n|a|\n|-:|\n|b|\n\n[^1]: f\n"
    )
    for mark in (
        '<div class="markdown-alert markdown-alert-tip">',
        '<p class="markdown-alert-title">Tip</p>',
        '<label><input type="checkbox" class="task-list-item-checkbox" checked="" disabled="" /> done',
        '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1"',
        '<code class="language-python">',
        '<td class="align-right">b</td>',
        '<li id="fn-1">',
    ):
        assert mark in rendered.html
    assert "sourcepos" not in rendered.html


def test_links_and_pictures_in_html_are_resolved_like_others() -> None:
    rendered = body('a\n\n<a href="../news/x.md#y">n</a> <img src="y.jpg" alt=""> <img src="z.jpg">')
    assert '<a href="entry:associations/x/news/x.md#y">n</a>' in rendered.html
    assert '<img src="file:associations/x/pages/y.jpg" alt="" />' in rendered.html
    (problem,) = rendered.diagnostics
    assert (problem.code, problem.location.line, problem.location.column) == ("missing-alt", 5, 57)


def test_an_unsafe_address_in_html_is_an_error_with_its_place() -> None:
    (problem,) = body('x <a href="java&#10;script:alert(1)">y</a>').diagnostics
    assert (problem.code, problem.location.line, problem.location.column) == ("unsafe-link", 3, 3)


def test_links_in_links_are_both_resolved() -> None:
    # The HTML parser closes the first link at the second, unless an element that is removed stands between.
    html = body("<a href=javascript:x><select><a href=javascript:y>z").html
    assert "javascript" not in html


def test_no_author_attribute_runs_or_loads_anything() -> None:
    names = {name for names in AUTHOR_ATTRIBUTES.values() for name in names}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"style", "class", "srcset", "srcdoc", "formaction", "action", "target"}
    assert not TAGS & {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "svg",
        "math",
        "base",
        "link",
        "meta",
    }


_PIECES = [
    "<script>", "</script>", "<style>", "<iframe src=x>", "<img src=x onerror=alert(1)>", "<a href='", '"',
    "'", ">", "<", "javascript:alert(1)", "](", ")", "[", "!", "`", "\n", "\n\n", "    ",
    "&#106;avascript:", "\x00", "\t", "# ", "<svg><script>", "<math>", "<!--", "-->", "<![CDATA[", "]]>",
    "<?php", "?>", "<!DOCTYPE", "<p ", "style=x", " on", "click=x", "data:text/html,x",
    "{{ association.name }}", "{{", "{%", "&#xF0000;", "\U000f0001", "\U00100000", ' x="',
    'data-sourcepos="1:1-1:1"', "<a data-footnote-ref href=javascript:x>", "<title>", "<table>", "<td>",
    "<textarea>", "<noscript>", "<template>", "<select>", "<h2 id=x>", "[^1]", "[^1]: ", "- [x] ",
    "| a |\n|--|\n", "<http:", "<b", "<details open ontoggle=x>", "\ufeff", "é", "1. ", "> ", "[!NOTE]",
    "www.x.org", "<input>", 'class="anchor"',
]  # fmt: skip
_HARMLESS = re.compile("(?:entry:|file:|https?://|mailto:|tel:|sms:|#|[\U000f0000-\U000f00ff])")
_HOSTILE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=_HOSTILE, reader=st.sampled_from(["commonmark", "commonmark", "python-markdown"]))
def test_whatever_the_text_the_page_is_harmless(text: str, reader: str) -> None:
    rendered = body(text, reader)
    tree = LexborHTMLParser(f"<!DOCTYPE html><body>{rendered.html}</body>")
    root = tree.body
    assert root is not None
    for node in root.traverse(include_text=False):
        assert node.tag in TAGS | {"body", "label"}, text
        for name, value in node.attributes.items():
            assert not name.startswith("on") and name != "style", text
            if name in ("href", "src") and value:
                assert re.match(
                    r"(?:entry:|file:|https?://|mailto:|tel:|sms:|#|[\U000f0000-\U000f00ff])", value
                ), text
    tokens = {ord(character) - 0xF0000 for character in rendered.html if character >= "\U000f0000"}
    assert tokens <= set(range(len(rendered.values))), text
    found = [node.attributes["id"] for node in root.css("[id]")]
    assert len(found) == len(set(found)), text
