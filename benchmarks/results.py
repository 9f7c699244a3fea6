"""Keeps the last result of each scenario in `benchmarks/RESULTS.md`."""

import os
import platform
import subprocess
from pathlib import Path

from benchmarks.peer import ROOT

FILE = ROOT / "benchmarks" / "RESULTS.md"

_INTRODUCTION = """# Results

What `python3 tasks.py bench --write` measured last, one section a scenario; README.md beside this file
says how to reproduce each figure. Times are medians; ratios are medians of the ratios of runs that were
made in turn.
"""


def keep(sections: dict[str, str], file: Path = FILE) -> None:
    """Write the sections just measured, and leave those of other runs as they are."""
    old = _sections(file.read_text(encoding="utf-8")) if file.is_file() else {}
    circumstances = f"Commit {_commit()}; {machine()}.\n"
    new = {title: f"{circumstances}\n{text}" for title, text in sections.items()}
    together = "".join(f"\n## {title}\n\n{text.strip()}\n" for title, text in sorted((old | new).items()))
    file.write_text(_INTRODUCTION + together, encoding="utf-8")


def machine() -> str:
    """Describe the machine without naming it."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{cores} cores, {memory:.0f} GiB of memory, {system}"


def _sections(text: str) -> dict[str, str]:
    parts = text.split("\n## ")[1:]
    return {title: body for title, _, body in (part.partition("\n") for part in parts)}


def _commit() -> str:
    """Name the commit; the results themselves, which this writes, change nothing of what is measured."""
    found = _git("rev-parse", "--short", "HEAD")
    changed = _git("diff", "--name-only", "HEAD", "--", ":(top)", f":(top,exclude)benchmarks/{FILE.name}")
    return (f"{found}-dirty" if changed else found) or "unknown"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
