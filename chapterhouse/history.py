"""When files of the project were last changed, as git remembers it: for people, never for the output."""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Change(NamedTuple):
    """The last commit that touched a file."""

    moment: int
    """Seconds since 1970, to compare."""
    day: str
    """`2026-05-17`, to read."""


def read_last_changes(root: Path, paths: Iterable[str]) -> dict[str, Change]:
    """Return the last change of each file that git knows, by its path below the project.

    Without git, without a repository, or where the clone is too shallow to know, nothing is returned.
    """
    wanted = sorted(set(paths))
    if not wanted or _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    words = ("log", "--relative", "--name-only", "--no-renames", "-z", "--format=%x00%ct %cs", "--", *wanted)
    return _first_changes(_git(root, *words), frozenset(wanted))


def _first_changes(log: str, wanted: frozenset[str]) -> dict[str, Change]:
    found: dict[str, Change] = {}
    for commit in log.split("\0\0"):
        head, *names = (word.strip("\n") for word in commit.strip("\0\n").split("\0"))
        moment, _, day = head.partition(" ")
        for name in names:
            if name in wanted and name not in found:
                found[name] = Change(int(moment), day)
    return found


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
