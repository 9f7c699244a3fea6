"""Files inside a folder."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.load.paths import beside, ending, file_route, near_path, not_utf8


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("images/fair.jpg", "images/fair.jpg"),
        ("images/IMG_1234.JPG", "images/IMG_1234.JPG"),
        ("images/Mein Bild (2).JPG", "images/mein-bild-2.jpg"),
        ("pages/guides/A&B.pdf", "pages/guides/a-b.pdf"),
        ("images/日本.png", "images/file.png"),
    ],
)
def test_the_address_of_a_file_is_its_path_made_safe(path: str, found: str) -> None:
    assert file_route(path) == found


@given(st.text(max_size=12))
def test_the_address_of_whatever_file_is_safe(name: str) -> None:
    assert re.fullmatch(r"images/[A-Za-z0-9_.-]+", file_route(f"images/{name.replace('/', '')}.jpg"))


def test_endings_and_relative_paths() -> None:
    assert ending("a.b/fair.JPG") == "jpg"
    assert beside("a/pages/x.md", "../images/y.png") == "a/images/y.png"


def test_the_nearest_path_is_suggested() -> None:
    known = ["about/board.md", "contact.md", "images/fair.jpg"]
    assert near_path("about/bord.md", known) == 'did you mean "about/board.md"?'
    assert near_path("board.md", known) == 'did you mean "about/board.md"?'
    assert near_path("images/Fair.JPG", known) == 'did you mean "images/fair.jpg"?'
    assert near_path("zzz.md", known) == ""


def test_a_wrong_byte_is_named() -> None:
    found = not_utf8("f.md", 3, 4, 0xE9)
    assert str(found.location) == "f.md:3:4"
    assert "0xe9" in found.message
