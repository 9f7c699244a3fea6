"""What is kept of a run: its own sections, each with the commit that was measured."""

import subprocess
from pathlib import Path

import pytest

from benchmarks import results


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_other_sections_stay(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    results.keep({"One": "| a |", "Two": "| b |"}, file)
    results.keep({"Two": "| c |"}, file)
    text = file.read_text(encoding="utf-8")
    assert text.index("## One") < text.index("| a |") < text.index("## Two") < text.index("| c |")
    assert "| b |" not in text


def test_a_section_names_the_commit_and_whether_more_than_results_had_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "benchmarks" / "RESULTS.md"
    file.parent.mkdir()
    for each in (file, tmp_path / "engine.py"):
        each.write_text("", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    monkeypatch.setattr(results, "ROOT", tmp_path)
    commit = git(tmp_path, "rev-parse", "--short", "HEAD")
    results.keep({"One": "| a |"}, file)
    results.keep({"Two": "| b |"}, file)
    assert file.read_text(encoding="utf-8").count(f"Commit {commit}; ") == 2
    (tmp_path / "engine.py").write_text("more", encoding="utf-8")
    results.keep({"Two": "| c |"}, file)
    assert file.read_text(encoding="utf-8").count(f"Commit {commit}-dirty; ") == 1
