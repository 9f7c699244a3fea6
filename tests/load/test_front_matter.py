"""Front matter is taken apart exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.load.front_matter import Missing, Parts, decode, split


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
        ("---\n---x\n...\n---\nb", Parts("---x\n", 2, "---\nb", 4)),
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
    assert decode("---\ntitle: Café\n".encode() + b"Zo\xeb\n") == (3, 3, 0xEB)
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
