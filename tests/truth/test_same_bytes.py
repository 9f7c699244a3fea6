"""One commit is one output: serial, parallel, spawned, on another machine, at another time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chapterhouse.render import here, processes
from tests.truth.builds import build, build_apart, clean_copy, command, differences, environment, tree
from tests.truth.project import write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("same") / "project")
    assert not build(root).diagnostics
    return root


def is_same(project: Path, other: Path) -> None:
    assert differences(tree(other / "output"), tree(project / "output")) == []


def test_parallel(project: Path, tmp_path: Path) -> None:
    other = clean_copy(project, tmp_path / "other")
    build(other, jobs=3)
    is_same(project, other)


def test_spawned(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = clean_copy(project, tmp_path / "other")
    for module in (processes, here):
        monkeypatch.setattr(module, "forks", lambda: False)
    build(other, jobs=2)
    is_same(project, other)


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_another_machine(project: Path, tmp_path: Path, settings: dict[str, str]) -> None:
    other = clean_copy(project, tmp_path / "a folder with ümlauts" / "other")
    for number, path in enumerate(sorted(other.rglob("*"), reverse=True)):
        os.utime(path, (number * 1000, number * 1000))
    assert build_apart(other, **settings).returncode == 0
    is_same(project, other)


def test_another_umask(project: Path, tmp_path: Path) -> None:
    other = clean_copy(project, tmp_path / "other")
    code = "import os, sys; os.umask(0o077); os.execv(sys.executable, sys.argv[1:])"
    subprocess.run(
        [sys.executable, "-c", code, *command(other)], env=environment(), check=True, capture_output=True
    )
    is_same(project, other)


def test_a_fresh_clone_with_restored_state_and_output_builds_nothing(project: Path, tmp_path: Path) -> None:
    source = clean_copy(project, tmp_path / "source")
    (source / ".gitignore").write_text("output/\n.chapterhouse/\n")
    build(source)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], cwd=source, check=True, capture_output=True)
    clone = tmp_path / "elsewhere" / "clone"
    subprocess.run([*git, "clone", "-q", str(source), str(clone)], check=True, capture_output=True)
    for name in (".chapterhouse", "output"):
        # As a cache of the CI service restores them: contents, and none of the times.
        shutil.copytree(source / name, clone / name, copy_function=shutil.copyfile)
    before = {path: path.stat().st_mtime_ns for path in clone.rglob("output/**/*") if path.is_file()}
    report = build(clone)
    assert [site.slug for site in report.sites if site.action != "keep"] == []
    assert (report.files_written, report.files_removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    is_same(project, clone)


def test_what_a_day_changes_is_the_same_after_many_days(project: Path, tmp_path: Path) -> None:
    other = clean_copy(project, tmp_path / "other")
    for day in ("2026-01-01", "2026-02-20", "2026-03-06", "2026-12-31"):
        build(other, day)
    again = clean_copy(project, tmp_path / "again")
    build(again, "2026-12-31")
    is_same(again, other)
