"""The build with next to nothing to do: what differs from what the last build left, told by stat data."""

from __future__ import annotations

import os
import sqlite3

from chapterhouse import __version__
from chapterhouse.published import is_intact
from chapterhouse.sources import environment, is_association, sources
from chapterhouse.state import open_state
from chapterhouse.state_file import FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from chapterhouse.sources import Source
    from chapterhouse.state import State


MANY_SITES = 200
"""From so many sites on, looking at the output takes longer than starting a process for it."""


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


class Standing:
    """How a project stands compared with what the last build left."""

    __slots__ = ("edited", "report")

    def __init__(self, report: tuple[int, bytes] | None = None, edited: str = "") -> None:
        self.report = report
        """Exit code and report of the last build, if a build now would read and write the very same."""
        self.edited = edited
        """The one folder of an association in which pages were edited, if nothing else is different."""


def standing(root: str, output: str, today: str, options: str, extra: Iterable[str] = ()) -> Standing:
    """Compare a project with what the last build left.

    `options` names whatever else changes what a build does or says, `extra` the folders of local plugins.
    Where neither a report nor a folder is named, a build has to look.
    """
    if not os.path.exists(f"{root}/.chapterhouse/{FILE}"):
        return Standing()
    try:
        with open_state(root, output) as state:
            report = state.report(report_key(today, options))
            if report is None or state.pending():
                return Standing()
            with _Aside(root, output, state) as aside:
                edited = _edited(state, sources(root, extra))
                # Where something is held or wrong, the whole build says what becomes of it.
                if edited is None or (edited and report[0]) or not aside.same_output():
                    return Standing()
            return Standing(edited=edited) if edited else Standing(report)
    except (sqlite3.Error, OSError):
        return Standing()


class _Aside:
    """The look at the output of a large network, in a process of its own if there is a core for it."""

    def __init__(self, root: str, output: str, state: State) -> None:
        self._root, self._output, self._state = root, output, state
        self._child = 0

    def __enter__(self) -> Self:
        if _spare_cores() and self._state.site_count() >= MANY_SITES:
            self._child = os.fork()
            if self._child == 0:
                self._answer()
        return self

    def __exit__(self, *_: object) -> None:
        if self._child:
            os.waitpid(self._child, 0)

    def same_output(self) -> bool:
        """Tell whether every published file lies in the output as it was published."""
        if not self._child:
            return _same_output(self._state, self._output)
        child, self._child = self._child, 0
        return os.waitpid(child, 0)[1] == 0

    def _answer(self) -> None:
        code = 1
        try:
            # A connection to SQLite cannot be used on both sides of a fork.
            with open_state(self._root, self._output) as state:
                code = 0 if _same_output(state, self._output) else 1
        finally:
            os._exit(code)


def _spare_cores() -> bool:
    """Tell whether a second process can work at the same time, and begin without delay."""
    return hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


def only_pages(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Tell whether nothing but the content of Markdown files that are no events differs between two scans."""
    if before.keys() != now.keys():
        return False
    changed = [path for path, print_ in now.items() if before[path] != print_]
    return all(path.endswith(".md") and not path.startswith("events/") for path in changed)


def _edited(state: State, found: tuple[Source, ...]) -> str | None:
    """Return the name of the one association whose pages changed, empty if nothing did; None if more did."""
    recorded = state.scan_stats()
    if len(recorded) != len(found):
        return None
    unsure = []
    for source in found:
        stats = recorded.get(source.name)
        if stats is None:
            return None
        if not source.is_settled(stats):
            unsure.append(source)
    edited = ""
    for source in unsure:
        if not _same_content(state, source):
            if edited or not is_association(source.name) or not _only_pages_changed(state, source):
                return None
            edited = source.name
    return edited


def _only_pages_changed(state: State, source: Source) -> bool:
    recorded = state.scan(source.name)
    return recorded is not None and only_pages(recorded[1], source.scan(recorded).digests)


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
