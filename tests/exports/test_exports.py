"""What holds for every export."""

import pickle
from pathlib import Path

import pytest

from chapterhouse.exports import all_exports, exports
from chapterhouse.frozen import replace
from chapterhouse.model import Network

NAMES = sorted(all_exports())


def test_every_file_has_one_path(clubs: Network) -> None:
    paths = [path for path, _ in exports(clubs)]
    assert sorted(paths) == sorted(set(paths))
    assert all(path.startswith("data/") for path in paths)


def test_the_stable_addresses(clubs: Network) -> None:
    assert sorted(path for path, _ in exports(clubs)) == [
        "data/associations.csv",
        "data/associations.geojson",
        "data/associations.json",
        "data/associations.vcf",
        "data/audiences/families.ics",
        "data/embed.html",
        "data/events.ics",
        "data/events.json",
        "data/feeds.opml",
        "data/hsds/datapackage.json",
        "data/hsds/locations.csv",
        "data/hsds/locations.json",
        "data/hsds/organizations.csv",
        "data/hsds/organizations.json",
        "data/hsds/services.csv",
        "data/hsds/services.json",
        "data/news.atom",
        "data/news.json",
        "data/places.json",
        "data/schema/association.schema.json",
        "data/schema/associations.schema.json",
        "data/schema/event.schema.json",
        "data/schema/events.schema.json",
        "data/schema/network.schema.json",
        "data/schema/news.schema.json",
        "data/schema/page.schema.json",
        "data/schema/person.schema.json",
        "data/schema/resource.schema.json",
        "data/topics/planets.atom",
        "data/topics/planets.ics",
        "data/topics/planets.json",
        "data/vcards/north.vcf",
        "data/vcards/online.vcf",
        "data/vcards/past.vcf",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_an_export_fills_the_contract(name: str) -> None:
    export = all_exports()[name]
    assert export.__doc__
    assert export.TITLE
    assert "/" in export.MEDIA_TYPE
    assert export.FILE.startswith("data/")
    assert export.SCHEMA.startswith(("data/schema/", "https://", "http://"))


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_of_ours_is_published(name: str, clubs: Network) -> None:
    schema = all_exports()[name].SCHEMA
    assert "://" in schema or schema in dict(exports(clubs))


def test_the_same_network_makes_the_same_bytes(clubs: Network) -> None:
    assert list(exports(clubs)) == list(exports(pickle.loads(pickle.dumps(clubs))))


def test_the_day_changes_nothing_but_the_day(clubs: Network) -> None:
    before = dict(exports(clubs))
    after = dict(exports(replace(clubs, today="2030-01-01")))
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"data/associations.json", "data/events.json"}
    for path in changed:
        assert before[path].replace(clubs.today.encode(), b"2030-01-01") == after[path]


def test_what_is_not_published_is_nowhere(clubs: Network) -> None:
    everything = b"".join(content for _, content in exports(clubs))
    for hidden in (b"Secret remark", b"Board meeting", b"Hidden"):
        assert hidden not in everything


@pytest.mark.parametrize("name", NAMES)
def test_a_network_that_has_just_begun_has_every_file(name: str, nobody: Network) -> None:
    assert all_exports()[name].FILE in dict(exports(nobody))


@pytest.mark.parametrize(
    "path",
    [
        "data/associations.csv",
        "data/associations.geojson",
        "data/associations.json",
        "data/associations.vcf",
        "data/hsds/organizations.csv",
        "data/hsds/organizations.json",
        "data/vcards/north.vcf",
    ],
)
def test_what_nobody_confirmed_is_named(path: str, clubs: Network) -> None:
    content = dict(exports(clubs))[path]
    assert b"contact.phone" in content


def test_every_file_is_documented() -> None:
    documentation = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert all(f"`{export.FILE}`" in documentation for export in all_exports().values())
