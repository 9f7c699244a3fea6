"""Entries as values."""

import pickle

from chapterhouse.content_types.news import Fields
from chapterhouse.diagnostics import Location
from chapterhouse.entries import Entry, Link, Pages, Value

ENTRY = Entry(
    path="associations/north/news/fair.md",
    type="news",
    route="news/fair/",
    language="en",
    fields=Fields(title="A fair", date="2026-05-17", audience="own"),
    summary="",
    links=(Link("associations/south/pages/a.md", "history", 4, 2, is_entry=True),),
    values=(Value("association.name", None, 5, 1),),
)


def test_title_and_audience_are_those_of_the_front_matter() -> None:
    assert (ENTRY.title, ENTRY.audience) == ("A fair", "own")


def test_a_place_is_in_the_entrys_file() -> None:
    assert ENTRY.place() == Location("associations/north/news/fair.md", 1)
    assert str(ENTRY.place(5, 1)) == "associations/north/news/fair.md:5:1"


def test_pages_are_packed_and_unpacked() -> None:
    pages = Pages(entries=(ENTRY,))
    assert pickle.loads(pickle.dumps(pages)) == pages
