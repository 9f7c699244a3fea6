"""What the hub's home page says of its members."""

from typing import Any

from chapterhouse import atlas
from chapterhouse.frozen import replace
from chapterhouse.hub_pages.home import MOST_MEMBERS, pages
from chapterhouse.model import Network
from chapterhouse.words import Words
from tests.builders import association, network


def shown(found: Network) -> dict[str, Any]:
    (page,) = pages(found)
    assert page.joins_listing
    assert page.route == ""
    return dict(page.context)


def test_a_network_without_members_shows_none() -> None:
    assert list(pages(network(association("old", status="closed")))) == []


def test_members_stand_under_their_country_by_region() -> None:
    found = network(
        association("club", name="Club of Ireland", regions=("IE",)),
        association("south", name="South Club", short_name="SC", regions=("US-OR",)),
        association("north", name="North Club", regions=("US-ID",)),
        association("free", name="Free Club"),
    )
    groups = shown(found)["members_by_country"]
    assert [group["title"] for group in groups] == ["United States", "Ireland", "Elsewhere"]
    assert [(each["name"], each["label"]) for each in groups[0]["members"]] == [
        ("Idaho", "North Club"),
        ("Oregon", "SC"),
    ]
    assert [(each["name"], each["label"]) for each in groups[1]["members"]] == [("Club of Ireland", "")]
    assert groups[0]["members"][0]["href"] == "/north/"


def test_members_without_a_region_stand_last_in_the_networks_language() -> None:
    found = replace(
        network(association("club", regions=("US-OR",)), association("free"), association("far")),
        words=Words(language="es", messages={"Elsewhere": ("En otros lugares",)}),
    )
    titles = [group["title"] for group in shown(found)["members_by_country"]]
    assert titles == ["Estados Unidos", "En otros lugares"]


def test_a_large_network_leads_to_the_directory() -> None:
    many = [association(f"club-{n}", regions=("US-WI",)) for n in range(MOST_MEMBERS + 1)]
    assert shown(network(*many))["members_by_country"] == []


def test_the_drawing_is_of_the_country_with_most_regions_served() -> None:
    found = network(
        association("one", regions=("AU-WA",)),
        association("two", regions=("US-WI",)),
        association("three", regions=("US-ID",)),
    )
    drawing = shown(found)["drawing"]
    shapes = atlas.views()["US"].shapes
    assert drawing["served"] == shapes["US-ID"] + shapes["US-WI"]
    assert shapes["US-TX"] in drawing["land"]
    assert shapes["US-WI"] not in drawing["land"]


def test_without_a_country_that_the_atlas_draws_there_is_no_drawing() -> None:
    assert shown(network(association("one", regions=("MT",))))["drawing"] is None
    assert shown(network(association("one")))["drawing"] is None
