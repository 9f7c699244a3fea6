"""Logos."""

from typing import Any

from chapterhouse.diagnostics import Severity
from chapterhouse.model import Network
from chapterhouse.record import Brand
from tests.builders import association, network
from tests.checks.source.running import run, told

FILES: dict[str, Any] = {
    "digests": {"images/logo.svg": "0"},
    "places": {"brand.logo": (9, 9, 15)},
}


def logo(path: str | None, alt: str | None = "North Club") -> Network:
    return network(association("north", brand=Brand(logo=path, logo_alt=alt), of_folder=FILES))


def test_a_logo_that_is_there() -> None:
    assert told("missing-logo", logo("images/logo.svg")) == []
    assert told("missing-logo", logo(None)) == []


def test_a_logo_that_is_not_there() -> None:
    (found,) = run("missing-logo", logo("images/lgoo.svg"))
    assert str(found.location) == "associations/north/association.yaml:9:9"
    assert found.message == 'the logo "images/lgoo.svg" does not exist in associations/north'
    assert found.hint == 'did you mean "images/logo.svg"?'
    assert found.is_error


def test_a_logo_without_words_is_a_warning() -> None:
    (found,) = run("missing-logo", logo("images/logo.svg", None))
    assert found.message == "the logo has no words for people who cannot see it"
    assert found.severity is Severity.WARNING


def test_the_hubs_logo() -> None:
    assert told("missing-logo", network(brand=Brand(logo="images/logo.svg"))) == [
        ("content/hub/network.yaml", 'the logo "images/logo.svg" does not exist in content/hub')
    ]
