"""Entries as values."""

import pickle

from chapterhouse.content_types.news import Fields
from chapterhouse.diagnostics import Location
from chapterhouse.entries import Entry, Heading, Link, Pages, Value, seen_elsewhere
from chapterhouse.frozen import replace

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


def test_elsewhere_an_entry_keeps_what_lists_and_searches_show() -> None:
    whole = replace(
        ENTRY,
        headings=(Heading(2, "who", "Who"), Heading(3, "when", "When it is")),
        ids=frozenset({"who", "when"}),
        body=(7, 9),
        digest="d",
        front="f",
        fields_lines={"title": 2, "associations": 4},
    )
    found = seen_elsewhere(whole)
    assert [heading.text for heading in found.headings] == ["Who When it is"]
    assert found.fields_lines == {"associations": 4}
    assert (found.links, found.ids, found.body, found.front) == ((), frozenset(), (0, 0), "")
    same = ("path", "type", "route", "language", "fields", "summary", "values", "digest")
    assert all(getattr(found, name) == getattr(whole, name) for name in same)
    assert seen_elsewhere(ENTRY).headings == ()
