"""Entries that other associations have not agreed to show."""

from typing import Any

from chapterhouse.diagnostics import Severity
from tests.builders import association, entry, network
from tests.checks.source.running import run, told

NEWS = "associations/north/news/fair.md"


def fair(**fields: Any) -> Any:
    return entry(NEWS, type_="news", associations=("south",), fields_lines={"associations": 4}, **fields)


def test_it_is_told_with_who_can_change_it() -> None:
    (found,) = run(
        "not-accepted", network(association("north", [fair()]), association("south", short_name="SC"))
    )
    assert str(found.location) == f"{NEWS}:4"
    assert found.message == "is not shown on the site of SC, whose record does not accept it"
    assert found.hint == "ask them to write accepts: [north] in associations/south/association.yaml"
    assert found.severity is Severity.WARNING


def test_consent_is_enough() -> None:
    found = network(association("north", [fair()]), association("south", accepts=("north",)))
    assert told("not-accepted", found) == []


def test_consent_is_for_one_association() -> None:
    found = network(
        association("north", [fair()]), association("south", accepts=("west",)), association("west")
    )
    assert len(told("not-accepted", found)) == 1


def test_the_hub_need_not_ask() -> None:
    found = entry("content/hub/news/fair.md", type_="news", associations=("south",))
    assert told("not-accepted", network(association("south"), hub=[found])) == []


def test_who_names_itself_or_nobody_known_is_not_told_here() -> None:
    found = entry(NEWS, type_="news", associations=("north", "nobody"))
    assert told("not-accepted", network(association("north", [found]))) == []
