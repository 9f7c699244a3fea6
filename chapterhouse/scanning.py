"""What changed on the disk since the last build: every source scanned, reading only what may have changed."""

import os
from collections.abc import Iterable
from pathlib import Path

from chapterhouse.engine_scan import scan_engine
from chapterhouse.frozen import frozen
from chapterhouse.load.all import MANY
from chapterhouse.scan import Recorded, Scan
from chapterhouse.sources import BASE_THEME, ENGINE, Source, is_association, source_of, sources
from chapterhouse.state import State


@frozen
class Scanned:
    """What lies on the disk."""

    scans: dict[str, Scan]
    """By source; those in `unscanned` come once they are loaded."""
    changes: set[str]
    """The sources that are not as they were."""
    unscanned: tuple[str, ...] = ()
    """The folders of associations of which nothing is known yet."""
    later: tuple[Source, ...] = ()
    """The engine's own, where nothing at all is known yet: to be scanned while folders are loaded."""


def scan_project(
    root: Path, state: State, known: dict[str, Scan], changed: set[str] | None, *, may_leave: bool
) -> Scanned:
    """Scan the sources of a project, and record what was found.

    `known` are the scans of an earlier run; `changed` names the only files that may differ from it. With
    `may_leave`, many new folders of associations are not scanned here: reading them once is enough. In a
    first build the engine is left too, as nothing is known that another one may have read.
    """
    touched = None if changed is None else {source_of(path) for path in changed}
    found = {source.name: source for source in _sources(root, known, touched)}
    scans = dict(known) if touched is not None and found.keys() <= known.keys() else {}
    before = {
        name: known[name].recorded if name in known and known[name].recorded[0] else state.scan(name)
        for name in found
    }
    new = [name for name in found if is_association(name) and before[name] is None]
    unscanned = tuple(new) if may_leave and len(new) >= MANY else ()
    is_first = bool(unscanned) and not any(before.values()) and not state.folder_names()
    later = tuple(found[name] for name in (ENGINE, BASE_THEME)) if is_first else ()
    fresh: dict[str, Recorded] = {}
    changes = {*unscanned, *(source.name for source in later)}
    for name in found.keys() - changes:
        scan = scans[name] = _scan(found[name], before[name])
        if scan.recorded != before[name]:
            fresh[name] = scan.recorded
            if (before[name] or ((), None))[1] != scan.recorded[1]:
                changes.add(name)
    if changes:
        # The scans are known from now on, even if this run builds nothing: no report holds for them yet.
        state.drop_report()
    state.keep_scans(fresh)
    return Scanned(scans=scans, changes=changes, unscanned=unscanned, later=later)


def scan_later(state: State, left: Iterable[Source]) -> dict[str, Scan]:
    """Scan sources that were left for later, and record what was found."""
    scans = {source.name: _scan(source, None) for source in left}
    state.keep_scans({name: scan.recorded for name, scan in scans.items()})
    return scans


def _scan(source: Source, recorded: Recorded | None) -> Scan:
    return scan_engine(source) if source.name == ENGINE and recorded is None else source.scan(recorded)


def _sources(root: Path, known: dict[str, Scan], touched: set[str] | None) -> list[Source]:
    """Return the sources to scan: all, or only the touched folders of associations that stay."""
    if touched and all(name in known and is_association(name) and (root / name).is_dir() for name in touched):
        return [Source(name, f"{root}/{name}") for name in sorted(touched)]
    return list(sources(os.fspath(root)))
