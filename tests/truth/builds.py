"""Builds as the command line does them, in this process or in another, and what they leave in the output."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import chapterhouse
from chapterhouse.config import read_project
from chapterhouse.options import Options
from chapterhouse.pipeline import Session
from chapterhouse.report import Report
from chapterhouse.unchanged import standing

TODAY = "2026-03-03"
CHECKOUT = Path(chapterhouse.__file__).parent.parent
NOT_INPUT = (".chapterhouse", "output", ".git", "__pycache__")


def build(root: Path, today: str = TODAY, **options: Any) -> Report:
    """Build in this process, with nothing known but what the disk holds; as the command line does it."""
    chosen = {"command": "build", "jobs": 1, **options}
    project, given = read_project(root), Options(today=today, **chosen)
    edited = ""
    if given.command == "build" and not given.only and not given.clean:
        edited = standing(str(root), str(project.output), today, given.key).edited
    return Session(project, given, edited=edited).run(tell=lambda _: "")


def plan(root: Path, today: str = TODAY) -> Report:
    """Plan in this process."""
    return build(root, today, command="plan")


def command(root: Path, *words: str, today: str = TODAY) -> list[str]:
    """Return the words of a command line that builds a project."""
    return [sys.executable, "-m", "chapterhouse", "build", "--project", str(root), "--today", today, *words]


def environment(**more: str) -> dict[str, str]:
    """Return the environment for a process that builds."""
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), **more}


def build_apart(root: Path, *words: str, today: str = TODAY, **more: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own."""
    return subprocess.run(
        command(root, *words, today=today),
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
    )


def clean_copy(root: Path, target: Path) -> Path:
    """Copy what a build reads, and nothing that builds have left."""
    shutil.rmtree(target, ignore_errors=True)
    return shutil.copytree(root, target, ignore=shutil.ignore_patterns(*NOT_INPUT))


def tree(output: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too."""
    return {
        os.path.relpath(f"{folder}/{name}", output): Path(folder, name).read_bytes()
        for folder, _, names in os.walk(output)
        for name in sorted(names)
    }


def differences(found: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """Say which files are missing, left over, or not the same."""
    said = [f"missing: {path}" for path in expected.keys() - found.keys()]
    said += [f"left over: {path}" for path in found.keys() - expected.keys()]
    said += [
        f"not the same: {path}" for path in found.keys() & expected.keys() if found[path] != expected[path]
    ]
    return sorted(said)
