"""Every folder of the project, loaded: the unchanged ones from the state, the others from the disk."""

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from chapterhouse.config import Project
from chapterhouse.files import digest
from chapterhouse.frozen import replace
from chapterhouse.model import ASSOCIATIONS_FOLDER, HUB_FOLDER, SHARED_FOLDER, Folder
from chapterhouse.record import NetworkRecord
from chapterhouse.scan import Recorded, Scan, scan_folder

if TYPE_CHECKING:
    from chapterhouse.load.taken_over import FolderJob

Loaded = tuple[bytes, Recorded | None]
"""A packed folder, and its scan where that was made with it."""
Mapper = Callable[[Callable[["FolderJob"], Loaded], "list[FolderJob]"], Iterable[Loaded]]
"""Like `map`, perhaps in other processes; results come in the order of the jobs."""

MANY = 4
"""So many folders are read by worker processes, for which it pays to prepare."""
VOCABULARY = ("kinds", "services", "endorsement", "audiences", "topics", "link_kinds", "fields", "languages")
"""The fields of `network.yaml` that decide how other files are read."""


def folder_names(root: Path) -> tuple[str, ...]:
    """Return every folder that is loaded on its own: the hub's, the shared one, each association's."""
    try:
        members = sorted(
            path.name
            for path in (root / ASSOCIATIONS_FOLDER).iterdir()
            if path.is_dir() and not path.name.startswith((".", "_"))
        )
    except FileNotFoundError:
        members = []
    return (HUB_FOLDER, SHARED_FOLDER, *(f"{ASSOCIATIONS_FOLDER}/{name}" for name in members))


def context(project: Project, engine: str, record: NetworkRecord | None) -> str:
    """Return the fingerprint of all that reading a folder depends on besides its files."""
    vocabulary = [getattr(record, name) for name in VOCABULARY] if record else None
    return digest(
        repr((engine, project.settings.markdown, project.settings.default_language, vocabulary)).encode()
    )


def load_changed(
    project: Project,
    scans: Mapping[str, Scan],
    known: Mapping[str, Folder],
    record: NetworkRecord | None,
    mapper: Mapper,
    unscanned: Iterable[str] = (),
) -> Iterator[Loaded]:
    """Yield every folder whose files are not those that `known` was loaded from, loaded anew.

    `known` holds folders that were loaded in the same `context`: unchanged entries in a changed one are taken
    over. Those in `unscanned` are scanned where they are loaded.
    """
    from chapterhouse.load.taken_over import FolderJob

    wanted = {
        name: scan for name, scan in scans.items() if name not in known or known[name].digest != scan.digest
    }
    jobs = [
        FolderJob(
            name=name,
            root=project.root,
            digests=wanted[name].digests if name in wanted else None,
            network=record,
            previous=known.get(name),
            bodies=project.bodies,
            languages=(project.settings.default_language,),
            reader=project.settings.markdown,
        )
        for name in (*wanted, *unscanned)
    ]
    if len(jobs) >= MANY:
        prepare()
    yield from mapper(load_packed, jobs)


def prepare() -> None:
    """Import what reading needs: worker processes that are forked then have it."""
    for name in (
        "comrak",
        "chapterhouse.load.fields",
        "chapterhouse.load.folder",
        "chapterhouse.load.records",
    ):
        import_module(name)
    from chapterhouse.content_types import content_types
    from chapterhouse.places import names

    content_types()
    names()


def load_packed(job: "FolderJob") -> Loaded:
    """Load a folder, in whatever process, and pack it there: the state keeps it as it comes."""
    from chapterhouse.load.folder import load_folder

    if job.digests is not None:
        return pack(load_folder(job)), None
    texts: dict[str, bytes] = {}
    scan = scan_folder(f"{job.root}/{job.name}", texts=texts)
    return pack(load_folder(replace(job, digests=scan.digests, texts=texts))), scan.recorded


def pack(folder: Folder) -> bytes:
    """Return a folder as the state keeps it."""
    return pickle.dumps(folder, protocol=pickle.HIGHEST_PROTOCOL)


def unpack(packed: bytes, bodies: Path) -> Folder:
    """Return a folder from what the state kept; `bodies` is where its rendered bodies lie."""
    folder: Folder = pickle.loads(packed)
    return replace(folder, kept_in=os.fspath(bodies)) if folder.pages_at[1] else folder
