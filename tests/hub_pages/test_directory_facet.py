"""The pages of the directory's facets."""

import pickle

import pytest

from chapterhouse.hub_pages import directory_facet
from chapterhouse.hub_pages.directory_facet import pages
from chapterhouse.model import Network
from tests.builders import association, network


def test_each_value_has_a_page_with_those_that_have_it(clubs: Network) -> None:
    found = {page.route: page for page in pages(clubs)}
    page = found["directory/service/loans/"]
    assert page.title == "Offers: Loans"
    assert [one["name"] for one in page.context["associations"]] == ["North", "South"]
    assert {"directory/country/us/", "directory/region/us-wi/", "directory/dome/yes/"} <= set(found)
    assert pickle.loads(pickle.dumps(list(found.values()))) == list(found.values())
    assert not any(page.menu for page in found.values())


def test_long_pages_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_facet, "PER_PAGE", 2)
    found = network(*(association(f"a{n}", kind="club") for n in range(3)), association("z"))
    routes = [(page.route, len(page.context["associations"])) for page in pages(found)]
    assert routes == [("directory/kind/club/", 2), ("directory/kind/club/page/2/", 1)]


def test_a_network_without_differences_has_none() -> None:
    assert list(pages(network(association("north")))) == []
