"""Brand colours."""

from chapterhouse.brand import palette
from chapterhouse.diagnostics import Severity
from chapterhouse.model import Network
from chapterhouse.record import Brand
from tests.builders import association, network
from tests.checks.source.running import run, told


def colour(value: str | None) -> Network:
    places = {"places": {"brand.color": (5, 10, 9)}}
    return network(association("north", brand=Brand(color=value), of_folder=places))


def test_a_colour_that_can_be_read() -> None:
    assert told("low-contrast-brand", colour("#2f6f5e")) == []
    assert told("low-contrast-brand", colour(None)) == []


def test_a_colour_that_cannot() -> None:
    (found,) = run("low-contrast-brand", colour("#ffcc00"))
    assert str(found.location) == "associations/north/association.yaml:5:10"
    assert found.message == (
        "text in #ffcc00 is hard to read, so a darker colour is used (its contrast is 1.3, and 4.5 is needed)"
    )
    assert found.severity is Severity.WARNING


def test_the_hubs_colour() -> None:
    found = run("low-contrast-brand", network(brand=Brand(color="#ffcc00")))
    assert [one.location.path for one in found] == ["content/hub/network.yaml"]


def test_it_says_so_exactly_when_the_palette_is_adjusted() -> None:
    for red in range(0, 256, 51):
        for green in range(0, 256, 17):
            value = f"#{red:02x}{green:02x}60"
            assert bool(run("low-contrast-brand", colour(value))) == palette(value).adjusted, value
