"""Themes."""

from chapterhouse.config import Settings
from chapterhouse.model import Network
from chapterhouse.record import Brand
from tests.builders import association, network
from tests.checks.source.running import run, told

SETTINGS = Settings(theme="base", themes=("quiet",))


def theme(name: str | None) -> Network:
    places = {"places": {"brand.theme": (8, 10, 5)}}
    return network(association("north", brand=Brand(theme=name), of_folder=places))


def test_allowed_themes() -> None:
    assert [told("unknown-theme", theme(name), SETTINGS) for name in (None, "base", "quiet")] == [[], [], []]


def test_another_theme() -> None:
    assert told("unknown-theme", theme("loud"), SETTINGS) == [
        (
            "associations/north/association.yaml:8:10",
            'the theme "loud" is not among those that this network allows',
        )
    ]
    assert run("unknown-theme", theme("loud"), SETTINGS)[0].hint == "allowed: base or quiet"
    assert run("unknown-theme", theme("quite"), SETTINGS)[0].hint == 'did you mean "quiet"?'
