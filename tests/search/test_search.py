"""Indexing: what is read again, what is written, and what shows where."""

import json
from pathlib import Path
from typing import Any

import pytest

import chapterhouse.search as search
from chapterhouse.config import Settings
from chapterhouse.entries import Entry, Value
from chapterhouse.frozen import replace
from chapterhouse.model import Association, Network, Written
from chapterhouse.pages import pack_pages, unpack_pages
from chapterhouse.placement import placed_on
from chapterhouse.search import search_key, write_search
from chapterhouse.staging import staged
from tests.builders import association, entry, network

TOKEN = chr(0xF0000)


class Runner:
    """Indexes networks one after the other, as builds of one project do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, bytes] = {}
        self.written: set[str] = set()
        for name in ("stage", "bodies", "work"):
            (root / name).mkdir(parents=True)

    def body(self, one: Association, *markup: str) -> Association:
        """Return an association whose entries have these bodies."""
        text = "".join(markup).encode()
        (self.root / "bodies" / one.slug).write_bytes(text)
        pages = unpack_pages(one.folder.pages)
        entries, start = [], 0
        for item, words in zip(pages.entries, markup, strict=True):
            entries.append(replace(item, body=(start, len(words.encode()))))
            start += len(words.encode())
        packed = pack_pages(replace(pages, entries=tuple(entries)))
        return replace(one, folder=replace(one.folder, pages=packed, bodies=one.slug, digest=text.hex()))

    def run(self, found: Network, engine: str = "1", held: tuple[str, ...] = ()) -> dict[str, Any]:
        """Index, publish, and return the published files as data."""
        files = self.index(found, engine, held)
        published = {}
        for file in files:
            place = Path(staged(self.root / "stage", file.path))
            published[file.path] = place.read_bytes() if place.is_file() else self.files[file.path]
        self.written = {file.path for file in files if Path(staged(self.root / "stage", file.path)).is_file()}
        for path in (self.root / "stage").iterdir():
            path.unlink()
        self.files = published
        return {path.removeprefix("search/"): json.loads(content) for path, content in published.items()}

    def index(self, found: Network, engine: str, held: tuple[str, ...]) -> tuple[Written, ...]:
        from chapterhouse.files import digest

        return write_search(
            found,
            work=self.root / "work",
            stage=self.root / "stage",
            bodies=self.root / "bodies",
            published={path: digest(content) for path, content in self.files.items()},
            engine=engine,
            held=held,
        )


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path / "one")


def titles(rows: list[list[Any]]) -> list[str]:
    return [row[1] for row in rows]


def in_network(found: dict[str, Any]) -> list[str]:
    return [title for name in found["index.json"]["docs"] for title in titles(found[name])]


NORTH = association("north", [entry("associations/north/pages/a.md", title="About us")], name="North")
SOUTH = association("south", [entry("associations/south/pages/b.md", title="Board")], name="South")
HUB_PAGES = [entry("content/hub/pages/c.md", title="Charter")]


def test_there_is_an_index_of_each_site_and_one_of_the_network(runner: Runner) -> None:
    found = runner.run(network(runner.body(NORTH, "<p>We have a telescope</p>"), SOUTH, hub=HUB_PAGES))
    assert in_network(found) == ["Charter", "North", "About us", "South", "Board"]
    assert titles(found["sites/north.json"]["docs"]) == ["About us"]
    assert "telescope" in found["sites/north.json"]["terms"]
    assert titles(found["sites/hub.json"]["docs"]) == ["Charter"]
    assert "telescope" not in found[found["index.json"]["terms"][""]]


def test_nothing_new_writes_nothing(runner: Runner) -> None:
    found = network(NORTH, SOUTH)
    runner.run(found)
    before = runner.files
    runner.run(found)
    assert (runner.written, runner.files) == (set(), before)


def test_a_changed_text_writes_its_site_only(runner: Runner) -> None:
    runner.run(network(runner.body(NORTH, "<p>one</p>"), SOUTH))
    runner.run(network(runner.body(NORTH, "<p>two</p>"), SOUTH))
    assert runner.written == {"search/sites/north.json"}


def test_a_changed_title_writes_the_networks_index_too(runner: Runner) -> None:
    runner.run(network(NORTH, SOUTH))
    renamed = association(
        "north",
        [entry("associations/north/pages/a.md", title="Zebra", digest="2")],
        name="North",
        of_folder={"digest": "2"},
    )
    found = runner.run(network(renamed, SOUTH))
    assert in_network(found) == ["North", "Zebra", "South", "Board"]
    assert "search/sites/south.json" not in runner.written


def test_step_by_step_is_the_same_as_all_at_once(runner: Runner, tmp_path: Path) -> None:
    hub: dict[str, Any] = {"hub": HUB_PAGES, "of_hub": {"digest": "1"}}
    last = network(runner.body(NORTH, "<p>two</p>"), SOUTH, **hub)
    for found in (network(NORTH), network(NORTH, SOUTH, **hub), network(SOUTH), last):
        runner.run(found)
    clean = Runner(tmp_path / "two")
    clean.body(NORTH, "<p>two</p>")
    clean.run(last)
    assert clean.files == runner.files


def test_of_a_held_site_the_same_is_found_as_before(runner: Runner) -> None:
    runner.run(network(NORTH, SOUTH, shared=[entry("content/shared/pages/visit.md")]))
    before = runner.files
    runner.run(network(NORTH, SOUTH), held=("north", "south"))
    assert runner.files == before
    found = runner.run(network(NORTH, SOUTH))
    assert titles(found["sites/north.json"]["docs"]) == ["About us"]


def test_a_held_site_is_found_where_the_network_has_moved_to(runner: Runner) -> None:
    def at(url: str) -> Network:
        settings = Settings(url=url)
        pages = [entry("associations/north/pages/a.md", title="About us")]
        return network(association("north", pages, settings=settings), settings=settings)

    runner.run(at("https://network.example/"))
    found = runner.run(at("https://network.example/members/"), held=("north",))
    assert [row[0] for row in found["sites/north.json"]["docs"]] == ["/members/north/a/"]
    addresses = [row[0] for name in found["index.json"]["docs"] for row in found[name]]
    assert addresses == ["/members/directory/north/", "/members/north/a/"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\x00" * 40])
def test_a_damaged_or_foreign_memory_counts_as_none(runner: Runner, damage: bytes) -> None:
    found = network(NORTH, SOUTH)
    runner.run(found)
    before = runner.files
    (runner.root / "work" / search.CACHE).write_bytes(damage)
    runner.run(found)
    assert runner.files == before
    runner.run(found, engine="2")
    assert runner.files == before


def test_a_file_that_somebody_changed_is_written_again(runner: Runner) -> None:
    found = network(NORTH, SOUTH)
    runner.run(found)
    before = dict(runner.files)
    runner.files["search/sites/north.json"] = b"{}"
    runner.files["search/index.json"] = b"{}"
    runner.run(found)
    assert runner.files == before
    assert {"search/sites/north.json", "search/index.json"} <= runner.written


def news(path: str, title: str, **more: Any) -> Entry:
    return entry(path, type_="news", title=title, **more)


def placed_network() -> Network:
    north = association(
        "north",
        [
            news("associations/north/news/own.md", "For us", audience="own"),
            news("associations/north/news/all.md", "For all"),
            news("associations/north/news/co.md", "With south", associations=("south",)),
        ],
    )
    hub = [news("content/hub/news/down.md", "Handed down", audience="network")]
    return network(
        north, association("south", accepts=("north",)), association("gone", status="closed"), hub=hub
    )


def test_what_is_found_on_a_site_is_what_shows_there(runner: Runner) -> None:
    found = runner.run(placed_network())
    placed = placed_on(placed_network())
    for slug in ("north", "south"):
        shown = {one.title for one, _ in placed[slug]}
        own = {"For us", "For all", "With south"} if slug == "north" else set()
        assert set(titles(found[f"sites/{slug}.json"]["docs"])) == shown | own


def test_what_is_for_its_own_site_is_not_found_by_all(runner: Runner) -> None:
    assert in_network(runner.run(placed_network())) == [
        "Handed down",
        "Gone",
        "North",
        "For all",
        "With south",
        "South",
    ]


def test_placed_entries_lead_to_where_they_come_from(runner: Runner) -> None:
    rows = runner.run(placed_network())["sites/south.json"]["docs"]
    assert {row[1]: (row[0], row[5]) for row in rows} == {
        "Handed down": ("/news/down/", "hub"),
        "With south": ("/north/news/co/", "north"),
    }


def test_shared_pages_are_found_on_each_site_with_its_values(runner: Runner) -> None:
    shared = entry(
        "content/shared/pages/visit.md",
        title="Visiting",
        summary=f"Come to {TOKEN}",
        values=(Value("association.name", None, 1, 1),),
    )
    found = runner.run(network(NORTH, SOUTH, shared=[shared]))
    assert found["sites/north.json"]["docs"][1][:3] == ["/north/visit/", "Visiting", "Come to North"]
    assert found["sites/south.json"]["docs"][1][:3] == ["/south/visit/", "Visiting", "Come to South"]
    assert "Visiting" not in in_network(found)


def test_an_association_without_a_site_is_found_but_has_no_index(runner: Runner) -> None:
    found = runner.run(network(association("north", name="North", has_site=False)))
    assert in_network(found) == ["North"]
    assert "sites/north.json" not in found


def test_where_the_hub_has_a_folder_the_search_is_in_it(runner: Runner) -> None:
    subdomains = Settings(url="https://example.org/", layout="subdomains")
    one = association("north", [entry("associations/north/pages/a.md")], settings=subdomains)
    runner.run(network(one, settings=subdomains))
    assert all(path.startswith("hub/search/") for path in runner.files)
    assert b"https://north.example.org/a/" in runner.files["hub/search/sites/north.json"]


def test_the_key_changes_with_what_can_be_found() -> None:
    one = network(NORTH, SOUTH)
    edited = replace(NORTH, folder=replace(NORTH.folder, digest="2"))
    keys = {
        search_key(one, "1"),
        search_key(one, "2"),
        search_key(network(edited, SOUTH), "1"),
        search_key(network(NORTH), "1"),
        search_key(one, "1", ["north"]),
    }
    assert len(keys) == 5
    assert search_key(one, "1") == search_key(network(NORTH, SOUTH), "1")
