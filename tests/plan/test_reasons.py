"""Every difference has a sentence, and equal parts have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.plan.reasons import damage, hold, reasons

A = "associations/wi-aimh"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"engine": "1"}, {"engine": "2"}, "Chapterhouse, or a package that it uses, changed"),
        ({"settings": "1"}, {"settings": "2"}, "pelican.conf.py changed"),
        ({"site": "1"}, {"site": "2"}, "its address changed"),
        ({"hub": "1"}, {"hub": "2"}, "the hub's address changed"),
        ({"theme:base": "1"}, {"theme:base": "2"}, "the theme base changed"),
        ({"theme:base": "1"}, {"theme:night": "2"}, "its theme is now night"),
        ({"announcement": "shown"}, {"announcement": "hidden"}, "its announcement is hidden from now on"),
        (
            {"network": "name=1 notice=2"},
            {"network": "name=3 notice=4"},
            "network.yaml changed what every page shows (name and notice)",
        ),
        (
            {"fact:association_count": "33"},
            {"fact:association_count": "34"},
            "the number of associations changed from 33 to 34",
        ),
        (
            {f"file:{A}/pages/about.md": "1"},
            {f"file:{A}/pages/about.md": "2"},
            f"{A}/pages/about.md was edited",
        ),
        ({"x": ""}, {"x": "", f"file:{A}/pages/about.md": "2"}, f"{A}/pages/about.md is new"),
        ({"x": "", f"file:{A}/pages/about.md": "2"}, {"x": ""}, f"{A}/pages/about.md was deleted"),
        ({f"file:{n}": "1" for n in "ab"}, {f"file:{n}": "2" for n in "ab"}, "a and b were edited"),
        (
            {f"file:{n}": "1" for n in "abcdefg"},
            {f"file:{n}": "2" for n in "abcdefg"},
            "a, b, c and 4 more files were edited",
        ),
        ({"x": "", "shared:privacy.md": "1"}, {"x": ""}, "the shared privacy.md no longer shows here"),
        (
            {"placed:content/hub/a": "1"},
            {"placed:content/hub/a": "2"},
            "an entry handed down by the hub changed: content/hub/a",
        ),
        (
            {"placed:associations/a": "1"},
            {"placed:associations/a": "2"},
            "an entry of another association changed: associations/a",
        ),
        ({"hub page:/map/": "1"}, {"hub page:/map/": "2"}, "/map/ shows something new"),
        ({"event:fair.md": "2026-05-17"}, {"event:fair.md": "past"}, "the event fair.md has passed"),
        (
            {"event:fair.md": "2026-05-17"},
            {"event:fair.md": "2026-05-24"},
            "the event fair.md has another next date",
        ),
        ({"value:network.name": "1"}, {"value:network.name": "2"}, "the value of network.name changed"),
        ({"address:a.md": "1"}, {"address:a.md": "2"}, "the address of a.md, which it links to, changed"),
        ({"of a later version": "1"}, {"of a later version": "2"}, "its of a later version changed"),
        ({}, {"engine": "1"}, "everything is built anew"),
    ],
)
def test_sentence_of_each_kind(old: dict[str, str], new: dict[str, str], expected: str) -> None:
    assert reasons(old, new) == (expected,)


def test_what_comes_with_a_new_file_is_not_told_twice() -> None:
    old = {"x": ""}
    new = {"x": "", "file:events/fair.md": "1", "event:events/fair.md": "2026-05-17", "value:site.url": "u"}
    assert reasons(old, new) == ("events/fair.md is new",)


KINDS = [
    "engine",
    "settings",
    "site",
    "hub",
    "theme:base",
    "theme:night",
    "network",
    "fact:as_of",
    "file:a",
    "file:b",
]
KINDS += [
    "shared:a",
    "placed:content/hub/a",
    "placed:b",
    "hub page:/map/",
    "address:a",
    "value:a",
    "event:a",
    "new:a",
]
PARTS = st.dictionaries(st.sampled_from(KINDS), st.sampled_from(["", "1", "a=1 b=2", "past"]))


@given(PARTS, PARTS)
def test_there_is_a_reason_exactly_where_something_differs(old: dict[str, str], new: dict[str, str]) -> None:
    found = reasons(old, new)
    assert bool(found) == (old != new)
    assert all(sentence and not sentence.endswith(".") for sentence in found)


def test_damage_names_files() -> None:
    assert damage([]) == ()
    assert damage(["a.html"]) == ("a.html is missing or changed in the output",)
    assert damage(["a", "b", "c", "d"]) == ("a, b, c and 1 more file are missing or changed in the output",)


def test_hold_counts_errors_and_names_the_first() -> None:
    errors = [
        Diagnostic(code="b", message="is also wrong", location=Location("b.md", 1)),
        Diagnostic(code="a", message='unknown field "webiste"', location=Location("a.yaml", 7, 1)),
    ]
    assert hold(errors, "2026-03-03") == (
        '2 errors, the first in a.yaml:7:1: unknown field "webiste"',
        "the version of 2026-03-03 stays",
    )
    assert hold(errors[:1], "")[1] == "it was never published"
