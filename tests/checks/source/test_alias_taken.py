"""Former folder names that belong to somebody else."""

import pytest

from tests.builders import association, network
from tests.checks.source.running import told


def test_an_alias_of_ones_own_is_fine() -> None:
    assert (
        told("alias-taken", network(association("north", aliases=("old-north",)), association("south"))) == []
    )


@pytest.mark.parametrize(
    ("alias", "owner"), [("south", "the folder name of South"), ("directory", "an address of the hub")]
)
def test_an_alias_that_is_in_use(alias: str, owner: str) -> None:
    north = association("north", aliases=("old-north", alias), of_folder={"places": {"aliases.1": (4, 5, 3)}})
    assert told("alias-taken", network(north, association("south"))) == [
        ("associations/north/association.yaml:4:5", f'the alias "{alias}" is {owner}')
    ]


def test_an_alias_that_two_claim() -> None:
    found = told(
        "alias-taken", network(association("north", aliases=("old",)), association("south", aliases=("old",)))
    )
    assert found == [("associations/south/association.yaml", 'the alias "old" is an alias of North')]
