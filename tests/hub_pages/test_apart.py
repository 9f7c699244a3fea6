"""The rows of a directory that is too large for one page."""

import gzip
import json
import random
from typing import Any

from chapterhouse.combine import export_files
from chapterhouse.hub_pages import hub_pages, page_files
from chapterhouse.hub_pages._apart import HEAVIEST, rows_file, weight
from chapterhouse.hub_pages.directory import ROWS, is_apart
from chapterhouse.model import Network
from tests.builders import association, network

MANY = 1_800


def large() -> Network:
    """A network that is too large for one page: of Ireland, of Ireland and Wisconsin, of nowhere."""
    regions: tuple[tuple[str, ...], ...] = (("IE",), ("US-WI", "IE"), ())
    return network(
        *(
            association(
                f"club-{n:04}",
                name="Ωmega Club" if n == 5 else f"Observers of Valley {n:04}",
                short_name=f"Club {n}",
                regions=regions[n % 3],
                status="closed" if n % 2 else "active",
                joined="1990" if n == 4 else None,
                verified_on="2026-05-01" if n == 4 else None,
                languages=("ga",) if n == 4 else ("en",),
            )
            for n in range(MANY)
        )
    )


def rows(found: Network) -> dict[str, Any]:
    ((path, content),) = page_files(found)
    assert path == ROWS
    document: dict[str, Any] = json.loads(content)
    return document


def test_a_small_network_has_no_file_of_rows() -> None:
    found = network(association("north", regions=("IE",)))
    assert not is_apart(found)
    assert list(page_files(found)) == []
    page = next(page for page in hub_pages(found) if page.route == "directory/")
    assert (page.context["rows_href"], page.context["letters"]) == ("", [])
    assert not any(page.route.startswith("directory/a-z/") for page in hub_pages(found))


def test_each_association_has_one_row_and_a_number_in_each_of_its_countries() -> None:
    document = rows(large())
    groups = dict(document["groups"])
    assert list(groups) == ["Ireland", "United States", "Elsewhere"]
    assert [len(numbers) for numbers in groups.values()] == [1200, 600, 600]
    assert len(document["rows"]) == MANY
    assert set(groups["United States"]) < set(groups["Ireland"])
    names = [document["rows"][number][1] for number in groups["Elsewhere"]]
    assert names == sorted(names)
    assert document["regions"] == {"ie": "Ireland", "us-wi": "Wisconsin"}
    assert document["states"] == {"closed": "Closed"}


def test_a_row_says_what_filters_and_orders_ask() -> None:
    document = rows(large())
    row = next(row for row in document["rows"] if row[0] == "club-0004")
    marks = [document["marks"][number] for number in row[4]]
    assert row[:4] == ["club-0004", "Observers of Valley 0004", "Club 4", "us-wi ie"]
    assert row[5:] == ["active", "1990", "2026-05-01"]
    assert marks == ["status:active", "language:ga"]


def test_the_page_leads_to_everybody_without_scripts() -> None:
    found = large()
    pages = {page.route: page.context for page in hub_pages(found)}
    directory = pages["directory/"]
    assert [(group["title"], group["href"]) for group in directory["groups"]] == [
        ("Ireland", "/directory/country/ie/"),
        ("United States", "/directory/country/us/"),
        ("Elsewhere", None),
    ]
    assert not any(group["associations"] for group in directory["groups"])
    assert [(letter["label"], letter["count"]) for letter in directory["letters"]] == [
        ("O", MANY - 1),
        ("Other", 1),
    ]
    listed = [
        card["slug"]
        for route, context in pages.items()
        if route.startswith("directory/a-z/")
        for card in context["associations"]
    ]
    assert sorted(listed) == [one.slug for one in found.associations]
    assert all(group["href"][1:] in pages for group in directory["groups"] if group["href"])


def test_the_file_lies_with_the_exports() -> None:
    found = large()
    assert dict(export_files(found))[ROWS] == dict(page_files(found))[ROWS]


def test_the_weight_is_about_what_lines_weigh_when_packed() -> None:
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz -"
    lines = [
        {"slug": f"club-{n}", "name": "".join(chance.choices(letters, k=45)), "other_names": ()}
        for n in range(1_000)
    ]
    text = "\n".join(
        f'<li data-slug="{one["slug"]}" data-marks="kind:kind-{chance.randrange(9)} service:a service:'
        f'{chance.choice("bcdef")}" data-regions="us-{chance.choice(letters)}">'
        f'<a href="/directory/{one["slug"]}/">{one["name"]}</a></li>'
        for one in lines
    )
    packed = len(gzip.compress(text.encode(), 6))
    assert packed * 0.9 < weight(lines, ()) < packed * 1.3
    assert weight([], ["Wisconsin"] * 100) == (32 + 9) * 100 // 2
    assert HEAVIEST < 100_000


def test_nobody_is_no_row() -> None:
    assert json.loads(rows_file({}, {})) == {
        "regions": {}, "states": {}, "marks": [], "groups": [], "rows": []
    }  # fmt: skip
