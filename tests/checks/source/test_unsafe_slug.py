"""Folder names that cannot stand in an address."""

import pytest

from tests.builders import association, network
from tests.checks.source.running import run, told


def test_a_safe_name() -> None:
    assert told("unsafe-slug", network(association("wi-aimh"))) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Wi AIMH", 'rename the folder to "wi-aimh"'),
        ("north_sky", 'rename the folder to "north-sky"'),
        ("日本", "use the letters a to z, digits and hyphens"),
    ],
)
def test_an_unsafe_name(name: str, hint: str) -> None:
    (found,) = run("unsafe-slug", network(association(name)))
    assert str(found.location) == f"associations/{name}"
    assert found.message == f'the folder name "{name}" cannot stand in a web address'
    assert found.hint == hint
