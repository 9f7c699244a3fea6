"""The hub's search page."""

from typing import Any

from chapterhouse.frozen import replace
from chapterhouse.hub_pages.search import pages
from chapterhouse.model import Network
from chapterhouse.record import Term
from chapterhouse.search.documents import HUB_NAME
from tests.builders import association, entry, network


def shown(found: Network) -> dict[str, Any]:
    (page,) = pages(found)
    assert (page.route, page.menu) == ("search/", False)
    return dict(page.context)


def test_a_network_may_do_without() -> None:
    assert list(pages(replace(network(), has_search=False))) == []


def test_every_site_can_be_searched_alone() -> None:
    found = network(
        association("b", short_name="Éire Club"),
        association("a", short_name="Zeta"),
        association("c", has_site=False),
        short_name="The Umbrella",
    )
    assert shown(found)["sites"] == [
        {"value": HUB_NAME, "label": "The Umbrella"},
        {"value": "b", "label": "Éire Club"},
        {"value": "a", "label": "Zeta"},
    ]


def test_only_what_there_is_can_be_asked_for() -> None:
    one = association(
        "a", [entry("associations/a/news/x.md", type_="news"), entry("associations/a/pages/y.md")]
    )
    found = shown(network(one, member=Term(label="Club")))
    assert found["types"] == [
        {"value": "association", "label": "Clubs"},
        {"value": "news", "label": "News"},
        {"value": "page", "label": "Pages"},
    ]
    assert found["search_languages"] == []


def test_several_languages_are_a_choice() -> None:
    found = shown(network(association("a", languages=("ga", "en"))))
    assert found["search_languages"] == [
        {"value": "en", "label": "English"},
        {"value": "ga", "label": "Gaeilge"},
    ]
