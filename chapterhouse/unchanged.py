"""The build with nothing to do: whether everything it reads and wrote is as it was, told by stat data."""

from __future__ import annotations

import os
import sqlite3

from chapterhouse import __version__
from chapterhouse.published import is_intact
from chapterhouse.sources import environment, sources
from chapterhouse.state import open_state
from chapterhouse.state_file import FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from chapterhouse.sources import Source
    from chapterhouse.state import State


def report_key(today: str, options: str) -> str:
    """Return what a recorded report holds for, besides the scanned folders; `State.keep_report` takes it."""
    return f"{__version__} {environment()} {today} {options}"


def options_key(*, strict: bool, format: str, colour: bool) -> str:
    """Return what the options of the command line do to a report, as one text."""
    return f"{'strict ' if strict else ''}{format}{' colour' if colour else ''}"


def project_root(given: str) -> str | None:
    """Return the folder with `pelican.conf.py`, the given one or the nearest above; None if there is none."""
    folder = os.path.realpath(given or os.getcwd())
    while not os.path.isfile(f"{folder}/pelican.conf.py"):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def output_folder(root: str, given: str) -> str:
    """Return the full path of the output: the given folder, or `output` in the project."""
    return os.path.abspath(given or f"{root}/output")


def unchanged(
    root: str, output: str, today: str, options: str, extra: Iterable[str] = ()
) -> tuple[int, bytes] | None:
    """Return exit code and report of the last build, if a build now would read and write the very same.

    `options` names whatever else changes what a build does or says, `extra` the folders of local plugins.
    None means that a build has to look.
    """
    if not os.path.exists(f"{root}/.chapterhouse/{FILE}"):
        return None
    try:
        with open_state(root, output) as state:
            report = state.report(report_key(today, options))
            if report is None or state.pending():
                return None
            same = _same_sources(state, sources(root, extra)) and _same_output(state, output)
            return report if same else None
    except (sqlite3.Error, OSError):
        return None


def _same_sources(state: State, found: tuple[Source, ...]) -> bool:
    recorded = state.scan_stats()
    if len(recorded) != len(found):
        return False
    unsure = []
    for source in found:
        stats = recorded.get(source.name)
        if stats is None:
            return False
        if not source.is_settled(stats):
            unsure.append(source)
    return all(_same_content(state, source) for source in unsure)


def _same_content(state: State, source: Source) -> bool:
    """Read what stat data cannot vouch for, and remember it so that the next build need not."""
    recorded = state.scan(source.name)
    scan = source.scan(recorded)
    if recorded is None or scan.digests != recorded[1]:
        return False
    if scan.recorded[0] != recorded[0]:
        state.keep_scans({source.name: scan.recorded})
        state.commit()
    return True


def _same_output(state: State, output: str) -> bool:
    return os.path.isdir(output) and all(
        is_intact(output, manifest) for manifest in state.manifests().values()
    )
