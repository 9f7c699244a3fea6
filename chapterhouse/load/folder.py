"""One folder loaded: its record, its entries, its pictures, and everything that is wrong within it."""

import os
import pickle
import stat
from collections.abc import Iterable
from typing import Any

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.entries import seen_elsewhere
from chapterhouse.files import digest, read_file, write_atomically
from chapterhouse.frozen import field, replace, slotted
from chapterhouse.load.claims import Claims, claim
from chapterhouse.load.entries import Setting, located_links, read_entry
from chapterhouse.load.inner_links import Inside, broken, outward, same_address
from chapterhouse.load.paths import file_route
from chapterhouse.load.taken_over import FolderJob, taken_over
from chapterhouse.model import HUB_FOLDER, NUL, SHARED_FOLDER, Entry, Folder, Pages, Picture
from chapterhouse.pages import pack_pages
from chapterhouse.scan import Scan

RECORD_FILE = "association.yaml"
NETWORK_FILE = "network.yaml"


@slotted
class _Work:
    """What loading one folder has found so far."""

    job: FolderJob
    digests: dict[str, str]
    found: list[Diagnostic] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    chunks: list[bytes] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    """The size of each regular file."""


def load_folder(job: FolderJob) -> Folder:
    """Read a folder; whatever lies in it, this returns, and each problem is a diagnostic."""
    work = _Work(job, dict(job.digests or {}))
    shared = job.name == SHARED_FOLDER
    record_file = None if shared else NETWORK_FILE if job.name == HUB_FOLDER else RECORD_FILE
    for path in job.digests or ():
        _look_at(work, path)
    record, places = _read_record(work, record_file)
    claims = claim(job.name, work.sizes, record_file, shared=shared)
    work.found += claims.diagnostics
    network = record if job.name == HUB_FOLDER else job.network
    languages = getattr(record, "languages", ()) or getattr(network, "languages", ()) or job.languages
    setting = Setting(folder=job.name, main_language=languages[0], network=network, reader=job.reader)
    _read_entries(work, claims.entries, setting)
    pictures = _pictures(work, claims.files)
    _check_inside(work, claims, pictures)
    return _folder(work, record, places, pictures)


def _folder(work: _Work, record: Any, places: bytes, pictures: tuple[Picture, ...]) -> Folder:
    entries = tuple(work.entries)
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.type] = counts.get(entry.type, 0) + 1
    offered = [entry for entry in entries if _is_offered(entry)]
    events = [entry for entry in entries if entry.type == "event" and not _is_offered(entry)]
    pages = pack_pages(Pages(entries=entries, pictures=pictures))
    inline = work.job.name in (HUB_FOLDER, SHARED_FOLDER)
    size = sum(map(len, work.chunks))
    return Folder(
        name=work.job.name,
        digest=Scan(work.digests, ({}, {})).digest,
        record=record,
        offered=tuple(map(seen_elsewhere, offered)),
        outward=outward(entries, work.job.name),
        targets={entry.path: NUL.join(sorted(entry.ids)) for entry in entries},
        routes={entry.path: entry.route for entry in entries},
        parents={
            entry.path: (entry.fields.parent, entry.fields_lines.get("parent", 1))
            for entry in entries
            if getattr(entry.fields, "parent", None)
        },
        aliases={
            entry.path: (entry.fields.aliases, entry.fields_lines.get("aliases", 1))
            for entry in entries
            if entry.fields.aliases
        },
        values=tuple((entry.path, value) for entry in entries for value in entry.values),
        counts=dict(sorted(counts.items())),
        digests=work.digests,
        diagnostics=tuple(sorted(work.found, key=Diagnostic.sort_key)),
        bodies=_write_bodies(work, b"".join(work.chunks if inline else [*work.chunks, pages])),
        pages=pages if inline else b"",
        pages_at=(0, 0) if inline else (size, len(pages)),
        events=pickle.dumps(tuple(map(seen_elsewhere, events)), -1) if events else b"",
        places=places,
    )


def _is_offered(entry: Entry) -> bool:
    return entry.audience == "network" or bool(entry.fields.associations)


def _read_record(work: _Work, file: str | None) -> tuple[Any, bytes]:
    """Read the record, or take it over from before where its file is the same and was flawless."""
    if file is None:
        return None, b""
    path = f"{work.job.name}/{file}"
    if file not in work.digests:
        hint = f"make a file {file} with a first line such as  name: Rivertown Gardeners"
        if any(other.lower().endswith((".yml", ".yaml")) and "/" not in other for other in work.digests):
            hint = f'rename the YAML file of this folder to "{file}"'
        work.found.append(_make("missing-record", path, "the folder has no record", hint))
        return None, b""
    before = work.job.previous
    if (
        before is not None
        and before.record is not None
        and before.digests.get(file) == work.digests[file]
        and not any(diagnostic.location.path == path for diagnostic in before.diagnostics)
    ):
        return before.record, before.places
    content = _read(work, file) if file in work.sizes else None
    if content is None:
        return None, b""
    from chapterhouse.load.records import read_association, read_network

    is_network = file == NETWORK_FILE
    loaded = read_network(content, path) if is_network else read_association(content, path, work.job.network)
    work.found += loaded.diagnostics
    return loaded.record, pickle.dumps(loaded.places, -1)


def _look_at(work: _Work, path: str) -> None:
    """Keep the size of a regular file; report links, which are never followed, and what else is there."""
    if path in work.job.texts:
        work.sizes[path] = len(work.job.texts[path])
        return
    place = f"{work.job.root}/{work.job.name}/{path}"
    location = f"{work.job.name}/{path}"
    try:
        facts = os.lstat(place)
    except (OSError, ValueError) as problem:
        work.found.append(_unreadable(location, problem))
        return
    if stat.S_ISREG(facts.st_mode):
        work.sizes[path] = facts.st_size
    elif not stat.S_ISLNK(facts.st_mode):
        message = "this is neither a file nor a folder"
        work.found.append(_make("unreadable-file", location, message, "remove it"))
    else:
        home = os.path.realpath(f"{work.job.root}/{work.job.name}") + os.sep
        leaves = not os.path.realpath(place).startswith(home)
        code = "link-out-of-folder" if leaves else "symbolic-link"
        message = "this is a symbolic link that leaves the folder" if leaves else "this is a symbolic link"
        hint = "put a copy of the file itself here"
        work.found.append(_make(code, location, f"{message}; it is not followed", hint))


def _read(work: _Work, path: str) -> bytes | None:
    """Return a file's bytes; where it cannot be read, that is told."""
    if path in work.job.texts:
        return work.job.texts[path]
    try:
        return read_file(f"{work.job.root}/{work.job.name}/{path}", work.sizes[path], follow=False)
    except OSError as problem:
        work.found.append(_unreadable(f"{work.job.name}/{path}", problem))
        return None


def _unreadable(path: str, problem: Exception) -> Diagnostic:
    reason = getattr(problem, "strerror", None) or "its name cannot be used"
    message = f"it cannot be read: {reason}"
    return _make("unreadable-file", path, message, "look at its permissions, or put it there again")


def _read_entries(work: _Work, paths: Iterable[str], setting: Setting) -> None:
    """Read every entry, or take it over from before."""
    before = taken_over(work.job, work.digests, setting)
    offset = 0
    for path in paths:
        entry = before.entries.get(f"{setting.folder}/{path}")
        if entry is not None and entry.digest == work.digests[path]:
            start, length = entry.body
            html = before.bodies[start : start + length]
            if start != offset:
                entry = replace(entry, body=(offset, length))
        elif path in before.drafts:
            continue
        else:
            content = _read(work, path)
            if content is None:
                continue
            # The file may have changed since the scan: what was read is what counts.
            known = work.digests[path] = work.digests[path] if path in work.job.texts else digest(content)
            entry, html, found = read_entry(content, known, path, setting, offset, entry)
            work.found += found
        if entry is not None:
            work.entries.append(entry)
            work.chunks.append(html)
            offset += len(html)


def _write_bodies(work: _Work, content: bytes) -> str:
    """Write the bodies, and pages behind them, into a file named by its content, and return its name."""
    name = f"{work.job.name.rpartition('/')[2]}-{digest(content)}.html"
    path = f"{work.job.bodies}/{name}"
    try:
        present = os.lstat(path).st_size == len(content)
    except OSError:
        present = False
    if not present:
        write_atomically(path, content)
    return name


def _pictures(work: _Work, paths: Iterable[str]) -> tuple[Picture, ...]:
    return tuple(
        Picture(
            path=f"{work.job.name}/{path}",
            route=file_route(path),
            digest=work.digests[path],
            size=work.sizes[path],
        )
        for path in paths
    )


def _check_inside(work: _Work, claims: Claims, pictures: tuple[Picture, ...]) -> None:
    work.entries.sort(key=lambda entry: entry.path)
    targets = {entry.path: entry.ids for entry in work.entries}
    inside = Inside(
        folder=work.job.name,
        entries=targets,
        unpublished={f"{work.job.name}/{path}" for path in claims.entries} - targets.keys(),
        files={picture.path for picture in pictures},
    )
    found = list(broken(work.entries, inside))
    vague = {diagnostic.location.path for diagnostic in found if not diagnostic.location.line}
    if vague:
        work.entries = [_with_places(work, one) if one.path in vague else one for one in work.entries]
        found = list(broken(work.entries, inside))
    work.found += found
    work.found += same_address(work.entries, {picture.path: picture.route for picture in pictures})


def _with_places(work: _Work, entry: Entry) -> Entry:
    """Return an entry whose links know where they stand, unless its file has changed since it was read."""
    content = _read(work, entry.path.removeprefix(f"{work.job.name}/"))
    if content is None or digest(content) != entry.digest:
        return entry
    return replace(entry, links=located_links(content, entry.path, work.job.reader))


def _make(code: str, path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, location=Location(path), hint=hint)
