"""Whatever changes a site's bytes changes its parts, and nothing else does."""

from typing import Any

import pytest

from chapterhouse.frozen import replace
from chapterhouse.model import HUB, HubPage, Network
from chapterhouse.plan.jobs import Surroundings, index_network, site_job
from chapterhouse.plan.parts import Versions, common_parts, site_parts
from tests.builders import association, entry, network

SURROUNDINGS = Surroundings(themes={"base": ("base",)})
VERSIONS = Versions(engine="e1", settings="s1", themes={"base": "t1"})
PAGES = (HubPage(route="directory/", template="directory.html", title="All", context={"count": 1}),)


def parts(
    found: Network, slug: str = "north", versions: Versions = VERSIONS, pages: tuple[HubPage, ...] = PAGES
) -> dict[str, str]:
    index = index_network(found)
    job = site_job(index, slug, SURROUNDINGS, hub_pages=pages)
    return site_parts(index, job, SURROUNDINGS, common_parts(index, versions))


def example(**north: Any) -> Network:
    event = entry("associations/north/events/fair.md", type_="event", start="2026-05-20", digest="e")
    settings = {
        "short_name": "North",
        "of_folder": {"digests": {"association.yaml": "r", "events/fair.md": "e"}},
    }
    shared = [entry("content/shared/pages/privacy.md", digest="p")]
    return network(
        association("north", [event], **{**settings, **north}), association("south"), shared=shared
    )


def changed(one: dict[str, str], two: dict[str, str]) -> set[str]:
    return {name for name in one.keys() | two.keys() if one.get(name) != two.get(name)}


def test_same_network_has_the_same_parts() -> None:
    assert parts(example()) == parts(example())
    assert parts(example(), HUB) == parts(example(), HUB)


def test_every_file_is_a_part() -> None:
    found = parts(example())
    assert found["file:associations/north/association.yaml"] == "r"
    assert found["shared:content/shared/pages/privacy.md"] == "p privacy/"
    assert found["event:associations/north/events/fair.md"] == "2026-05-20"


def test_paths_of_the_project_stay_as_they_are() -> None:
    digests = {"associations/north/association.yaml": "r"}
    assert "file:associations/north/association.yaml" in parts(example(of_folder={"digests": digests}))


@pytest.mark.parametrize(
    ("versions", "name"),
    [
        (replace(VERSIONS, engine="e2"), "engine"),
        (replace(VERSIONS, settings="s2"), "settings"),
        (replace(VERSIONS, themes={"base": "t2"}), "theme:base"),
    ],
)
def test_versions_are_parts(versions: Versions, name: str) -> None:
    assert changed(parts(example()), parts(example(), versions=versions)) == {name}


def test_day_is_no_part_but_what_it_changes_is() -> None:
    before = example()
    assert parts(before) == parts(replace(before, today="2026-05-20"))
    after = parts(replace(before, today="2026-05-21"))
    assert changed(parts(before), after) == {"event:associations/north/events/fair.md"}


def test_network_record_names_the_fields_that_changed() -> None:
    other = replace(example(), record=replace(example().record, mission="Another", note="private"))
    before, after = parts(example())["network"].split(), parts(other)["network"].split()
    assert {word.partition("=")[0] for word in {*before} ^ {*after}} == {"mission"}


def test_neighbours_records_are_no_part_of_a_site() -> None:
    before = network(association("north"), association("south", mission="One"))
    after = network(association("north"), association("south", mission="Two"))
    assert parts(before) == parts(after)


def test_neighbours_placed_entries_are_parts_of_the_hub_only() -> None:
    before = example()
    assert "placed:associations/north/events/fair.md" in parts(before, HUB)
    renamed = example(short_name="The North")
    assert "placed:associations/north/events/fair.md" in changed(parts(before, HUB), parts(renamed, HUB))
    assert parts(before, "south") == parts(renamed, "south")


def test_hub_pages_are_parts_of_the_hub() -> None:
    other = (replace(PAGES[0], context={"count": 2}),)
    assert changed(parts(example(), HUB), parts(example(), HUB, pages=other)) == {"hub page:/directory/"}
    assert parts(example()) == parts(example(), pages=other)
