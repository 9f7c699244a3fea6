"""The endorsement at a glance."""

import pytest

from chapterhouse.hub_pages import endorsement
from chapterhouse.hub_pages.endorsement import pages
from chapterhouse.model import Network
from tests.builders import network


def test_it_says_who_offers_it_since_when_and_what_is_not_confirmed(clubs: Network) -> None:
    (page,) = pages(clubs)
    assert (page.route, page.title) == ("endorsement/overview/", "Who offers the Seal")
    context = page.context
    assert (context["count"], context["of"], context["countries"]) == (1, 3, 1)
    assert [(group["title"], group["count"]) for group in context["groups"]] == [
        ("Offered", 1),
        ("Not known whether it is offered", 1),
        ("Not offered", 1),
    ]
    (north,) = context["groups"][0]["associations"]
    assert (north["since"], north["generation"], north["is_unconfirmed"]) == ("2009", "Second form", True)
    assert north["regions_text"] == "Wisconsin"


def test_generations_come_with_their_categories_and_their_use(clubs: Network) -> None:
    (page,) = pages(clubs)
    first, second = page.context["generations"]
    assert (first["count"], first["categories"]) == (0, [])
    assert (second["count"], [one.label for one in second["categories"]]) == (1, ["Gold"])


def test_a_large_network_names_numbers_only(clubs: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endorsement, "MOST", 2)
    (page,) = pages(clubs)
    assert all(group["associations"] == [] for group in page.context["groups"])


def test_a_network_without_endorsement_has_no_page() -> None:
    assert list(pages(network())) == []
