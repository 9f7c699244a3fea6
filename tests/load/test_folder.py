"""A folder is loaded whole, whatever lies in it, and unchanged entries are taken over."""

import os
import pickle
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chapterhouse.diagnostics import Severity
from chapterhouse.frozen import replace
from chapterhouse.load.folder import load_folder
from chapterhouse.load.taken_over import FolderJob
from chapterhouse.model import HUB_FOLDER, SHARED_FOLDER, Folder, Pages
from chapterhouse.pages import read_pages
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.scan import scan_folder
from tests.load.conftest import Load
from tests.load.told import codes, told

NORTH = {
    "association.yaml": "name: North Club\n",
    "pages/index.md": "---\ntitle: North\n---\n\nWe meet. [Board](about/board.md#who)\n",
    "pages/about/board.md": "---\ntitle: Board\n---\n\n## Who\n\n{{ association.name }} "
    "![x](../../images/a.png)\n",
    "pages/plan.md": "---\ntitle: Plan\ndraft: yes\n---\n",
    "news/fair.md": "---\ntitle: Fair\ndate: 2026-05-17\n---\n\n[South](../../south/pages/index.md)\n",
    "images/a.png": b"png",
}


def facts(folder: Folder) -> tuple[Folder, Pages]:
    """Return what a folder says; equal values need not be packed into equal bytes."""
    return replace(folder, pages=b"", pages_at=(0, 0), bodies="", kept_in=""), read_pages(folder)


def test_a_folder_has_everything_that_the_state_keeps(load: Load, tmp_path: Path) -> None:
    folder = load(NORTH)
    assert folder.diagnostics == ()
    assert isinstance(folder.record, Record)
    assert folder.place("name").column == 7
    assert folder.counts == {"news": 1, "page": 2}
    assert folder.targets == {
        "associations/north/news/fair.md": "",
        "associations/north/pages/about/board.md": "who",
        "associations/north/pages/index.md": "",
    }
    assert folder.routes["associations/north/pages/about/board.md"] == "about/board/"
    assert [entry.path for entry in folder.offered] == ["associations/north/news/fair.md"]
    assert [(path, link.target) for path, link in folder.outward] == [
        ("associations/north/news/fair.md", "associations/south/pages/index.md")
    ]
    assert [(path, value.path) for path, value in folder.values] == [
        ("associations/north/pages/about/board.md", "association.name")
    ]
    assert folder.digest == scan_folder(str(tmp_path / folder.name)).digest
    assert [(p.path, p.route, p.size) for p in read_pages(folder).pictures] == [
        ("associations/north/images/a.png", "images/a.png", 3)
    ]


def test_bodies_lie_one_behind_the_other(load: Load, tmp_path: Path) -> None:
    folder = load(NORTH)
    content = (tmp_path / "bodies" / folder.bodies).read_bytes()
    position = 0
    for entry in read_pages(folder).entries:
        offset, length = entry.body
        assert offset == position
        position += length
        assert content[offset:position].startswith(b"<")
    assert (position, len(content) - position) == folder.pages_at
    assert folder.bodies.startswith("north-")


def test_the_hub_and_the_shared_folder(load: Load) -> None:
    hub = load(
        {"network.yaml": "name: N\nlanguages: [ga]\n", "pages/index.md": "---\ntitle: x\n---\n"}, HUB_FOLDER
    )
    assert isinstance(hub.record, NetworkRecord)
    assert read_pages(hub).entries[0].language == "ga"
    shared = load({"pages/a.md": "---\ntitle: x\n---\n"}, SHARED_FOLDER, network=hub.record)
    assert (shared.record, shared.diagnostics, shared.counts) == (None, (), {"page": 1})
    assert read_pages(shared).entries[0].language == "ga"


def test_a_folder_without_a_record_is_told(load: Load) -> None:
    assert told(load({"association.yml": "name: x\n"}).diagnostics) == [
        "associations/north/association.yaml missing-record | "
        'rename the YAML file of this folder to "association.yaml"',
        'associations/north/association.yml unclaimed-file | rename it to "association.yaml"',
    ]
    assert codes(load(name="associations/nowhere").diagnostics) == ["missing-record"]


def test_links_are_told_and_never_followed(load: Load, tmp_path: Path) -> None:
    load(NORTH)
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\n")
    north = tmp_path / "associations/north"
    (north / "pages/out.md").symlink_to(secret)
    (north / "pages/in.md").symlink_to(north / "pages/index.md")
    (north / "images/all").symlink_to(tmp_path)
    (north / "dangling").symlink_to("nothing")
    folder = load()
    assert [(d.location.path.removeprefix("associations/north/"), d.code) for d in folder.diagnostics] == [
        ("dangling", "symbolic-link"),
        ("images/all", "link-out-of-folder"),
        ("pages/in.md", "symbolic-link"),
        ("pages/out.md", "link-out-of-folder"),
    ]
    assert "Secret" not in str(read_pages(folder))


def test_a_pipe_is_told_and_not_waited_for(load: Load, tmp_path: Path) -> None:
    load(NORTH)
    os.mkfifo(tmp_path / "associations/north/pages/pipe.md")
    assert codes(load().diagnostics) == ["unreadable-file"]


def test_a_file_that_vanished_since_the_scan_is_told(tmp_path: Path) -> None:
    job = FolderJob(name="associations/x", root=tmp_path, digests={"pages/a.md": "1"}, bodies=tmp_path / "b")
    assert codes(load_folder(job).diagnostics) == ["missing-record", "unreadable-file"]


def test_a_file_that_changed_since_the_scan_counts_as_what_was_read(load: Load, tmp_path: Path) -> None:
    whole = load(NORTH)
    job = FolderJob(
        name="associations/north",
        root=tmp_path,
        digests={**whole.digests, "pages/index.md": "older"},
        bodies=tmp_path / "bodies",
    )
    assert facts(replace(load_folder(job), kept_in=whole.kept_in)) == facts(whole)


def test_diagnostics_come_sorted_by_place(load: Load) -> None:
    files = {f"pages/{name}.md": "words" for name in "cab"}
    found = load({**NORTH, **files, "notes.txt": "x"}).diagnostics
    assert [d.location.path.rpartition("/")[2] for d in found] == ["notes.txt", "a.md", "b.md", "c.md"]
    assert found[0].severity is Severity.WARNING


def test_a_job_and_its_folder_can_go_to_another_process(load: Load) -> None:
    folder = load(NORTH)
    assert pickle.loads(pickle.dumps(folder)) == folder


beginnings = st.sampled_from(
    [b"", b"---\n", b"---\ntitle: x\n---\n", b"name: x\n", b"---\ntitle: x\nstart: 2026-05-17\n---\n"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    beginnings,
    st.binary(max_size=40) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_whatever_bytes_a_file_has_the_folder_is_loaded(load: Load, start: bytes, content: bytes) -> None:
    written = start + content
    folder = load(
        {"association.yaml": written, "pages/a.md": written, "events/b.md": written, "images/c.svg": written}
    )
    assert folder.has_errors or folder.record
    assert all(d.message and d.location.path.startswith("associations/north") for d in folder.diagnostics)
