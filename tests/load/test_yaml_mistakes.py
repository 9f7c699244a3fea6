"""Each mistake in the writing of YAML is one diagnostic with its exact place and the mended line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.load.nodes import read
from tests.load.told import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: Summer: fair: 2026\n", '1:14 yaml-colon | write: title: "Summer: fair: 2026"'),
        ('title: A "big": day\n', "1:15 yaml-colon | write: title: 'A \"big\": day'"),
        ("foo: 1\nbar\nbaz: 2\n", '2:1 yaml-colon | write "name: value", with a colon and a space'),
        ("a: b\n\tc: d\n", "2:1 yaml-tab | replace each tab with two spaces"),
        ("topics:\n\t- a\n", "2:1 yaml-tab | replace each tab with two spaces"),
        ("\ta: 1\n", "1:1 yaml-tab | replace each tab with two spaces"),
        ('title: "abc\nb: c\n', '1:8 yaml-quote | write: title: "abc"'),
        ("title: 'It's here'\nb: c\n", '1:12 yaml-quote | write: title: "It\'s here"'),
        ('title: "Hello" world\n', "1:16 yaml-quote | write: title: '\"Hello\" world'"),
        ("title: @handle\n", '1:8 yaml-quote | write: title: "@handle"'),
        ("title: *important* news\n", '1:8 yaml-quote | write: title: "*important* news"'),
        ("title: [Draft] A page\n", '1:8 yaml-quote | write: title: "[Draft] A page"'),
        ("title: > 20 people\n", '1:8 yaml-quote | write: title: "> 20 people"'),
        ("title: %\n", '1:8 yaml-quote | write: title: "%"'),
        ('title: "C:\\quotes"\n', "1:11 yaml-quote | write: title: 'C:\\quotes'"),
        ("a: - b\n", "1:4 yaml-quote | write: a: [b]"),
        ("a: [b, c\nd: 1\n", "1:4 yaml-syntax | write: a: [b, c]"),
        ("a: 1\n b: 2\n", "2:2 yaml-indentation | begin the line with no space: b: 2"),
        ("a:\n  b: 1\n c: 2\n", "3:2 yaml-indentation | begin the line with 2 spaces: c: 2"),
        ("r:\n  - A\n - B\n", "3:2 yaml-indentation | begin the line with 2 spaces: - B"),
    ],
)
def test_the_place_and_the_mended_line(text: str, line: str) -> None:
    assert told(read(text, "f").diagnostics) == [f"f:{line}"]


def test_the_lines_of_front_matter_count_from_the_top_of_the_file() -> None:
    assert told(read("title: a: b\n", "p.md", first_line=2).diagnostics)[0].startswith("p.md:2:9 ")


def test_a_mended_line_is_shown_only_if_it_mends() -> None:
    (found,) = read("a: 'x\n\nb: it's\n", "f").diagnostics
    assert not found.hint.startswith("write: b") or not read(found.hint[7:], "f").diagnostics


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"]), min_size=1, max_size=20)
)
def test_a_title_in_a_hint_is_the_title_that_was_meant(words: str) -> None:
    (first, *more) = read(f"title: {words}\n", "f").diagnostics or (None,)
    if first is not None and not more and first.hint.startswith("write: title: "):
        mended = read(first.hint.removeprefix("write: "), "f")
        assert not mended.diagnostics
