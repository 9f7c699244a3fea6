"""References to associations."""

from chapterhouse.diagnostics import Severity
from tests.builders import association, entry, network
from tests.checks.source.running import run, told

NEWS = "associations/north/news/fair.md"


def test_known_associations() -> None:
    news = entry(NEWS, type_="news", associations=("south",))
    found = network(association("north", [news]), association("south", status="merged", merged_into="north"))
    assert told("unknown-association", found) == []


def test_an_unknown_co_host() -> None:
    news = entry(NEWS, type_="news", associations=("suoth",), fields_lines={"associations": 4})
    found = network(association("north", [news]), association("south"))
    assert told("unknown-association", found) == [(f"{NEWS}:4", 'there is no association "suoth"')]
    assert run("unknown-association", found)[0].hint == 'did you mean "south"?'


def test_an_unknown_successor() -> None:
    north = association(
        "north", status="merged", merged_into="west", of_folder={"places": {"merged_into": (3, 14, 4)}}
    )
    assert told("unknown-association", network(north)) == [
        ("associations/north/association.yaml:3:14", 'there is no association "west"')
    ]


def test_an_unknown_neighbour_that_is_accepted_holds_nobody() -> None:
    north = association("north", accepts=("west",), of_folder={"places": {"accepts.0": (5, 11, 4)}})
    (found,) = run("unknown-association", network(north))
    assert str(found.location) == "associations/north/association.yaml:5:11"
    assert found.severity is Severity.WARNING


def test_the_hubs_entries_are_read_too() -> None:
    news = entry("content/hub/news/fair.md", type_="news", associations=("west",))
    assert told("unknown-association", network(hub=[news])) == [
        ("content/hub/news/fair.md:1", 'there is no association "west"')
    ]
