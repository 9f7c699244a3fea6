"""The names of places."""

import json
from typing import Any

import pytest

from chapterhouse.exports import places_json
from chapterhouse.model import Network
from tests.builders import association, network


def read(found: Network) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(places_json.render(found))
    return document


def test_it_holds_the_countries_that_the_network_serves() -> None:
    found = read(network(association("a", regions=("US-WI",)), association("b", regions=("IE",))))
    regions = {code: (name, others) for code, name, others in found["regions"]}
    assert regions["us-md"] == ("Maryland", ["MD"])
    assert regions["ie"][0] == "Ireland"
    assert "Éire" in regions["ie"][1]
    assert "fr" not in regions
    assert ["Madison", "us-wi", 43.07, -89.4] in found["towns"]
    assert {code.partition("-")[0] for _, code, _, _ in found["towns"]} == {"us", "ie"}
    assert "GeoNames" in found["attribution"]


def test_the_networks_own_names_come_first() -> None:
    found = read(network(association("a", regions=("IE",)), regions={"IE": "Éire"}))
    assert found["regions"][0][:2] == ["ie", "Éire"]
    assert "Ireland" in found["regions"][0][2]


def test_small_countries_keep_their_towns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_json, "MOST_TOWNS", 400)
    found = read(network(association("a", regions=("US-WI",)), association("b", regions=("IE",))))
    codes = [code.partition("-")[0] for _, code, _, _ in found["towns"]]
    assert (codes.count("ie"), len(codes)) == (152, 400)


def test_a_network_without_regions_has_no_places() -> None:
    assert read(network(association("a")))["towns"] == []
