"""The content decides, whatever the clock and the stat data say."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chapterhouse import scan
from chapterhouse.files import digest
from chapterhouse.scan import Scan, is_settled, scan_folder


def write(folder: Path, name: str, content: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def settle(monkeypatch: pytest.MonkeyPatch, seconds: int = 10) -> None:
    """Let the time of day be later, so that files just written have rested."""
    monkeypatch.setattr(scan, "time_ns", lambda: time.time_ns() + seconds * 10**9)


def test_finds_every_file_by_path_and_content(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "two")
    write(tmp_path, "a/deep/c.md", "three")
    found = scan_folder(str(tmp_path))
    assert found.digests == {"a/deep/c.md": digest(b"three"), "b.md": digest(b"two")}
    assert list(found.digests) == sorted(found.digests)


def test_leaves_out_what_is_nobodys_content(tmp_path: Path) -> None:
    for name in (".git/config", ".hidden", "notes~", "__pycache__/x.pyc", "Thumbs.db", "kept.md"):
        write(tmp_path, name, "x")
    assert list(scan_folder(str(tmp_path)).digests) == ["kept.md"]


def test_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert scan_folder(str(tmp_path / "none")).digests == {}


def test_shallow_scan_with_an_ending_takes_only_those_files(tmp_path: Path) -> None:
    for name in ("a.py", "b.md", "deep/c.py"):
        write(tmp_path, name, name)
    assert list(scan_folder(str(tmp_path), deep=False, ending=".py").digests) == ["a.py"]


def test_digest_tells_a_rename_and_an_edit(tmp_path: Path) -> None:
    file = write(tmp_path, "a.md", "x")
    first = scan_folder(str(tmp_path)).digest
    file.rename(tmp_path / "b.md")
    second = scan_folder(str(tmp_path)).digest
    write(tmp_path, "b.md", "y")
    assert len({first, second, scan_folder(str(tmp_path)).digest}) == 3


def test_stat_data_saves_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.md", "x")
    settle(monkeypatch)
    first = scan_folder(str(tmp_path))
    monkeypatch.setattr(scan, "digest", lambda content: "read")
    assert scan_folder(str(tmp_path), first.recorded).digests == first.digests
    assert is_settled(str(tmp_path), first.recorded[0])


def test_new_file_is_read_and_unsettles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.md", "x")
    settle(monkeypatch)
    first = scan_folder(str(tmp_path))
    write(tmp_path, "b.md", "y")
    assert not is_settled(str(tmp_path), first.recorded[0])
    assert list(scan_folder(str(tmp_path), first.recorded).digests) == ["a.md", "b.md"]


def test_deleted_file_unsettles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "a.md", "x")
    settle(monkeypatch)
    first = scan_folder(str(tmp_path))
    file.unlink()
    assert not is_settled(str(tmp_path), first.recorded[0])
    assert scan_folder(str(tmp_path), first.recorded).digests == {}


def test_file_changed_just_now_is_never_trusted(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x")
    first = scan_folder(str(tmp_path))
    assert first.recorded[0] == {"a.md": None}
    assert not is_settled(str(tmp_path), first.recorded[0])


def test_file_from_the_future_is_never_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "a.md", "x")
    settle(monkeypatch)
    later = time.time() + 3600
    os.utime(file, (later, later))
    assert scan_folder(str(tmp_path)).recorded[0] == {"a.md": None}


def test_copy_with_other_stat_data_has_the_same_digests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "one", "pages/a.md", "x")
    settle(monkeypatch)
    first = scan_folder(str(tmp_path / "one"))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    second = scan_folder(str(tmp_path / "two"), first.recorded)
    assert second.digest == first.digest
    assert second.recorded[0] != first.recorded[0]


def test_links_are_named_and_followed_only_inside(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "secret")
    folder = tmp_path / "folder"
    target = write(folder, "real.md", "x")
    (folder / "inside.md").symlink_to(target)
    (folder / "outside.md").symlink_to(tmp_path / "secret.txt")
    first = scan_folder(str(folder))
    assert first.links == ("inside.md", "outside.md")
    write(tmp_path, "secret.txt", "other")
    assert scan_folder(str(folder), first.recorded).digest == first.digest
    write(folder, "real.md", "y")
    second = scan_folder(str(folder), first.recorded)
    assert second.digests["inside.md"] != first.digests["inside.md"]
    assert second.digests["outside.md"] == first.digests["outside.md"]


def test_pipe_is_told_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found = scan_folder(str(tmp_path))
    assert found.unreadable == ("pipe",)
    assert found.digests == {"pipe": ""}


def test_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.md", "x")

    settle(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(scan, "_content", lambda _, name, __, unreadable, ___: unreadable.append(name) or "")
        found = scan_folder(str(tmp_path))
    assert found.unreadable == ("a.md",)
    assert scan_folder(str(tmp_path), found.recorded).digests == {"a.md": digest(b"x")}


NAMES = st.sampled_from(["a.md", "b.md", "pages/a.md", "pages/deep/c.md"])
CONTENTS = st.sampled_from(["one", "two", "six", "longer"])


class Histories(RuleBasedStateMachine):
    """Whatever happens to a folder, a scan with a record finds what a scan without one finds."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="chapterhouse-scan-"))
        self.recorded: Any = None
        self.ahead = 0
        self.patch = pytest.MonkeyPatch()
        # Ten minutes later everything written so far has rested: what is left is what stat data can tell.
        self.patch.setattr(scan, "time_ns", lambda: time.time_ns() + self.ahead)

    @rule(name=NAMES, content=CONTENTS)
    def write(self, name: str, content: str) -> None:
        write(self.folder, name, content)

    @rule(name=NAMES, content=CONTENTS)
    def edit_keeping_size_and_time(self, name: str, content: str) -> None:
        file = self.folder / name
        if file.is_file() and len(content) == file.stat().st_size:
            facts = file.stat()
            file.write_text(content, encoding="utf-8")
            os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))

    @rule(name=NAMES, content=CONTENTS, back=st.integers(1, 10**6))
    def write_while_the_clock_is_back(self, name: str, content: str, back: int) -> None:
        file = write(self.folder, name, content)
        moment = time.time() - back
        os.utime(file, (moment, moment))

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        if (self.folder / name).is_file():
            (self.folder / other).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).replace(self.folder / other)

    @rule(name=NAMES, other=NAMES)
    def swap(self, name: str, other: str) -> None:
        one, two = self.folder / name, self.folder / other
        if one.is_file() and two.is_file() and one != two:
            one.replace(self.folder / "kept")
            two.replace(one)
            (self.folder / "kept").replace(two)

    @rule(rested=st.booleans())
    def record(self, rested: bool) -> None:
        time.sleep(
            0.01
        )  # One tick of the file system's clock: a rested file's next change shows in its times.
        self.ahead = 600 * 10**9 if rested else 0
        self.recorded = scan_folder(str(self.folder), self.recorded).recorded
        self.ahead = 0

    @invariant()
    def scan_with_record_is_scan_without(self) -> None:
        fresh: Scan = scan_folder(str(self.folder))
        assert scan_folder(str(self.folder), self.recorded).digests == fresh.digests
        if self.recorded and is_settled(str(self.folder), self.recorded[0]):
            assert self.recorded[1] == fresh.digests

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.folder)


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
