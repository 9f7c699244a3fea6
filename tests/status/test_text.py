"""The steward's view in words and as JSON."""

import json

from chapterhouse.status import status
from chapterhouse.status.findings import YEAR
from chapterhouse.status.text import as_json, details, table
from tests.builders import association, network

FOUND = status(
    network(association("north", name="North Club"), association("south", status="closed")), {}, {}
)


def test_the_table_has_a_line_for_each_association() -> None:
    lines = list(table(FOUND))
    assert lines[0].split() == ["association", "verified", "last", "news", "to", "look", "at"]
    assert lines[1] == (
        "north        never     never      never verified, no news, no website/contact/mission/regions/logo"
    )
    assert lines[2] == "south        never     never      -"


def test_the_sums_stand_below_it() -> None:
    lines = list(table(FOUND))
    assert "2 associations on 2026-05-17; of these:" in lines
    assert "     1  never verified" in lines
    assert lines[-1] == "     1  with nothing to look at"


def test_the_details_name_the_codes() -> None:
    lines = list(details(FOUND.associations[0]))
    assert lines[0] == "north: North Club (active)"
    assert "- nobody has verified the record (verified_on) [never-verified]" in lines
    assert list(details(FOUND.associations[1]))[-1] == "- nothing to look at"


def test_json_has_the_same_facts() -> None:
    facts = json.loads(as_json(FOUND))
    assert [row["slug"] for row in facts["associations"]] == ["north", "south"]
    assert facts["counts"]["no-news"] == 1
    assert facts["associations"][0]["verified_on"] is None
    assert [row["slug"] for row in json.loads(as_json(FOUND, "south"))["associations"]] == ["south"]


def test_a_year_is_a_year() -> None:
    assert YEAR == 365
