"""Mergers that lead nowhere."""

from chapterhouse.model import Association
from tests.builders import association, network
from tests.checks.source.running import told

PLACES = {"places": {"status": (2, 9, 6), "merged_into": (3, 14, 5)}}


def member(slug: str, into: str | None, status: str = "merged") -> Association:
    return association(slug, status=status, merged_into=into, of_folder=PLACES)


def test_a_merger_that_leads_somewhere() -> None:
    assert told("bad-merger", network(member("north", "south"), association("south"))) == []
    assert told("bad-merger", network(member("a", "b"), member("b", "c"), association("c"))) == []


def test_a_merger_without_a_successor() -> None:
    assert told("bad-merger", network(member("north", None))) == [
        (
            "associations/north/association.yaml:2:9",
            "the association is merged, but the record does not say into which one",
        )
    ]


def test_a_successor_without_a_merger() -> None:
    assert told("bad-merger", network(member("north", "south", "active"), association("south"))) == [
        ("associations/north/association.yaml:3:14", 'merged_into is "south", but the status is active')
    ]


def test_mergers_in_a_circle() -> None:
    found = told("bad-merger", network(member("a", "b"), member("b", "a"), member("c", "a")))
    assert found == [
        ("associations/a/association.yaml:3:14", "the mergers go round in a circle: a -> b -> a"),
        ("associations/b/association.yaml:3:14", "the mergers go round in a circle: b -> a -> b"),
    ]


def test_a_merger_into_itself() -> None:
    assert [words for _, words in told("bad-merger", network(member("a", "a")))] == [
        "the mergers go round in a circle: a -> a"
    ]
