"""What lies in a folder: every file with the fingerprint of its bytes, hashing only what may have changed.

The content decides. Stat data (times, inode, size) only saves reading a file again, and only where it can be
trusted: a file that changed around the moment of the recording could change once more without a trace.
This module imports nothing but the file system, because a build with nothing to do consists of it.
"""

from __future__ import annotations

import os
from time import time_ns

from chapterhouse.files import IGNORED, digest, read_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Stat = tuple[int, int, int, int]
"""Modified, changed (both in nanoseconds), inode, size."""
Recorded = tuple["dict[str, Stat | None]", "dict[str, str]"]
"""Stat data (None: not to be trusted) and fingerprint of each file; plain values for `marshal`."""
SETTLED_NS = 2_000_000_000
"""How long a file must have rested before its stat data is trusted: FAT's clock, the coarsest there is."""


class Scan:
    """What one folder holds."""

    __slots__ = ("_digest", "digests", "links", "recorded", "unreadable")

    def __init__(
        self,
        digests: Mapping[str, str],
        recorded: Recorded,
        links: tuple[str, ...] = (),
        unreadable: tuple[str, ...] = (),
    ) -> None:
        self.digests = digests
        """Every file below the folder, relative to it and sorted, with the fingerprint of its bytes."""
        self._digest = ""
        self.recorded = recorded
        """What to hand to the next scan; without stat data where the state has it."""
        self.links = links
        """The files among them that are symbolic links."""
        self.unreadable = unreadable
        """Files and folders (ending in a slash) that cannot be read; such a file's fingerprint is empty."""

    @property
    def digest(self) -> str:
        """Fingerprint of all of it, worked out for whoever asks first: few do in a first build."""
        if not self._digest:
            lines = [f"{path}\0{content}\n" for path, content in self.digests.items()]
            self._digest = digest("".join(lines).encode("utf-8", "surrogateescape"))
        return self._digest


def scan_folder(
    path: str,
    recorded: Recorded | None = None,
    *,
    deep: bool = True,
    ending: str = "",
    texts: dict[str, bytes] | None = None,
) -> Scan:
    """Return what a folder holds; `recorded` is the `Scan.recorded` of an earlier scan of it.

    A folder that does not exist holds nothing. With `deep` false only the files directly in it count, and
    with an `ending` only those whose name ends so. The bytes of Markdown and YAML files that had to be read
    are put into `texts`.
    """
    settled = time_ns() - SETTLED_NS
    stats, digests = recorded or ({}, {})
    links: list[str] = []
    unreadable: list[str] = []
    fresh: dict[str, Stat | None] = {}
    contents: dict[str, str] = {}
    for name, stat in _walk(path, deep, ending, unreadable):
        if stat is None:
            fresh[name] = None
            contents[name] = _link(path, name, links, unreadable)
            continue
        fresh[name] = stat if stat[0] < settled and stat[1] < settled else None
        if stats.get(name) == stat:
            contents[name] = digests[name]
        else:
            contents[name] = _content(f"{path}/{name}", name, stat[3], unreadable, texts)
            if not contents[name]:
                fresh[name] = None
    ordered = {name: contents[name] for name in sorted(contents)}
    return Scan(ordered, (fresh, ordered), tuple(sorted(links)), tuple(sorted(unreadable)))


def is_settled(path: str, stats: Mapping[str, Stat | None], *, deep: bool = True, ending: str = "") -> bool:
    """Tell whether stat data alone proves that a folder holds what was recorded."""
    unreadable: list[str] = []
    count = 0
    for name, stat in _walk(path, deep, ending, unreadable):
        if stat is None or stats.get(name) != stat:
            return False
        count += 1
    return count == len(stats) and not unreadable


def _walk(path: str, deep: bool, ending: str, unreadable: list[str]) -> Iterator[tuple[str, Stat | None]]:
    """Yield every file with its stat data; None stands for links and what is neither file nor folder."""
    pending = [("", path)]
    for below, folder in pending:
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            unreadable.append(below)
            continue
        for entry in entries:
            name = entry.name
            if name[0] == "." or name[-1] == "~" or name in IGNORED:
                continue
            if entry.is_dir(follow_symlinks=False):
                if deep:
                    pending.append((f"{below}{name}/", entry.path))
            elif not name.endswith(ending):
                continue
            elif entry.is_file(follow_symlinks=False):
                try:
                    stat = entry.stat(follow_symlinks=False)
                except OSError:  # Gone since the folder was listed.
                    continue
                yield below + name, (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, stat.st_size)
            else:
                yield below + name, None


def _content(
    path: str, name: str, size: int, unreadable: list[str], texts: dict[str, bytes] | None = None
) -> str:
    try:
        content = read_file(path, size)
    except OSError:
        unreadable.append(name)
        return ""
    if texts is not None and name.endswith((".md", ".yaml")):
        texts[name] = content
    return digest(content)


def _link(root: str, name: str, links: list[str], unreadable: list[str]) -> str:
    """Fingerprint a link by where it leads, and by what is there as far as that is inside the folder."""
    path = f"{root}/{name}"
    try:
        target = os.readlink(path)
    except OSError:  # A pipe, a socket or a device: opening it could wait for ever.
        unreadable.append(name)
        return ""
    links.append(name)
    content = ""
    real = os.path.realpath(path)
    if real.startswith(os.path.realpath(root) + os.sep) and os.path.isfile(real):
        content = _content(real, name, os.path.getsize(real), unreadable)
    return digest(f"{target}\0{content}\n".encode("utf-8", "surrogateescape"))
