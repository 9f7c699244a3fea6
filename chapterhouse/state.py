"""What Chapterhouse remembers between builds: one SQLite file in `.chapterhouse/`.

What was read (scans, loaded folders) is kept once; what was published is kept for each output folder. A state
that is damaged, or of another layout, is set aside and counts as none: it only ever saves work.
Values are plain data or bytes, so that a build with nothing to do imports no more than SQLite.
"""

from __future__ import annotations

import marshal
import os
import sqlite3

from chapterhouse.state_file import FILE, OtherLayoutError, connect, output_key, set_aside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import TracebackType
    from typing import Any, Self

    from chapterhouse.scan import Recorded, Stat

    Manifest = dict[str, tuple[str, int, int]]
    """Each published file below the output: fingerprint, size, modification time in nanoseconds."""


class SiteState:
    """What is remembered of one published site (or of `assets`, `exports`: whatever has files of its own)."""

    __slots__ = ("links", "manifest", "parts", "published_on")

    def __init__(
        self,
        *,
        parts: Mapping[str, str] | None = None,
        manifest: Manifest | None = None,
        links: bytes = b"",
        published_on: str = "",
    ) -> None:
        self.parts = dict(parts or {})
        """The fingerprint of everything that its bytes depend on, by name (`plan/parts.py`)."""
        self.manifest: Manifest = dict(manifest or {})
        """Its files in the output."""
        self.links = links
        """What later steps keep of its pages, packed by them."""
        self.published_on = published_on
        """The day when it was last built and published."""


class DamagedStateError(sqlite3.DatabaseError):
    """A value in the state cannot be read: `set_aside` the file and build without it."""


class State:
    """The memory of a project for one output folder; changes count once `commit` is called."""

    def __init__(self, connection: sqlite3.Connection, output: str, trouble: str = "") -> None:
        self._sql = connection
        self._output = output
        self.trouble = trouble
        """One sentence where an unreadable state was set aside, else empty."""

    def __enter__(self) -> Self:
        """Return itself; leaving the block closes the file and forgets what was not committed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and forget what was not committed."""
        self._sql.close()

    def commit(self) -> None:
        """Make every change since the last commit last, all at once."""
        self._sql.commit()

    def forget(self) -> None:
        """Forget all that saves work, for a build of everything; what lies in the output stays known."""
        for table in ("scans", "folders"):
            self._sql.execute(f"delete from {table}")
        self._sql.execute("update sites set parts = ? where output = ?", (marshal.dumps({}), self._output))
        self.drop_report()

    def scan(self, name: str) -> Recorded | None:
        """Return the recorded scan of a folder."""
        row = self._sql.execute("select stats, digests from scans where name = ?", (name,)).fetchone()
        return (_plain(row[0]), _plain(row[1])) if row else None

    def scanned(self) -> set[str]:
        """Return the name of every folder that has a recorded scan."""
        return {name for (name,) in self._sql.execute("select name from scans")}

    def scans(self) -> dict[str, Recorded]:
        """Return the recorded scan of every folder."""
        rows = self._sql.execute("select name, stats, digests from scans")
        return {name: (_plain(stats), _plain(digests)) for name, stats, digests in rows}

    def scan_stats(self) -> dict[str, dict[str, Stat | None]]:
        """Return only the stat data of every recorded scan."""
        return {name: _plain(stats) for name, stats in self._sql.execute("select name, stats from scans")}

    def keep_scans(self, scans: Mapping[str, Recorded]) -> None:
        """Record what scans found."""
        rows = [
            (name, marshal.dumps(stats), marshal.dumps(digests)) for name, (stats, digests) in scans.items()
        ]
        self._sql.executemany("insert or replace into scans values (?, ?, ?)", rows)

    def drop_folders(self, names: Iterable[str]) -> None:
        """Forget folders that are no more: their scans and what was loaded from them."""
        rows = [(name,) for name in names]
        for table in ("scans", "folders", "good"):
            self._sql.executemany(f"delete from {table} where name = ?", rows)

    def folders(self, context: str) -> Iterator[tuple[str, bytes]]:
        """Yield name and packed `Folder` of each folder that was loaded in the same context.

        The context names all else that loading depends on: another engine's values are never unpacked.
        """
        yield from self._sql.execute("select name, folder from folders where context = ?", (context,))

    def folder(self, name: str) -> tuple[str, bytes] | None:
        """Return the context in which a folder was loaded last, and the packed `Folder`."""
        query = "select context, folder from folders where name = ?"
        row: tuple[str, bytes] | None = self._sql.execute(query, (name,)).fetchone()
        return row

    def folder_names(self) -> set[str]:
        """Return every folder of which the last or the last good version is kept."""
        return {name for (name,) in self._sql.execute("select name from folders union select name from good")}

    def packed_folders(self, name: str) -> list[bytes]:
        """Return the last and the last good version of a folder, in whatever context they were loaded."""
        query = "select folder from folders where name = ? union all select folder from good where name = ?"
        return [packed for (packed,) in self._sql.execute(query, (name, name))]

    def keep_folders(self, context: str, folders: Mapping[str, bytes]) -> None:
        """Record packed `Folder`s, whether they have errors or not."""
        rows = [(name, context, folder) for name, folder in folders.items()]
        self._sql.executemany("insert or replace into folders values (?, ?, ?)", rows)

    def good_folders(self, engine: str, names: Iterable[str] | None = None) -> dict[str, tuple[bytes, str]]:
        """Return each folder's last packed `Folder` without errors, by the same engine, and its day."""
        query = "select name, folder, since from good where context = ?"
        if names is None:
            return {name: (folder, since) for name, folder, since in self._sql.execute(query, (engine,))}
        rows = (self._sql.execute(query + " and name = ?", (engine, name)).fetchone() for name in names)
        return {row[0]: (row[1], row[2]) for row in rows if row}

    def keep_good_folders(self, engine: str, day: str, names: Iterable[str]) -> None:
        """Record folders, as they were last kept, as the last good ones: they have no errors."""
        copy = "insert or replace into good select name, ?, folder, ? from folders where name = ?"
        self._sql.executemany(copy, [(engine, day, name) for name in names])

    def take_good_folders(self, other: State, names: Iterable[str]) -> None:
        """Record the last good ones of another state's folders as ours."""
        query = "select name, context, folder, since from good where name = ?"
        rows = (other._sql.execute(query, (name,)).fetchone() for name in names)
        self._sql.executemany("insert or replace into good values (?, ?, ?, ?)", [row for row in rows if row])

    def slugs(self) -> tuple[str, ...]:
        """Return every site that has something in the output, sorted."""
        rows = self._sql.execute("select slug from sites where output = ? order by slug", (self._output,))
        return tuple(slug for (slug,) in rows)

    def site_count(self) -> int:
        """Return how many sites have something in the output."""
        query = "select count(*) from sites where output = ?"
        return int(self._sql.execute(query, (self._output,)).fetchone()[0])

    def site(self, slug: str) -> SiteState | None:
        """Return what is remembered of one site."""
        row = self._sql.execute(f"{_SITE} and slug = ?", (self._output, slug)).fetchone()
        return _site(row) if row else None

    def sites(self) -> dict[str, SiteState]:
        """Return what is remembered of every site."""
        return {row[0]: _site(row) for row in self._sql.execute(_SITE, (self._output,))}

    def manifests(self, slugs: Iterable[str] | None = None) -> dict[str, Manifest]:
        """Return the published files of every site, or of some."""
        query = "select slug, manifest from sites where output = ?"
        if slugs is None:
            rows = self._sql.execute(query, (self._output,)).fetchall()
        else:
            found = (
                self._sql.execute(f"{query} and slug = ?", (self._output, one)).fetchone() for one in slugs
            )
            rows = [row for row in found if row]
        return {slug: _plain(manifest) for slug, manifest in rows}

    def keep_sites(self, sites: Iterable[tuple[str, SiteState]]) -> None:
        """Record sites as published, one after the other: all of them together are large."""
        rows = (
            (self._output, slug, marshal.dumps(s.parts), marshal.dumps(s.manifest), s.links, s.published_on)
            for slug, s in sites
        )
        self._sql.executemany("insert or replace into sites values (?, ?, ?, ?, ?, ?)", rows)

    def keep_manifests(self, manifests: Mapping[str, Manifest]) -> None:
        """Record only the files of sites, leaving the rest of what is remembered of them as it is."""
        rows = [(marshal.dumps(manifest), self._output, slug) for slug, manifest in manifests.items()]
        self._sql.executemany("update sites set manifest = ? where output = ? and slug = ?", rows)

    def drop_sites(self, slugs: Iterable[str]) -> None:
        """Forget sites that are no more."""
        self._sql.executemany(
            "delete from sites where output = ? and slug = ?", [(self._output, s) for s in slugs]
        )

    def pending(self) -> frozenset[str]:
        """Return the paths that a publishing which did not end was about to write or delete."""
        row = self._sql.execute("select paths from pending where output = ?", (self._output,)).fetchone()
        return frozenset(_plain(row[0])) if row else frozenset()

    def begin_publishing(self, paths: Iterable[str]) -> None:
        """Note, at once, what is about to be written or deleted; the last report no longer holds."""
        packed = marshal.dumps(list(self.pending().union(paths)))
        self._sql.execute("insert or replace into pending values (?, ?)", (self._output, packed))
        self.drop_report()
        self.commit()

    def end_publishing(self) -> None:
        """Strike the note: every file in the output is as the manifests say."""
        self._sql.execute("delete from pending where output = ?", (self._output,))

    def report(self, key: str) -> tuple[int, bytes] | None:
        """Return exit code and report of the last build, if it was made under the same key."""
        query = "select code, report from reports where output = ? and key = ?"
        row: tuple[int, bytes] | None = self._sql.execute(query, (self._output, key)).fetchone()
        return row

    def found(self, key: str) -> bytes | None:
        """Return what the last build found, packed by it, if it was made under the same key."""
        query = "select found from reports where output = ? and key = ?"
        row = self._sql.execute(query, (self._output, key)).fetchone()
        return row[0] if row else None

    def keep_report(self, key: str, code: int, report: bytes, found: bytes = b"") -> None:
        """Record the report of a build; the key names all that it depends on besides the scanned files."""
        self._sql.execute(
            "insert or replace into reports values (?, ?, ?, ?, ?)", (self._output, key, code, report, found)
        )

    def drop_report(self) -> None:
        """Forget the last report, of every output: they all hold for the same scans."""
        self._sql.execute("delete from reports")


_SITE = "select slug, parts, manifest, links, published_on from sites where output = ?"


def _plain(packed: bytes) -> Any:
    try:
        return marshal.loads(packed)
    except (ValueError, EOFError, TypeError) as problem:
        raise DamagedStateError(str(problem)) from None


def _site(row: Any) -> SiteState:
    return SiteState(parts=_plain(row[1]), manifest=_plain(row[2]), links=row[3], published_on=row[4])


def open_state(root: str, output: str) -> State:
    """Open the state of a project for an output folder (both absolute), or begin a new one."""
    work = f"{root}/.chapterhouse"
    os.makedirs(work, exist_ok=True)
    file = f"{work}/{FILE}"
    key = output_key(root, output)
    try:
        return State(connect(file), key)
    except sqlite3.OperationalError as problem:
        if "locked" in str(problem):
            raise
    except (sqlite3.DatabaseError, OtherLayoutError):
        pass
    set_aside(root)
    trouble = "the record of earlier builds could not be read and was set aside; everything is built anew"
    return State(connect(file), key, trouble)
