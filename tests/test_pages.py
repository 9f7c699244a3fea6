"""Pages are read from wherever they lie packed."""

import pickle
from pathlib import Path

import pytest

from chapterhouse.entries import Pages
from chapterhouse.model import Folder
from chapterhouse.pages import read_packed, read_pages, unpack_pages
from tests.builders import entry

PAGES = Pages(entries=(entry("associations/north/pages/about.md"),))
PACKED = pickle.dumps(PAGES)


def folder(**more: object) -> Folder:
    return Folder(name="associations/north", digest="", record=None, **more)  # type: ignore[arg-type]


def test_pages_lie_behind_the_bodies(tmp_path: Path) -> None:
    (tmp_path / "north.html").write_bytes(b"<p>bodies</p>" + PACKED + b"more")
    place = (13, len(PACKED))
    assert read_pages(folder(bodies="north.html", pages_at=place, kept_in=str(tmp_path))) == PAGES
    assert read_packed(b"", place, tmp_path / "north.html") == PAGES


def test_pages_at_hand_need_no_file() -> None:
    assert read_pages(folder(pages=PACKED)) == PAGES
    assert unpack_pages(PACKED) == PAGES
    assert read_pages(folder()) == unpack_pages(b"") == Pages()


def test_a_lost_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_pages(folder(bodies="north.html", pages_at=(0, 5), kept_in=str(tmp_path)))
