"""Pages are read from wherever they lie packed."""

from pathlib import Path

import pytest

from chapterhouse.entries import Heading, Link, Pages, Picture, Value
from chapterhouse.frozen import replace
from chapterhouse.model import Folder
from chapterhouse.pages import pack_pages, read_packed, read_pages, unpack_pages, unpack_shown
from tests.builders import entry

PAGES = Pages(entries=(entry("associations/north/pages/about.md"),))
PICTURE = Picture(path="associations/north/images/a.jpg", route="images/a.jpg", digest="d", size=4)
PACKED = pack_pages(PAGES)


def folder(**more: object) -> Folder:
    return Folder(name="associations/north", digest="", record=None, **more)  # type: ignore[arg-type]


def test_pages_lie_behind_the_bodies(tmp_path: Path) -> None:
    (tmp_path / "north.html").write_bytes(b"<p>bodies</p>" + PACKED + b"more")
    place = (13, len(PACKED))
    assert read_pages(folder(bodies="north.html", pages_at=place, kept_in=str(tmp_path))) == PAGES
    assert read_packed(b"", place, tmp_path / "north.html") == PACKED


def test_pages_at_hand_need_no_file() -> None:
    assert read_pages(folder(pages=PACKED)) == PAGES
    assert unpack_pages(PACKED) == PAGES
    assert read_pages(folder()) == unpack_pages(b"") == Pages()


def test_a_lost_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_pages(folder(bodies="north.html", pages_at=(0, 5), kept_in=str(tmp_path)))


def test_rendering_gets_what_it_shows_and_tells_of() -> None:
    inner = Link("associations/north/pages/join.md", "how", 0, 0, is_entry=True, text="Join")
    outer = Link("content/hub/pages/about.md", "", 0, 0, is_entry=True)
    vague = Link("https://example.org", "", 7, 3, text="here")
    whole = replace(
        PAGES.entries[0],
        headings=(Heading(2, "who", "Who"),),
        links=(inner, outer, vague),
        values=(Value("association.name", None, 5, 1),),
        ids=frozenset({"who"}),
        fields_lines={"title": 2, "aliases": 3},
    )
    packed = pack_pages(Pages(entries=(whole,), pictures=(PICTURE,)))
    assert unpack_pages(packed) == Pages(entries=(whole,), pictures=(PICTURE,))
    shown = replace(whole, headings=(), links=(outer, vague), ids=frozenset(), fields_lines={"aliases": 3})
    assert unpack_shown(packed) == Pages(entries=(shown,), pictures=(PICTURE,))
    assert unpack_shown(b"") == Pages()
