"""The real command line in a process of its own, on a copy of a network."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
NETWORKS = CHECKOUT / "tests" / "networks"
TODAY = "2026-03-03"
WORK = (".chapterhouse", "output", "expected", "expected.txt", "expected-plan.txt", "pages.txt")
"""What a copy of a network leaves out: what is made, and what is expected of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one command did."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command: this checkout's engine, and no day but the one it is told."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return {**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1", **more}


def chapterhouse(project: Path, *words: str, **more: str) -> Run:
    """Run a command in a project's folder; `more` is added to the environment."""
    done = subprocess.run(
        [sys.executable, "-m", "chapterhouse", *words],
        cwd=project,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Run(code=done.returncode, out=done.stdout, err=done.stderr)


def build(project: Path, *words: str, today: str = TODAY) -> Run:
    """Build a project."""
    return chapterhouse(project, "build", "--today", today, *words)


def copy_of(network: Path, target: Path) -> Path:
    """Copy a network without what is made of it."""
    return Path(shutil.copytree(network, target, symlinks=True, ignore=shutil.ignore_patterns(*WORK)))


def own_network(target: Path) -> Path:
    """Copy the project's own network: 33 associations and the hub."""
    target.mkdir(parents=True)
    for name in ("content", "associations"):
        shutil.copytree(CHECKOUT / name, target / name)
    shutil.copy(CHECKOUT / "pelican.conf.py", target)
    return target


def snapshot(output: Path) -> dict[str, tuple[bytes, int]]:
    """Return bytes and modification time of every file below a folder."""
    return {
        path.relative_to(output).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def contents(output: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path: content for path, (content, _) in snapshot(output).items()}
