"""The list of all associations."""

import pickle
from typing import Any

from chapterhouse.hub_pages.directory import card, countries, pages
from chapterhouse.model import HubPage, Network
from chapterhouse.record import Term
from tests.builders import association, network


def page(found: Network) -> HubPage:
    (only,) = pages(found)
    return only


def groups(found: Network) -> list[tuple[str, list[str]]]:
    shown: list[dict[str, Any]] = page(found).context["groups"]
    return [(group["title"], [one["name"] for one in group["associations"]]) for group in shown]


def test_associations_stand_below_their_countries_by_region() -> None:
    found = network(
        association("wisconsin", regions=("US-WI",)),
        association("ireland", regions=("IE",)),
        association("alaska", regions=("US-AK",)),
        association("nowhere"),
    )
    assert groups(found) == [
        ("Ireland", ["Ireland"]),
        ("United States", ["Alaska", "Wisconsin"]),
        ("Elsewhere", ["Nowhere"]),
    ]


def test_an_association_of_two_countries_stands_below_both() -> None:
    found = network(association("both", regions=("US-WI", "US-IL", "IE")))
    assert groups(found) == [("Ireland", ["Both"]), ("United States", ["Both"])]


def test_the_network_may_call_regions_otherwise() -> None:
    found = network(
        association("north", regions=("IE",)), association("south", regions=("FR",)), regions={"IE": "Éire"}
    )
    assert groups(found) == [("Éire", ["North"]), ("France", ["South"])]


def test_only_living_associations_are_counted() -> None:
    found = network(
        association("a", regions=("US-WI",), verified_on="2026-01-01"),
        association("b", regions=("IE",), status="forming", verified_on="2026-05-01"),
        association("c", regions=("FR",), status="closed"),
        association("d", regions=("US-IL",), status="inactive"),
    )
    context = page(found).context
    assert (context["count"], context["countries"], context["as_of"]) == (2, 2, "2026-05-01")
    assert countries(found) == {"US", "IE"}


def test_members_are_called_what_the_network_calls_them() -> None:
    assert page(network()).title == "All associations"
    assert page(network(member=Term(label="Club", plural="Clubs"))).title == "All clubs"
    assert page(network(member=Term(label="Club"))).title == "All clubs"


def test_it_stands_in_the_menu_and_travels_to_a_worker() -> None:
    found = page(network(association("north")))
    assert found.menu
    assert found.route == "directory/"
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_card_leads_to_the_hubs_page_and_to_the_site() -> None:
    north = association("north", short_name="NC", mission="To look up.", website="https://north.example/")
    shown = card(north, network(north))
    assert (shown["href"], shown["site_href"]) == ("/directory/north/", "/north/")
    assert (shown["name"], shown["label"], shown["summary"]) == ("North", "NC", "To look up.")
    assert shown["website"] == "https://north.example/"


def test_a_closed_association_without_pages_has_no_site() -> None:
    gone = association("gone", status="closed", has_site=False)
    shown = card(gone, network(gone))
    assert shown["site_href"] is None
    assert shown["status_text"] == "closed"
