"""On which sites an entry shows."""

from typing import Any

import pytest

from chapterhouse.model import HUB
from chapterhouse.placement import placed_on, placement
from tests.builders import association, entry, network

MEMBERS = {
    one.slug: one
    for one in (
        association("east", kind="club", accepts=("north",)),
        association("north", kind="club"),
        association("south", kind="school", accepts=("north", "east")),
        association("old", status="closed", accepts=("north",)),
        association("gone", status="merged", merged_into="north", accepts=("north",)),
        association("paper", has_site=False, accepts=("north",)),
    )
}


def news(origin: str, **fields: Any) -> tuple[str, ...]:
    folder = "content/hub" if origin == HUB else f"associations/{origin}"
    return placement(entry(f"{folder}/news/a.md", type_="news", **fields), origin, MEMBERS)


def test_own_audience_stays_at_home() -> None:
    assert news("north", audience="own") == ("north",)


def test_network_audience_adds_the_hub() -> None:
    assert news("north", audience="network") == ("north", HUB)


def test_named_associations_are_added() -> None:
    assert news("north", audience="own", associations=("south", "east")) == ("north", "east", "south")
    assert news("north", audience="network", associations=("south",)) == ("north", HUB, "south")


def test_nobody_is_shown_what_it_does_not_accept() -> None:
    assert news("south", audience="own", associations=("east", "north")) == ("south",)
    assert news("east", audience="network", associations=("south", "north")) == ("east", HUB, "south")
    assert news(HUB, audience="own", associations=("north",)) == (HUB, "north")


def test_the_hub_hands_down_to_every_open_association() -> None:
    assert news(HUB, audience="network") == (HUB, "east", "north", "south")


def test_the_hub_hands_down_to_kinds() -> None:
    assert news(HUB, audience="network", kinds=("school",)) == (HUB, "south")


def test_the_hub_keeps_its_own() -> None:
    assert news(HUB, audience="own") == (HUB,)
    assert news(HUB, audience="own", associations=("north",)) == (HUB, "north")


def test_drafts_show_nowhere() -> None:
    assert news("north", audience="network", draft=True) == ()


@pytest.mark.parametrize("slug", ["old", "gone", "paper", "unknown"])
def test_who_is_gone_receives_nothing(slug: str) -> None:
    assert news("north", audience="own", associations=(slug,)) == ("north",)


def test_naming_oneself_changes_nothing() -> None:
    assert news("north", audience="own", associations=("north",)) == ("north",)


@pytest.mark.parametrize("type_", ["page", "person"])
def test_pages_and_people_never_travel(type_: str) -> None:
    found = entry("associations/north/x/a.md", type_=type_, audience="network", associations=("south",))
    assert placement(found, "north", MEMBERS) == ("north",)


def test_placed_on_agrees_with_placement() -> None:
    mine = entry("associations/north/news/b.md", type_="news", associations=("south",))
    hers = entry("associations/south/events/a.md", type_="event")
    down = entry("content/hub/news/c.md", type_="news")
    south = association("south", [hers], accepts=("north",))
    found = placed_on(network(association("north", [mine]), south, hub=[down]))
    assert {slug: [(one.path, origin) for one, origin in placed] for slug, placed in found.items()} == {
        HUB: [(mine.path, "north"), (hers.path, "south")],
        "north": [(down.path, HUB)],
        "south": [(mine.path, "north"), (down.path, HUB)],
    }
