"""From the stage to the output: the only writer of `output/`, where each file is always the old or new one.

What is about to happen is noted in the state first, and the manifests are recorded last: a publishing that
was killed is taken up by the next build, which finds in the note what may lie in the output.
"""

import os
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from chapterhouse.errors import ChapterhouseError
from chapterhouse.files import digest, walk
from chapterhouse.frozen import field, frozen
from chapterhouse.model import Written
from chapterhouse.output_files import (
    check_output,
    check_paths,
    delete,
    make_folders,
    place,
    place_new,
    place_whole,
    rank,
    remove_part,
    room_for,
)
from chapterhouse.staging import is_whole, staged_paths, whole_stage
from chapterhouse.staging import staged as staged_file
from chapterhouse.state import SiteState, State
from chapterhouse.summary import by_path

if TYPE_CHECKING:
    from chapterhouse.state import Manifest

ASSETS = "@assets"
"""Stands for a site's slug where the assets of all sites are published."""
EXPORTS = "@exports"
"""Stands for a site's slug where the data files of the network are published."""
SEARCH = "@search"
"""Stands for a site's slug where the indexes of the search are published."""


@frozen
class Publication:
    """One site as it is to be in the output, and what is remembered of it."""

    slug: str
    files: Iterable[Written]
    """All of its files: those that are not in the stage lie in the output already."""
    parts: Mapping[str, str] = field(default_factory=dict)
    links: bytes = b""
    published_on: str = ""
    whole: str | None = None
    """The folder of a new site: its files are staged as a tree, but for those in no folder at all."""


@frozen
class Outcome:
    """What publishing did to the output, by path below it, sorted."""

    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


def publish(
    state: State,
    *,
    stage: Path,
    output: Path,
    publications: Sequence[Publication],
    removed: Collection[str] = (),
    clean: bool = False,
) -> Outcome:
    """Bring the output up to the publications, delete what left, and record it; other sites stay as they are.

    What was recorded in the state before is committed as well. With `clean`, files that no site has are
    deleted too, except those whose names begin with a dot.
    Raises ChapterhouseError, in one sentence, where the output cannot be written: each file in it is complete
    all the same, and the next build goes on from there.
    """
    check_output(output, stage)
    new = {one.slug: by_path(one.files) for one in publications}
    old = state.manifests({*new, *removed})
    pending = state.pending()
    paths = {path for files in new.values() for path in files}
    gone = pending.union(*old.values()) - paths
    if pending or clean or paths.difference(*old.values()):
        others = {slug: files for slug, files in state.manifests().items() if slug not in old}
        check_paths([*new.values(), *others.values()])
        gone |= {found.path for found in walk(output)} - paths if clean else frozenset()
        gone = gone.difference(*others.values())
    whole = _trees((one.whole, new[one.slug]) for one in publications if one.whole is not None)
    staged = staged_paths(stage, paths.difference(*whole.values()))
    changes = _Changes(
        staged=sorted(staged, key=rank),
        whole=whole,
        arriving=staged.difference(*old.values()),
        gone=gone,
        pending=pending,
    )
    # Nearly in order, which is a quarter of the work of sorting.
    written = sorted(chain(changes.staged, *whole.values()))
    try:
        if written or gone:
            state.begin_publishing({*written, *gone})
        deleted = _write(stage, output, changes)
        state.drop_sites(removed)
        state.keep_sites(_site_states(os.fspath(output), publications, new, old, frozenset(written)))
        state.end_publishing()
        state.commit()
    except sqlite3.OperationalError as problem:
        raise ChapterhouseError(f"the folder .chapterhouse cannot be written: {problem}") from problem
    return Outcome(written=tuple(written), deleted=tuple(sorted(deleted)))


def _trees(new: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Return the staged folders of new sites with their files, those without pages first."""
    found: dict[str, list[str]] = {}
    for folder, paths in new:
        below = [path for path in paths if is_whole(path, folder)]
        if folder:
            found.setdefault(folder, []).extend(below)
            continue
        for path in below:
            found.setdefault(path[: path.index("/")], []).append(path)
    return dict(sorted(found.items(), key=lambda tree: any(path.endswith(".html") for path in tree[1])))


@frozen
class _Changes:
    """What is to be done to the output; paths are below it."""

    staged: Sequence[str]
    """Files that lie in the stage, in the order of publishing."""
    whole: Mapping[str, Collection[str]]
    """Folders that lie in the stage as trees, with their files."""
    arriving: Set[str]
    """Those of the staged files that no version before had."""
    gone: Set[str]
    """Files that are to be deleted."""
    pending: Set[str]
    """Files that a killed publishing may have touched."""


def _write(stage: Path, output: Path, changes: _Changes) -> set[str]:
    """Write and delete; return which files were really there to be deleted."""

    def put(path: str) -> None:
        put_one = place_new if path in changes.arriving else place
        put_one(staged_file(stage, path), f"{output}/{path}")

    deleted: set[str] = set()
    path = ""
    arriving = [*changes.staged, *(path for files in changes.whole.values() for path in files)]
    try:
        for folder in {(output / path).parent for path in changes.pending}:
            remove_part(folder)
        for path in sorted(room_for(arriving, changes.gone)):
            deleted |= delete(output, path)
        make_folders(output, changes.arriving)
        pages = bisect_left(changes.staged, 1, key=lambda path: rank(path)[0])
        for path in changes.staged[:pages]:
            put(path)
        for path in changes.whole:
            place_whole(whole_stage(stage), output, path, changes.whole[path])
        for path in changes.staged[pages:]:
            put(path)
        for path in sorted(changes.gone):
            deleted |= delete(output, path)
    except OSError as problem:
        raise ChapterhouseError(
            f'"{path}" cannot be published: {problem.strerror or problem}; every file in the output is still '
            "complete, and the next build goes on from here"
        ) from problem
    return deleted


def _site_states(
    output: str,
    publications: Sequence[Publication],
    new: "Mapping[str, Manifest]",
    old: "Mapping[str, Manifest]",
    staged: frozenset[str],
) -> Iterator[tuple[str, SiteState]]:
    for one in publications:
        manifest = _manifest(output, new[one.slug], old.get(one.slug, {}), staged)
        yield (
            one.slug,
            SiteState(parts=one.parts, manifest=manifest, links=one.links, published_on=one.published_on),
        )


def _manifest(output: str, files: "Manifest", before: "Manifest", staged: Collection[str]) -> "Manifest":
    """Return when each file in the output was written; one that was not staged must be there already."""
    manifest: Manifest = {}
    path = ""
    try:
        for path, facts in files.items():
            fingerprint, size, modified = facts
            # A time is told only of what was staged, and putting it into the output leaves it as it is.
            if modified:
                manifest[path] = facts
                continue
            published = f"{output}/{path}"
            if path not in staged:
                known = before.get(path)
                if known is not None and known[0] == fingerprint:
                    manifest[path] = known
                    continue
                if digest(Path(published).read_bytes()) != fingerprint:
                    raise FileNotFoundError(published)
            manifest[path] = (fingerprint, size, os.lstat(published).st_mtime_ns)
    except OSError as problem:
        raise ChapterhouseError(
            f'"{path}" was changed in the output while the build was under way; build again'
        ) from problem
    return manifest
