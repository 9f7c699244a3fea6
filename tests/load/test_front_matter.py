"""Front matter is taken apart exactly, and the quick reader finds what the YAML reader finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chapterhouse.load.front_matter import Missing, Parts, decode, read_quickly, split
from chapterhouse.load.nodes import read


@pytest.mark.parametrize(
    "content",
    [
        b"---\ntitle: x\n---\nBody\n",
        b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\nBody\r\n",
        b"---  \ntitle: x\n---\t \nBody\n",
        b"---\rtitle: x\r---\rBody\r",
        b"---\ntitle: x\n...\nBody\n",
    ],
)
def test_line_ends_marks_and_white_space_after_the_hyphens_do_not_matter(content: bytes) -> None:
    text = decode(content)
    assert isinstance(text, str)
    assert split(text) == Parts("title: x\n", 2, "Body\n", 4)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\n---", Parts("", 2, "", 3)),
        ("---\na: 1\n---", Parts("a: 1\n", 2, "", 4)),
        ("---\na: 1\n---\n\n---\nb\n", Parts("a: 1\n", 2, "\n---\nb\n", 4)),
        ("---\na: |\n  ---\n---\nb", Parts("a: |\n  ---\n", 2, "b", 5)),
    ],
)
def test_the_first_line_of_hyphens_ends_it(text: str, parts: Parts) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        (" \n\n", "empty-file", 1),
        ("Words\n", "no-front-matter", 1),
        ("\n---\ntitle: x\n---\n", "no-front-matter", 1),
        ("Title: x\nDate: 2026-05-17\n\nBody\n", "no-front-matter", 1),
        ("\u2014\ntitle: x\n---\n", "no-front-matter", 1),
        ("-----\ntitle: x\n-----\n", "no-front-matter", 1),
        ("+++\ntitle = 'x'\n+++\n", "no-front-matter", 1),
        ("---\ntitle: x\nkinds:\n  - a\n\nBody text\n", "front-matter-not-closed", 5),
        ("---", "front-matter-not-closed", 1),
    ],
)
def test_what_is_missing_is_named_with_its_line(text: str, code: str, line: int) -> None:
    missing = split(text)
    assert isinstance(missing, Missing)
    assert (missing.code, missing.line) == (code, line)
    assert missing.hint


def test_headers_of_other_programs_are_shown_with_their_hyphens() -> None:
    missing = split("Title: The fair\nSummary: x\n\nBody\n")
    assert isinstance(missing, Missing)
    assert missing.hint.endswith("---\ntitle: The fair\nsummary: x\n---")


def test_a_byte_of_another_encoding_is_found_by_line_and_column() -> None:
    assert decode("---\ntitle: Café\n".encode() + b"caf\xe9\n") == (3, 4, 0xE9)
    assert decode(b"\xef\xbb\xbfa\rb\r\nca\xff") == (3, 3, 0xFF)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n")),
    st.text(st.sampled_from("ab :-\n")),
)
def test_a_written_block_is_taken_apart_again(body: str, front: str) -> None:
    lines = [line for line in front.split("\n") if line.rstrip() not in ("---", "...")]
    front = "".join(f"{line}\n" for line in lines)
    parts = split(f"---\n{front}---\n{body}")
    assert parts == Parts(front, 2, body, len(lines) + 3)


words = st.text(st.sampled_from("aZ09 :#-_'\"[]{},&*!|>%@`?~./\\é\u00a0😀\u2028\x85\t"), max_size=14)
values = st.one_of(
    words,
    words.map(lambda t: f'"{t}"'),
    words.map(lambda t: f"'{t}'"),
    st.lists(st.sampled_from(["a", "b-c", "null", "Null", "yes", "~", ""]), max_size=3).map(
        lambda i: f"[{', '.join(i)}]"
    ),
    st.sampled_from(
        ["null", "~", "NO", "012", "10:00", "2026-05-17", "a: b", "a:", "- x", "# x", "x #y", "x# y", "[]"]
    ),
)
keys = st.sampled_from(["a", "title", "b_1", "null", "yes", "on", "B", "1a", "a b", ""])
gaps = st.sampled_from([": ", ":", ":  ", ":\t", " : "])
ends = st.sampled_from(["\n", " \n", "\n\n", "\n  ", "\t\n"])
fronts = st.lists(st.tuples(keys, gaps, values, ends).map("".join), max_size=4).map(
    lambda rows: "".join(rows) + "\n"
)


groups = st.lists(
    st.tuples(
        st.sampled_from(["  ", "  ", "  ", "", " ", "    "]),
        st.sampled_from(["- ", "-", "-  ", "a: ", "b_1: ", "title:", "null: ", "a:  ", ""]),
        values,
        st.sampled_from(["\n", " \n", "\n\n"]),
    ).map("".join),
    max_size=4,
).map("".join)


@given(fronts)
@example("a: b\nc: d\n")
@example("a: \"\"\nb: ''\nc: []\nd:\n")
@example("a: x:y\nb: a#b\n")
def test_the_quick_reader_finds_what_the_yaml_reader_finds(front: str) -> None:
    _compare(front)


def _compare(front: str) -> None:
    quick = read_quickly(front, 2)
    if quick is not None:
        document = read(front, "f", 2)
        assert not document.diagnostics
        assert quick.data == document.data
        assert quick.lines == document.lines


@given(fronts, groups, fronts)
@example("", "  a: b\n  b_1: c\n", "a: b\n")
@example("", "  - a\n  - b\n", "a: b\n")
@example("", "- a\n- b\n", "a: b\n")
@example("", "  - a\n - b\n", "")
@example("", "  - a\n    b\n", "")
@example("", "  a: ~\n  b_1:\n", "a: b\n")
def test_the_quick_reader_finds_the_same_lists_and_groups(before: str, below: str, after: str) -> None:
    _compare(f"{before}venue:\n{below}{after}")


def test_the_quick_reader_reads_lists_and_groups() -> None:
    front = "title: x\nvenue:\n  name: Main Hall\n  url:\ntopics:\n  - a\n  - 'b c'\nkinds:\n- d\nmenu: no\n"
    quick = read_quickly(front, 2)
    assert quick is not None
    assert quick.data == {
        "title": "x",
        "venue": {"name": "Main Hall"},
        "topics": ["a", "b c"],
        "kinds": ["d"],
        "menu": "no",
    }
    assert quick.lines == {"title": 2, "venue": 3, "topics": 6, "kinds": 9, "menu": 11}


def test_the_quick_reader_reads_what_people_write() -> None:
    front = (
        'title: The fair\nsummary: "One: two"\ndate: 2026-05-17 18:30\ntopics: [a, b-c]\nmenu: no\nimage:\n'
    )
    quick = read_quickly(front, 2)
    assert quick is not None
    assert quick.data == {
        "title": "The fair",
        "summary": "One: two",
        "date": "2026-05-17 18:30",
        "topics": ["a", "b-c"],
        "menu": "no",
    }
    assert quick.lines == {"title": 2, "summary": 3, "date": 4, "topics": 5, "menu": 6, "image": 7}
