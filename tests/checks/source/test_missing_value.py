"""Record values that are nowhere."""

from typing import Any

import pytest

from chapterhouse.model import Entry, Value
from chapterhouse.record import CustomField, Term
from tests.builders import association, entry, network
from tests.checks.source.running import run, told

HOME = "associations/north/pages/index.md"
SHARED = "content/shared/pages/visiting.md"
FIELDS = {"darkness": CustomField(type="text", label="Darkness")}


def using(path: str, name: str, default: str | None = None, **more: Any) -> Entry:
    return entry(path, values=(Value(name, default, 7, 12),), **more)


@pytest.mark.parametrize(
    "name",
    [
        "association.label",
        "association.custom.darkness",
        "association.social.example",
        "network.name",
        "network.association_count",
        "site.url",
    ],
)
def test_values_that_are_there(name: str) -> None:
    north = association(
        "north", [using(HOME, name)], custom={"darkness": "rural"}, social={"example": "https://example.org/"}
    )
    assert told("missing-value", network(north, shared=[using(SHARED, name)], fields=FIELDS)) == []


def test_a_value_that_the_record_does_not_have() -> None:
    found = network(association("north", [using(HOME, "association.website")]))
    assert told("missing-value", found) == [
        (f"{HOME}:7:12", 'associations/north/association.yaml has no "website"')
    ]
    (one,) = run("missing-value", found)
    assert one.hint == 'add it there, or write {{ association.website | default("...") }} in the page'
    assert one.site is None


def test_a_default_fills_the_hole() -> None:
    assert (
        told("missing-value", network(association("north", [using(HOME, "association.website", "")]))) == []
    )


def test_a_value_of_the_network() -> None:
    found = told("missing-value", network(association("north", [using(HOME, "network.mission")])))
    assert found == [(f"{HOME}:7:12", 'content/hub/network.yaml has no "mission"')]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("association.nmae", 'did you mean "association.name"?'),
        ("association.custom.darknes", 'did you mean "association.custom.darkness"?'),
        ("association.note", None),
    ],
)
def test_a_value_that_no_record_can_have(name: str, hint: str | None) -> None:
    found = run("missing-value", network(association("north", [using(HOME, name)]), fields=FIELDS))
    assert [one.message for one in found] == [f'there is no value "{name}"']
    assert hint is None or found[0].hint == hint


def test_the_hub_is_no_association() -> None:
    path = "content/hub/pages/index.md"
    assert told("missing-value", network(hub=[using(path, "association.name")])) == [
        (f"{path}:7:12", '"association.name": the hub is no association')
    ]


def test_a_shared_page_is_told_for_each_association_that_lacks_the_value() -> None:
    north = association("north", website="https://example.org/")
    found = run(
        "missing-value",
        network(
            north, association("south"), association("west"), shared=[using(SHARED, "association.website")]
        ),
    )
    assert [(one.site, one.message) for one in found] == [
        ("south", 'associations/south/association.yaml has no "website"'),
        ("west", 'associations/west/association.yaml has no "website"'),
    ]
    assert {str(one.location) for one in found} == {f"{SHARED}:7:12"}


def test_a_shared_page_with_a_misspelt_value_is_told_once() -> None:
    found = run(
        "missing-value",
        network(association("a"), association("b"), shared=[using(SHARED, "association.nmae")]),
    )
    assert [(one.site, one.message) for one in found] == [(None, 'there is no value "association.nmae"')]


def test_an_override_needs_no_value_of_the_shared_page() -> None:
    own = entry("associations/north/pages/visiting.md")
    assert (
        told(
            "missing-value",
            network(association("north", [own]), shared=[using(SHARED, "association.website")]),
        )
        == []
    )


def test_a_shared_page_for_other_kinds_needs_no_value() -> None:
    shared = [using(SHARED, "association.website", kinds=("branch",))]
    kinds = {"branch": Term(label="Branch"), "club": Term(label="Club")}
    found = network(
        association("a", kind="club"), association("b", kind="branch"), shared=shared, kinds=kinds
    )
    assert [one.site for one in run("missing-value", found)] == ["b"]


def test_an_association_without_a_site_shows_no_shared_page() -> None:
    gone = association("north", has_site=False, status="closed")
    assert told("missing-value", network(gone, shared=[using(SHARED, "association.website")])) == []
