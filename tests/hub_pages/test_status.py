"""The steward's page."""

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.frozen import replace
from chapterhouse.hub_pages.status import pages
from tests.builders import association, network

FOUND = replace(network(association("north", name="North Club")), has_status_page=True)


def test_only_a_network_that_wants_it_has_it() -> None:
    assert list(pages(network(association("north")))) == []
    (page,) = pages(FOUND)
    assert (page.route, page.robots, page.menu) == ("status/", "noindex", False)


def test_it_says_what_each_association_lacks() -> None:
    (page,) = pages(FOUND)
    (row,) = page.context["rows"]
    assert (row["name"], row["href"], row["status_text"]) == ("North Club", "/directory/north/", "active")
    assert row["findings"][0] == {"words": "nobody has verified the record (verified_on)", "places": []}
    assert {"number": 1, "words": "never verified"} in page.context["sums"]


def test_a_held_site_is_marked_though_its_last_good_version_is_shown() -> None:
    problem = Diagnostic(
        code="x", message="it is broken", location=Location("associations/north/pages/a.md", 3)
    )
    (page,) = pages(replace(FOUND, problems=(problem,)))
    (row,) = page.context["rows"]
    assert row["is_held"]
    assert row["findings"][0]["places"] == ["associations/north/pages/a.md:3"]
