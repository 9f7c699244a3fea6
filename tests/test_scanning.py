"""The disk is scanned once, and folders that are all new are left to those who read them."""

from collections.abc import Mapping
from pathlib import Path

from chapterhouse.load.all import MANY, load_packed, unpack
from chapterhouse.load.taken_over import FolderJob
from chapterhouse.scan import scan_folder
from chapterhouse.scanning import Scanned, scan_later, scan_project
from chapterhouse.sources import BASE_THEME, ENGINE
from chapterhouse.state import open_state


def project(root: Path, count: int) -> Path:
    (root / "content" / "hub").mkdir(parents=True)
    (root / "pelican.conf.py").write_text("SITENAME = 'x'\n")
    for number in range(count):
        folder = root / "associations" / f"a{number}"
        folder.mkdir(parents=True)
        (folder / "association.yaml").write_text(f"name: A {number}\n")
    return root


def scan(root: Path, *, may_leave: bool = False) -> Scanned:
    with open_state(str(root), str(root / "output")) as state:
        found = scan_project(root, state, {}, None, may_leave=may_leave)
        state.commit()
        return found


def test_many_new_associations_are_left_to_those_who_load_them(tmp_path: Path) -> None:
    found = scan(project(tmp_path, MANY), may_leave=True)
    assert found.unscanned == tuple(f"associations/a{number}" for number in range(MANY))
    assert found.changes > set(found.unscanned)
    assert not found.scans.keys() & set(found.unscanned)


def test_in_a_first_build_the_engine_is_left_for_later(tmp_path: Path) -> None:
    root = project(tmp_path, MANY)
    with open_state(str(root), str(root / "output")) as state:
        found = scan_project(root, state, {}, None, may_leave=True)
        assert [source.name for source in found.later] == [ENGINE, BASE_THEME]
        assert found.changes >= {ENGINE, BASE_THEME}
        assert not found.scans.keys() & {ENGINE, BASE_THEME}
        later = scan_later(state, found.later)
        assert later[ENGINE].digests["scanning.py"]
        assert {name: scan.recorded for name, scan in later.items()} == {
            name: state.scan(name) for name in (ENGINE, BASE_THEME)
        }


def test_where_a_good_version_is_kept_the_engine_is_not_left(tmp_path: Path) -> None:
    root = project(tmp_path, MANY)
    with open_state(str(root), str(root / "output")) as state:
        state.keep_folders("", {"content/hub": b""})
        found = scan_project(root, state, {}, None, may_leave=True)
    assert found.unscanned
    assert found.later == ()
    assert found.scans[ENGINE].digests


def test_few_of_them_are_scanned_at_once(tmp_path: Path) -> None:
    found = scan(project(tmp_path, MANY - 1), may_leave=True)
    assert found.unscanned == ()
    assert found.scans["associations/a0"].digests.keys() == {"association.yaml"}


def test_what_was_scanned_before_is_not_left(tmp_path: Path) -> None:
    root = project(tmp_path, MANY + 1)
    first = scan(root)
    (root / "associations" / "a1" / "association.yaml").write_text("name: Another\n")
    second = scan(root, may_leave=True)
    assert first.unscanned == second.unscanned == ()
    assert second.changes == {"associations/a1"}


def test_a_folder_is_scanned_where_it_is_loaded_with_the_same_result(tmp_path: Path) -> None:
    root = project(tmp_path, 1)
    (root / "associations" / "a0" / "pages").mkdir()
    (root / "associations" / "a0" / "pages" / "about.md").write_text("---\ntitle: About\n---\n\nWords\n")
    expected = scan_folder(str(root / "associations" / "a0"))

    def job(digests: Mapping[str, str] | None) -> FolderJob:
        return FolderJob(name="associations/a0", root=root, digests=digests, bodies=root / "bodies")

    packed, recorded = load_packed(job(None))
    assert recorded is not None and recorded[1] == expected.digests
    known, none = load_packed(job(dict(expected.digests)))
    assert none is None
    assert unpack(packed, Path()) == unpack(known, Path())
    assert unpack(packed, Path()).digest == expected.digest
