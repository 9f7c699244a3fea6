"""When files were last changed, asked of a real git repository."""

import os
import subprocess
from pathlib import Path

import pytest

from chapterhouse.history import read_last_changes


def git(folder: Path, *words: str, day: str = "2026-01-01") -> None:
    who = {
        f"GIT_{role}_{what}": "somebody@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0000" for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **who, **when}
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    (root / "network" / "pages").mkdir(parents=True)
    git(tmp_path, "init", "-q", str(root))
    for day, name in (("2026-01-01", "a.md"), ("2026-02-01", "café b.md"), ("2026-03-01", "a.md")):
        (root / "network" / "pages" / name).write_text(day, encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "Change", day=day)
    return root


def test_the_last_change_of_each_file_below_the_project(repository: Path) -> None:
    found = read_last_changes(repository / "network", ["pages/a.md", "pages/café b.md", "pages/none.md"])
    assert {path: change.day for path, change in found.items()} == {
        "pages/a.md": "2026-03-01",
        "pages/café b.md": "2026-02-01",
    }
    assert found["pages/a.md"].moment > found["pages/café b.md"].moment


def test_a_shallow_clone_knows_nothing(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    assert read_last_changes(tmp_path / "shallow" / "network", ["pages/a.md"]) == {}


def test_without_a_repository_or_git_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert read_last_changes(tmp_path, ["a.md"]) == {}
    monkeypatch.setenv("PATH", "")
    assert read_last_changes(tmp_path, ["a.md"]) == {}
    assert read_last_changes(tmp_path, []) == {}
