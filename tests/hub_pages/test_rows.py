"""The entries that show on the hub."""

from chapterhouse.hub_pages._rows import (
    listing_href,
    news_rows,
    next_events,
    occurrence_rows,
    of_association,
    pager,
    parts,
    resource_rows,
)
from chapterhouse.model import Network
from tests.builders import association, entry, network


def test_news_of_all_stands_newest_first_and_says_whose_it_is(clubs: Network) -> None:
    assert [(row.href, row.origin) for row in news_rows(clubs)] == [
        ("/news/hello/", ""),
        ("/north/news/second/", "North"),
        ("/north/news/first/", "North"),
    ]
    assert news_rows(clubs)[1].origin_href == "/north/"


def test_resources_stand_by_title(clubs: Network) -> None:
    assert [row.title for row in resource_rows(clubs)] == ["A title", "Leaflet"]


def test_each_time_of_an_event_is_a_row_and_what_has_passed_is_none(clubs: Network) -> None:
    assert [(row.href, row.when and row.when.first_day.isoformat()) for row in occurrence_rows(clubs)] == [
        ("/north/events/circle/", "2026-05-20"),
        ("/north/events/fair/", "2026-05-30"),
        ("/north/events/circle/", "2026-06-17"),
        ("/north/events/circle/", "2026-07-15"),
    ]


def test_an_event_that_repeats_is_named_once_among_the_next_ones(clubs: Network) -> None:
    assert [row.path for row in next_events(clubs)] == [
        "associations/north/events/circle.md",
        "associations/north/events/fair.md",
    ]


def test_the_list_ends_with_a_whole_month() -> None:
    days = ("2026-05-17", "2027-04-30", "2027-05-01")
    events = [entry(f"associations/a/events/e{day}.md", type_="event", start=day) for day in days]
    found = occurrence_rows(network(association("a", events)))
    assert [row.fields.start for row in found] == ["2026-05-17", "2027-04-30"]


def test_a_row_belongs_to_its_co_hosts_too() -> None:
    shared = entry("associations/a/events/e.md", type_="event", associations=("b",))
    found = network(association("a", [shared]), association("b", accepts=("a",)))
    assert {slug: len(rows) for slug, rows in of_association(next_events(found)).items()} == {"a": 1, "b": 1}


def test_whoever_did_not_accept_it_is_no_co_host() -> None:
    named = entry("associations/a/events/e.md", type_="event", associations=("b",))
    found = network(association("a", [named]), association("b"))
    assert of_association(next_events(found)).keys() == {"a"}


def test_a_site_on_a_host_of_its_own_is_linked_there() -> None:
    news = entry("associations/a/news/n.md", type_="news")
    (row,) = news_rows(network(association("a", [news], domain="a.example")))
    assert (row.href, row.origin_href) == ("https://a.example/news/n/", "https://a.example/")


def test_a_long_list_is_cut_into_pages() -> None:
    assert list(parts("abcde", 2, "x/")) == [("x/", 1, "ab"), ("x/page/2/", 2, "cd"), ("x/page/3/", 3, "e")]
    assert list(parts("", 2, "x/")) == [("x/", 1, "")]
    assert pager("x/", 1, 2, 2, "/") is None
    assert pager("x/", 2, 5, 2, "/") == {"number": 2, "count": 3, "newer": "/x/", "older": "/x/page/3/"}
    assert (pager("x/", 3, 5, 2, "/") or {})["older"] is None


def test_a_listing_is_linked_only_where_the_main_language_has_one(clubs: Network) -> None:
    assert listing_href(clubs, "event") == "/events/"
    news = entry("associations/a/news/n.md", type_="news", language="ga")
    assert listing_href(network(association("a", [news])), "news") == "/news/"
    assert listing_href(network(association("a", [news]), languages=("en", "ga")), "news") is None
    assert listing_href(network(), "news") is None


def test_rows_that_say_different_things_have_different_words() -> None:
    def words(**facts: str) -> str:
        made = entry(
            "associations/a/news/one.md", type_="news", **{"title": "One", "date": "2026-01-02"} | facts
        )
        return repr(news_rows(network(association("a", [made])))[0])

    assert words() == words()
    assert len({words(), words(title="Two"), words(date="2026-01-03"), words(summary="Words.")}) == 4
    row = news_rows(network(association("a", [entry("associations/a/news/one.md", type_="news")])))[0]
    assert repr(row) != repr(row._replace(origin="")) == repr(row.at_home())
