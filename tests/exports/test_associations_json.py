"""The associations for programs."""

import json

from chapterhouse.exports import associations_json
from chapterhouse.model import Network


def test_it_has_every_association_with_its_facts(clubs: Network) -> None:
    found = json.loads(associations_json.render(clubs))
    assert [one["slug"] for one in found["associations"]] == ["north", "online", "past"]
    north = found["associations"][0]
    assert north["contact"]["address"]["country"] == "IE"
    assert north["unconfirmed"] == ["website", "contact.phone"]
    assert north["custom"] == {"colours": ["red", "blue"], "telescopes": 4}
    assert north["links"] == [{"label": "Join us", "url": "https://north.example/join", "kind": "join"}]
    assert found["associations"][2]["site"] is None
    assert "note" not in north


def test_it_says_of_when_it_is(clubs: Network) -> None:
    found = json.loads(associations_json.render(clubs))
    assert (found["as_of"], found["generated_for"], found["count"]) == ("2026-05-01", clubs.today, 3)


def test_codes_are_explained(clubs: Network) -> None:
    vocabulary = json.loads(associations_json.render(clubs))["vocabulary"]
    assert vocabulary["regions"] == {"IE": "Ireland", "US-WI": "The Badger State"}
    assert vocabulary["generations"] == {"first": "First"}
    assert vocabulary["custom"]["telescopes"] == "Telescopes"


def test_one_association_is_one_line(clubs: Network) -> None:
    lines = associations_json.render(clubs).decode().splitlines()
    assert sum(line.startswith('{"slug":') for line in lines) == 3
