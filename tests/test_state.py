"""What is remembered comes back as it was, and damage is never worse than forgetting."""

import sqlite3
from pathlib import Path

import pytest

from chapterhouse.state import DamagedStateError, SiteState, open_state
from chapterhouse.state_file import FILE, output_key, set_aside

MANIFEST = {"wi-aimh/index.html": ("d1", 12, 1_700_000_000_000_000_000)}


def test_scans_come_back(tmp_path: Path) -> None:
    recorded = ({"a.md": (1, 2, 3, 4), "é.md": None}, {"a.md": "d1", "é.md": "d2"})
    with open_state(str(tmp_path), "output") as state:
        state.keep_scans({"content/hub": recorded})
        state.commit()
    with open_state(str(tmp_path), "output") as state:
        assert state.scan("content/hub") == recorded
        assert state.scans() == {"content/hub": recorded}
        assert state.scan_stats() == {"content/hub": recorded[0]}
        state.drop_folders(["content/hub"])
        assert state.scan("content/hub") is None


def test_what_is_not_committed_is_forgotten(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        state.keep_folders("context", {"content/hub": b"packed"})
    with open_state(str(tmp_path), "output") as state:
        assert dict(state.folders("context")) == {}


def test_folders_come_back_only_in_their_context(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        state.keep_folders("one", {"content/hub": b"packed"})
        assert dict(state.folders("one")) == {"content/hub": b"packed"}
        assert dict(state.folders("two")) == {}


def test_good_folders_come_back_with_their_day(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        state.keep_folders("context", {"associations/a": b"a", "associations/b": b"b"})
        state.keep_good_folders("engine", "2026-03-03", ["associations/a", "associations/b"])
        assert state.good_folders("engine", ["associations/a"]) == {"associations/a": (b"a", "2026-03-03")}
        assert len(state.good_folders("engine")) == 2
        assert state.good_folders("other engine") == {}


def test_sites_come_back(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        site = SiteState(parts={"engine": "1"}, manifest=MANIFEST, links=b"links", published_on="2026-03-03")
        state.keep_sites({"wi-aimh": site, "": SiteState()}.items())
        found = state.site("wi-aimh")
        assert found is not None
        assert (found.parts, found.manifest) == ({"engine": "1"}, MANIFEST)
        assert (found.links, found.published_on) == (b"links", "2026-03-03")
        assert state.slugs() == ("", "wi-aimh")
        assert state.manifests() == {"": {}, "wi-aimh": MANIFEST}
        assert state.manifests(["wi-aimh", "none"]) == {"wi-aimh": MANIFEST}
        state.keep_manifests({"wi-aimh": {}})
        assert state.sites()["wi-aimh"].manifest == {}
        assert state.sites()["wi-aimh"].published_on == "2026-03-03"
        state.drop_sites(["wi-aimh"])
        assert state.site("wi-aimh") is None


def test_each_output_has_its_own_sites(tmp_path: Path) -> None:
    with open_state(str(tmp_path), str(tmp_path / "output")) as state:
        state.keep_sites({"": SiteState()}.items())
        state.keep_report("key", 0, b"report")
        state.commit()
    with open_state(str(tmp_path), str(tmp_path / "preview")) as state:
        assert state.slugs() == ()
        assert state.report("key") is None


def test_state_survives_moving_the_project(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    with open_state(str(before), str(before / "output")) as state:
        state.keep_report("key", 1, b"report", b"found")
        state.commit()
    before.rename(after)
    with open_state(str(after), str(after / "output")) as state:
        assert state.report("key") == (1, b"report")
        assert (state.found("key"), state.found("another key")) == (b"found", None)
        assert state.report("another key") is None


def test_output_outside_the_project_is_known_by_its_whole_path() -> None:
    assert output_key("/project", "/project/output") == "output"
    assert output_key("/project", "/srv/www") == "/srv/www"


def test_begin_publishing_is_remembered_at_once_and_drops_the_report(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        state.keep_report("key", 0, b"report")
        state.begin_publishing(["a.html", "b.html"])
    with open_state(str(tmp_path), "output") as state:
        assert state.pending() == {"a.html", "b.html"}
        state.begin_publishing(["c.html"])
        assert state.pending() == {"a.html", "b.html", "c.html"}
        assert state.report("key") is None
        state.end_publishing()
        state.commit()
        assert state.pending() == frozenset()


def test_forget_keeps_what_lies_in_the_output(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        state.keep_scans({"content/hub": ({}, {})})
        state.keep_sites({"": SiteState(parts={"engine": "1"}, manifest=MANIFEST)}.items())
        state.forget()
        assert state.scans() == {}
        assert state.sites()[""].parts == {}
        assert state.manifests() == {"": MANIFEST}


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to look like one" * 40, b"short"]
)
def test_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ".chapterhouse" / FILE
    file.parent.mkdir()
    file.write_bytes(content)
    with open_state(str(tmp_path), "output") as state:
        assert state.slugs() == ()
        assert "set aside" in state.trouble
    assert file.with_name(FILE + ".broken").read_bytes() == content


def test_other_layout_is_set_aside(tmp_path: Path) -> None:
    open_state(str(tmp_path), "output").close()
    sql = sqlite3.connect(tmp_path / ".chapterhouse" / FILE)
    sql.execute("pragma user_version = 999")
    sql.close()
    with open_state(str(tmp_path), "output") as state:
        assert state.trouble
    with open_state(str(tmp_path), "output") as state:
        assert not state.trouble


def test_damaged_value_is_told_apart_from_our_defects(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        state.keep_scans({"content/hub": ({}, {})})
        state.commit()
    sql = sqlite3.connect(tmp_path / ".chapterhouse" / FILE)
    sql.execute("update scans set stats = ?", (b"garbage",))
    sql.commit()
    sql.close()
    with open_state(str(tmp_path), "output") as state, pytest.raises(DamagedStateError):
        state.scans()
    set_aside(str(tmp_path))
    with open_state(str(tmp_path), "output") as state:
        assert state.scans() == {}


def test_one_folder_comes_with_its_context_and_sites_are_counted(tmp_path: Path) -> None:
    with open_state(str(tmp_path), "output") as state:
        assert state.folder("content/hub") is None
        state.keep_folders("context", {"content/hub": b"packed"})
        assert state.folder("content/hub") == ("context", b"packed")
        assert state.site_count() == 0
        state.keep_sites({"": SiteState(), "north": SiteState()}.items())
        assert state.site_count() == 2
