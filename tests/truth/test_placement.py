"""Every surface shows an entry where the one function says: page, list, feed, calendar, search, JSON."""

import json
import shutil
from pathlib import Path

import pytest

from chapterhouse.calendars import event_uid
from chapterhouse.cli.placement import read_network
from chapterhouse.model import Entry, Network
from chapterhouse.pages import read_pages
from chapterhouse.placement import placement
from tests.running import NETWORKS, build, copy_of

URL = "https://network.example/"
TABLE = {
    "associations/north/news/only-here.md": {"north"},
    "associations/north/news/grant.md": {"north", "hub"},
    "associations/north/events/fair.md": {"north", "hub", "south"},
    "associations/south/events/unasked.md": {"south", "hub"},
    "content/hub/news/handed-down.md": {"hub", "isle"},
    "content/hub/events/meeting-of-all.md": {"hub", "isle", "north", "south"},
    "associations/north/news/later.md": set(),
}
"""The entries with the sites that show them."""
ADDED = {
    "associations/south/events/unasked.md": "title: Unasked\nstart: 2026-09-01\nassociations: [north]\n",
    "associations/north/news/later.md": "title: Later\ndate: 2026-01-01\ndraft: yes\n",
}
SITES = ("hub", "isle", "north", "south")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built network in which one entry asks for more than it gets."""
    found = copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("placement") / "network")
    for path, front in ADDED.items():
        (found / path).parent.mkdir(exist_ok=True)
        (found / path).write_text(f"---\n{front}---\nWords.\n", encoding="utf-8")
    run = build(found)
    assert "[not-accepted]" in run.out + run.err
    return found


@pytest.fixture(scope="module")
def network(project: Path) -> Network:
    """The same network as the engine sees it."""
    return read_network(project)


def folder(project: Path, site: str) -> Path:
    return project / "output" / ("" if site == "hub" else site)


def home(path: str) -> str:
    """Return the site that an entry comes from."""
    parts = path.split("/")
    return "hub" if parts[0] == "content" else parts[1]


def address(path: str) -> str:
    """Return the absolute address of an entry's page."""
    site = home(path)
    rest = path.split("/", 2)[2].removesuffix(".md")
    return f"{URL}{'' if site == 'hub' else site + '/'}{rest}/"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def pages(project: Path, path: str) -> set[str]:
    """Return the sites on which an entry has a page."""
    rest = path.split("/", 2)[2].removesuffix(".md")
    return {site for site in SITES if (folder(project, site) / rest / "index.html").is_file()}


def lists(project: Path, path: str) -> set[str]:
    """Return the sites whose lists lead to an entry."""
    link = f'href="{address(path).removeprefix(URL.rstrip("/"))}"'
    kind = path.split("/")[2]
    return {site for site in SITES if link in text(folder(project, site) / kind / "index.html")}


def feeds(project: Path, path: str) -> set[str]:
    return {
        site for site in SITES if f"<id>{address(path)}</id>" in text(folder(project, site) / "feed.atom")
    }


def calendars(project: Path, path: str) -> set[str]:
    line = f"UID:{event_uid(URL, path)}"
    files = {site: folder(project, site) / "events.ics" for site in SITES}
    files["hub"] = project / "output" / "data" / "events.ics"
    return {site for site, file in files.items() if line in text(file)}


def searches(project: Path, path: str) -> set[str]:
    """Return the sites in whose index an entry is found."""
    link = address(path).removeprefix(URL.rstrip("/"))
    found = set()
    for site in SITES:
        docs = json.loads(text(project / "output" / "search" / "sites" / f"{site}.json"))["docs"]
        found |= {site for row in docs if row[0] == link}
    return found


def data(project: Path, path: str) -> set[str]:
    """Return `hub` where the network's JSON has an entry."""
    name = "events" if "/events/" in path else "news"
    return {"hub"} if f'"{address(path)}"' in text(project / "output" / "data" / f"{name}.json") else set()


def test_the_function_says_what_the_table_says(network: Network) -> None:
    members = {one.slug: one for one in network.associations}
    entries: dict[str, Entry] = {}
    for found in (network.hub_folder, *(one.folder for one in network.associations)):
        entries |= {entry.path: entry for entry in read_pages(found).entries}
    for path, sites in TABLE.items():
        if not sites:
            assert path not in entries
            continue
        origin = "" if home(path) == "hub" else home(path)
        assert {slug or "hub" for slug in placement(entries[path], origin, members)} == sites, path


@pytest.mark.parametrize("path", TABLE)
def test_every_surface_agrees(path: str, project: Path) -> None:
    sites = TABLE[path]
    assert pages(project, path) == ({home(path)} if sites else set())
    assert lists(project, path) == sites
    assert searches(project, path) == sites
    assert data(project, path) == sites & {"hub"}
    if "/news/" in path:
        assert feeds(project, path) == sites
    else:
        assert calendars(project, path) == sites


def test_nothing_that_one_asks_for_changes_anothers_site(project: Path, tmp_path: Path) -> None:
    other = copy_of(NETWORKS / "good_alliance_mini", tmp_path / "network")
    build(other)
    before, after = (folder(one, "north") for one in (other, project))
    files = {path.relative_to(before) for path in before.rglob("*") if path.is_file()}
    assert files
    assert all((before / path).read_bytes() == (after / path).read_bytes() for path in files)
    shutil.rmtree(other)
