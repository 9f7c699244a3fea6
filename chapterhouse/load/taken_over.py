"""What of a folder need not be read again: the entries whose files are as they were."""

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from chapterhouse.frozen import field, frozen
from chapterhouse.load.entries import Setting
from chapterhouse.model import Entry, Folder
from chapterhouse.pages import unpack_pages
from chapterhouse.record import NetworkRecord


@frozen
class FolderJob:
    """Everything that loading one folder needs; picklable, so that another process can do it."""

    name: str
    """Relative to the project: `associations/wi-aimh`."""
    root: Path
    """The project's folder."""
    digests: Mapping[str, str] | None
    """Every file below the folder, relative to it, with its fingerprint; None where nobody scanned it yet."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of files that were read already."""
    bodies: Path
    """The folder of rendered bodies."""
    network: NetworkRecord | None = None
    """The network's record: without it vocabulary is not checked."""
    previous: Folder | None = None
    """The folder as it was loaded before in the same context: its unchanged entries are taken over."""
    languages: tuple[str, ...] = ("en",)
    """The languages where neither the record nor the network's names one, the main one first."""
    reader: str = "commonmark"


class Before(NamedTuple):
    """What need not be read again."""

    entries: Mapping[str, Entry] = {}
    """Entries by path, also of edited files: parts of them may be the same."""
    bodies: bytes = b""
    drafts: frozenset[str] = frozenset()
    """Unchanged files that are no entries."""


def taken_over(job: FolderJob, digests: Mapping[str, str], setting: Setting) -> Before:
    """Return what is known from before of the files in which nothing was wrong.

    Those with a diagnostic are read again: that costs a page and needs no record of whose diagnostic it is.
    """
    before = job.previous
    if before is None:
        return Before()
    languages = (
        getattr(before.record, "languages", ()) or getattr(setting.network, "languages", ()) or job.languages
    )
    if languages[0] != setting.main_language:
        return Before()
    try:
        bodies = (job.bodies / before.bodies).read_bytes()
        offset, length = before.pages_at
        pages = unpack_pages(before.pages or bodies[offset : offset + length])
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        return Before()
    told = {diagnostic.location.path for diagnostic in before.diagnostics}
    known = {e.path: e for e in pages.entries if e.path not in told and sum(e.body) <= len(bodies)}
    # Whatever is wrong with a file is told; so one that is no entry and has no diagnostic is a draft.
    read = told | before.targets.keys()
    same = [path for path, content in digests.items() if before.digests.get(path) == content]
    return Before(known, bodies, frozenset([path for path in same if f"{job.name}/{path}" not in read]))
