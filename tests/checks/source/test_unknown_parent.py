"""The page above."""

import pytest

from tests.builders import association, entry, network
from tests.checks.source.running import run, told

NORTH = "associations/north/pages"
SHARED = "content/shared/pages"


@pytest.mark.parametrize("parent", ["about", "about/board", "/about/board/", "about/index", "privacy"])
def test_a_parent_that_is_there(parent: str) -> None:
    pages = [
        entry(f"{NORTH}/about/index.md"),
        entry(f"{NORTH}/about/board.md"),
        entry(f"{NORTH}/minutes.md", parent=parent),
    ]
    found = network(association("north", pages), shared=[entry(f"{SHARED}/privacy.md")])
    assert told("unknown-parent", found) == []


def test_a_parent_that_is_not_there() -> None:
    pages = [entry(f"{NORTH}/about.md"), entry(f"{NORTH}/minutes.md", parent="abuot")]
    found = network(association("north", pages))
    assert told("unknown-parent", found) == [(f"{NORTH}/minutes.md:3", 'no page is called "abuot"')]
    assert run("unknown-parent", found)[0].hint == 'did you mean "about"?'


def test_the_hubs_pages_are_not_an_associations() -> None:
    found = network(
        association("north", [entry(f"{NORTH}/a.md", parent="goals")]),
        hub=[entry("content/hub/pages/goals.md")],
    )
    assert len(told("unknown-parent", found)) == 1


def test_a_circle() -> None:
    pages = [
        entry(f"{NORTH}/a.md", parent="b"),
        entry(f"{NORTH}/b.md", parent="c"),
        entry(f"{NORTH}/c.md", parent="a"),
    ]
    found = told("unknown-parent", network(association("north", pages)))
    assert found[0] == (f"{NORTH}/a.md:3", "these pages are each above the other: a -> b -> c -> a")
    assert len(found) == 3


def test_a_circle_through_a_folder() -> None:
    pages = [entry(f"{NORTH}/a.md", parent="a/b"), entry(f"{NORTH}/a/b.md")]
    assert [words for _, words in told("unknown-parent", network(association("north", pages)))] == [
        "these pages are each above the other: a -> a/b -> a"
    ]


def test_a_way_that_ends_in_a_circle_of_others_is_theirs() -> None:
    pages = [
        entry(f"{NORTH}/a.md", parent="b"),
        entry(f"{NORTH}/b.md", parent="b"),
        entry(f"{NORTH}/c.md", parent="a"),
    ]
    found = told("unknown-parent", network(association("north", pages)))
    assert [place for place, _ in found] == [f"{NORTH}/b.md:3"]


def test_a_parent_in_another_language_is_named_alike() -> None:
    pages = [
        entry(f"{NORTH}/about.es.md", route="es/about/", language="es"),
        entry(f"{NORTH}/a.es.md", route="es/a/", language="es", parent="about"),
    ]
    assert told("unknown-parent", network(association("north", pages))) == []


def test_a_shared_page_may_stand_below_a_page_that_some_association_has() -> None:
    shared = [entry(f"{SHARED}/privacy.md", parent="about")]
    assert (
        told("unknown-parent", network(association("north", [entry(f"{NORTH}/about.md")]), shared=shared))
        == []
    )
    assert told("unknown-parent", network(association("north"), shared=shared)) == [
        (f"{SHARED}/privacy.md:3", 'no page is called "about"')
    ]
