"""The open folder of hub pages."""

from chapterhouse.hub_pages import hub_pages
from tests.builders import association, network


def test_pages_are_sorted_by_address_and_each_has_its_own() -> None:
    routes = [page.route for page in hub_pages(network(association("south"), association("north")))]
    assert routes == sorted(set(routes))
    assert {"directory/", "directory/north/", "directory/south/"} <= set(routes)


def test_a_network_without_members_has_a_directory_all_the_same() -> None:
    assert "directory/" in [page.route for page in hub_pages(network())]
