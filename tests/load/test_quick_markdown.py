"""What is rendered quickly is what the long way makes of it, but for the places."""

import json
from pathlib import Path

import pytest
from comrak import render_markdown
from hypothesis import assume, example, given
from hypothesis import strategies as st

from chapterhouse.load.markdown import options, render
from chapterhouse.load.quick_markdown import may_have_bare_addresses, render_quickly

PATH = "associations/x/pages/about.md"
COMMONMARK = Path(__file__).parent / "data" / "commonmark.json"

pieces = st.sampled_from(
    [
        *("[a](https://x.org)", "[b c](http://x.org/y)", "https://e.org", "://", "ftp://e.org", "me", "a.b"),
        *("[", "]", "(", ")", "!", "\\", "`", "*", "_", "|", "^", "<", ">", "x:", " ", " ", "\n", "\n\n"),
        *("[^1]", "\n[^1]: n\n", "\n[a]: u\n", "[a]", "- [x] ", "> ", "\n|-|-|\n", "    ", "```\n", "~~"),
    ]
)


@given(st.lists(pieces, max_size=14).map("".join))
@example("[a][a](https://x.org)\n\n[a]: u\n")
@example("\\[a](https://x.org)")
def test_where_no_bare_address_can_be_none_is_found(text: str) -> None:
    assume(not may_have_bare_addresses(text))
    with_search, without = options(True, True, True), options(True, True, False)
    assert render_markdown(text, **without) == render_markdown(text, **with_search)


blocks = st.sampled_from(
    [
        *("## A & b\n", "### C *d*\n", "#### E\n", "# F\n", "## A & b\n", "##\n", "G\n---\n", "> ## H\n"),
        *(
            "- [ ] x\n",
            "- a\n",
            "1. b\n",
            "a | b\n--|:-:\n1 | 2\n",
            "~~~\n## no\n~~~\n",
            "[r]: y.md\n",
            "***\n",
        ),
        *("## [L](y.md)\n", "## M [n](z.md) o\n", "### main\n", "## Menu\n", "[r]", "[^1]", "![p](p.jpg)"),
        *(
            "[y](y.md)",
            "[*z* &](../news/z.md#a-b)",
            "[q](/abs)",
            "[o](https://e.org/?a=b&c)",
            "[#](#a)",
            "[](y.md)",
        ),
        *("[t](y.md 't')", "[u](../../y/pages/u.md)", "[v](pic.jpg)", "[w](https://e.org/x)", "`[c](c.md)`"),
        *(
            "www.e.org",
            "a@b.org",
            "word",
            " ",
            "!",
            "^",
            "&",
            "&amp;",
            "\n",
            "\n\n",
            "<b>x</b>",
            "<https://e.org>",
        ),
    ]
)


def compare(text: str) -> bool:
    """Hold the quick way against the long one; return whether there was a quick one."""
    quick = render_quickly(text, PATH)
    if quick is None:
        return False
    slow = render(text, path=PATH, first_line=1, places=True)
    assert not slow.diagnostics
    assert quick.html == slow.html
    assert quick.headings == slow.headings
    assert quick.ids == slow.ids
    assert quick.links == tuple(link._replace(line=0, column=0) for link in slow.links)
    return True


@given(st.lists(blocks, max_size=12).map("".join))
@example("## M [n](z.md) o\n\n## A\n")
@example("## A\n\n### B\n\ntext [y](y.md)\n")
def test_both_ways_make_the_same_of_a_page(text: str) -> None:
    compare(text if text.endswith("\n") else text + "\n")


def test_both_ways_make_the_same_of_the_examples_of_commonmark() -> None:
    examples = json.loads(COMMONMARK.read_text("utf-8"))["examples"]
    quick = [compare(example["markdown"]) for example in examples]
    assert sum(quick) > 300


@pytest.mark.parametrize(
    "text",
    [
        "Read [of us](y.md#a).\n\n## One\n\n### Two\n",
        "| | May |\n|:-:|---|\n| Sleep | 3 |\n\n[fair](a.md) and again [fair](a.md)\n",
        "Wow! [x](https://example.org/a)\n\n| a |\n|--:|\n| 1 |\n",
    ],
)
def test_ordinary_pages_are_rendered_quickly(text: str) -> None:
    assert compare(text)


@pytest.mark.parametrize(
    "text",
    [
        *("<b>x</b>\n", "{{ site.name }}\n", "![p](p.jpg)\n", "> [!NOTE]\n> x\n", "a[^1]\n\n[^1]: b\n"),
        *(
            "[x](/abs)\n",
            "[x](javascript:alert)\n",
            "[](y.md)\n",
            "[x](#there)\n",
            "[x](../../y/pages/z.md)\n",
        ),
        *(
            "# Title\n",
            "### Skipped\n",
            "## A\n\n## A\n\n## A-1\n",
            "## Menu\n",
            "- [ ] task\n",
            "[f](file.pdf)\n",
            "Read [here](y.md).\n",
            "[fair](a.md) [fair](b.md)\n",
            "| | |\n|---|:-:|\n| Sleep | 3 |\n",
        ),
    ],
)
def test_all_else_is_left_to_the_long_way(text: str) -> None:
    if not text.startswith("## A\n"):
        assert render_quickly(text, PATH) is None
    compare(text)


def test_shared_pages_are_left_to_the_long_way() -> None:
    assert render_quickly("Words\n", "content/shared/pages/a.md") is None
