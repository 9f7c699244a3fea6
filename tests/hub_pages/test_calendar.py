"""The network's calendar."""

import pickle
from calendar import MONDAY, SUNDAY, Calendar
from datetime import date
from typing import Any

import pytest

from chapterhouse.hub_pages import calendar
from chapterhouse.hub_pages.calendar import pages, weeks_of
from chapterhouse.model import HubPage, Network
from tests.builders import association, entry, network


def by_route(found: Network) -> dict[str, HubPage]:
    return {page.route: page for page in pages(found)}


def cells(page: HubPage) -> dict[str, Any]:
    return {cell["day"]: cell for week in page.context["weeks"] for cell in week if cell["is_inside"]}


def test_there_is_a_list_and_a_page_for_each_of_twelve_months(clubs: Network) -> None:
    found = by_route(clubs)
    assert list(found)[:3] == ["calendar/", "calendar/2026-05/", "calendar/2026-06/"]
    assert len(found) == 13
    assert found["calendar/"].menu
    assert found["calendar/"].instead_of == "events/"
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_list_stands_by_month_with_what_narrows_it_down(clubs: Network) -> None:
    context = by_route(clubs)["calendar/"].context
    assert {month: len(rows) for month, rows in context["groups"].items()} == {
        "2026-05": 2,
        "2026-06": 1,
        "2026-07": 1,
    }
    first = context["groups"]["2026-05"][0]
    assert first["marks"] == "association:north audience:beginners way:online language:en"
    assert [facet["label"] for facet in context["facets"]] == ["How"]


def test_each_event_can_be_added_to_a_calendar_from_beside_its_page(clubs: Network) -> None:
    groups = by_route(clubs)["calendar/"].context["groups"]
    rows = [row for found in groups.values() for row in found]
    assert {row["ics_href"] for row in rows} == {row["item"].href.rstrip("/") + ".ics" for row in rows}
    assert "/north/events/circle.ics" in {row["ics_href"] for row in rows}


def test_the_table_of_a_month_shows_each_day_of_an_event(clubs: Network) -> None:
    found = by_route(clubs)
    may, june = cells(found["calendar/2026-05/"]), cells(found["calendar/2026-06/"])
    assert [day for day, cell in may.items() if cell["rows"]] == ["2026-05-20", "2026-05-30", "2026-05-31"]
    assert [day for day, cell in june.items() if cell["rows"]] == ["2026-06-01", "2026-06-02", "2026-06-17"]
    assert may["2026-05-30"]["rows"][0].fields.status == "cancelled"
    assert found["calendar/2026-05/"].context["weeks"][0][0]["day"] == "2026-04-26"
    assert list(found["calendar/2026-06/"].context["groups"]) == ["2026-06"]
    assert found["calendar/2026-05/"].context["before"] is None
    assert found["calendar/2026-05/"].context["after"]["id"] == "2026-06"


def test_weeks_begin_on_monday_elsewhere() -> None:
    event = entry("associations/a/events/e.md", type_="event", start="2026-05-20")
    found = by_route(network(association("a", [event]), languages=("en-IE",)))
    assert found["calendar/2026-05/"].context["weeks"][0][0]["day"] == "2026-04-27"


def test_a_busy_day_names_some_and_a_busy_month_has_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "PER_PAGE", 4)
    events = [entry(f"associations/a/events/e{n}.md", type_="event", start="2026-05-20") for n in range(6)]
    found = by_route(network(association("a", events)))
    cell = cells(found["calendar/2026-05/"])["2026-05-20"]
    assert (len(cell["rows"]), cell["more"]) == (4, 2)
    assert found["calendar/2026-05/page/2/"].context["total"] == 2
    assert found["calendar/"].context["more"]


def test_a_network_without_events_has_an_empty_calendar_outside_the_menu() -> None:
    (page,) = pages(network())
    assert not page.menu
    assert page.context["groups"] == {}
    assert page.context["months"] == []


@pytest.mark.parametrize("begins", [MONDAY, SUNDAY])
def test_the_weeks_of_a_month_are_those_of_a_calendar(begins: int) -> None:
    for year in range(2020, 2032):
        for month in range(1, 13):
            known = Calendar(begins).monthdatescalendar(year, month)
            assert list(weeks_of(date(year, month, 1), begins)) == known
