"""News and resources of the hub, narrowed down."""

from chapterhouse.hub_pages.listing_facet import pages
from chapterhouse.model import Network
from tests.builders import network


def test_news_and_resources_are_narrowed_down_by_what_tells_them_apart(clubs: Network) -> None:
    found = {page.route: page for page in pages(clubs)}
    assert set(found) == {
        "news/",
        "news/topic/planets/",
        "news/topic/moons/",
        "resources/",
        "resources/language/en/",
        "resources/language/ga/",
    }
    assert found["news/topic/planets/"].title == "News: Planets"
    assert [row.href for row in found["news/topic/planets/"].context["listing"]] == [
        "/news/hello/",
        "/north/news/first/",
    ]
    assert found["resources/language/ga/"].title == "Resources: Gaeilge"


def test_the_listing_itself_gets_the_links(clubs: Network) -> None:
    listing = next(page for page in pages(clubs) if page.route == "news/")
    assert listing.joins_listing
    (facet,) = listing.context["facets"]
    assert [(one["label"], one["count"], one["href"]) for one in facet["choices"]] == [
        ("Planets", 2, "/news/topic/planets/"),
        ("Moons", 1, "/news/topic/moons/"),
    ]


def test_nothing_to_tell_apart_adds_nothing() -> None:
    assert list(pages(network())) == []
