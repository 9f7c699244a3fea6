"""The hub's map."""

from typing import Any

from chapterhouse.hub_pages.map import pages
from chapterhouse.model import Network
from chapterhouse.record_parts import Place
from tests.builders import association, network


def shown(found: Network) -> dict[str, Any]:
    (page,) = pages(found)
    assert page.route == "map/"
    return dict(page.context)


def links(view: dict[str, Any]) -> dict[str, str]:
    return {link["label"]: link["href"] for link in view["links"]}


def test_a_network_without_regions_and_places_has_no_map() -> None:
    assert list(pages(network(association("north")))) == []


def test_the_views_are_those_of_the_countries_served() -> None:
    def views(*codes: str) -> list[str]:
        return [view["name"] for view in shown(network(association("north", regions=codes)))["views"]]

    assert views("US-WI", "IE") == ["US", "IE"]
    assert views("AU-WA") == ["AU"]
    assert views("FR", "US-WI") == ["US", "world"]


def test_a_region_leads_to_its_association() -> None:
    (view,) = shown(network(association("north", name="North Club", regions=("US-WI",))))["views"]
    assert links(view) == {"Wisconsin: North Club": "/directory/north/"}
    assert view["links"][0]["kind"] == "one"
    assert view["links"][0]["path"] not in view["land"]
    assert [label["text"] for label in view["labels"]] == ["WI"]


def test_a_region_with_several_leads_to_their_list() -> None:
    both = [association(slug, regions=("US-WI",)) for slug in ("north", "south")]
    (view,) = shown(network(*both, association("west", regions=("US-OR",))))["views"]
    assert links(view)["Wisconsin: North and South"] == "/directory/region/us-wi/"
    assert {link["kind"] for link in view["links"]} == {"one", "many"}


def test_where_the_directory_has_no_such_list_the_one_below_is_it() -> None:
    both = [association(slug, regions=("US-WI",)) for slug in ("north", "south")]
    context = shown(network(*both))
    assert links(context["views"][0]) == {"Wisconsin: North and South": "#us-wi"}
    assert context["countries"][0]["regions"][0]["id"] == "us-wi"


def test_a_whole_country_is_one_link_without_what_others_serve() -> None:
    found = network(
        association("all", name="All", regions=("IE",)), association("cork", name="Cork", regions=("IE-CO",))
    )
    (view,) = shown(found)["views"]
    assert links(view) == {"Cork: Cork": "/directory/cork/", "Ireland: All": "/directory/all/"}
    cork = next(link["path"] for link in view["links"] if link["name"] == "Cork")
    ireland = next(link["path"] for link in view["links"] if link["name"] == "Ireland")
    assert cork not in ireland
    assert view["land"] == ""


def test_a_country_too_small_to_draw_is_a_dot() -> None:
    (view,) = shown(network(association("malta", regions=("MT",))))["views"]
    (link,) = view["links"]
    assert link["path"] == ""
    assert 400 < link["at"][0] < 560


def test_places_are_points_in_the_view_of_their_country_or_of_the_world() -> None:
    madison = association("north", location=Place(latitude=43.07, longitude=-89.4), regions=("US-WI",))
    paris = association("paris", location=Place(latitude=48.85, longitude=2.35))
    (states,) = shown(network(madison))["views"]
    assert [point["at"] for point in states["points"]] == [(607, 201)]
    views = shown(network(madison, paris))["views"]
    assert {view["name"]: len(view["points"]) for view in views} == {"US": 1, "world": 2}


def test_what_is_gone_serves_nothing_and_what_sleeps_is_marked() -> None:
    gone = association("gone", regions=("US-IA",), status="closed")
    asleep = association("asleep", name="Asleep", regions=("US-WI",), status="inactive")
    (view,) = shown(network(gone, asleep))["views"]
    assert links(view) == {"Wisconsin: Asleep (inactive at present)": "/directory/asleep/"}
    assert view["links"][0]["kind"] == "other"


def test_the_list_says_what_the_map_shows() -> None:
    found = network(
        association("north", name="North", regions=("US-WI", "US-IL")),
        association("eire", name="Eire", regions=("IE",)),
        association("web", name="Web"),
    )
    context = shown(found)
    assert [
        (country["name"], [one["name"] for one in country["regions"]]) for country in context["countries"]
    ] == [
        ("Ireland", ["Ireland"]),
        ("United States", ["Illinois", "Wisconsin"]),
    ]
    assert [one["name"] for one in context["elsewhere"]] == ["Web"]
