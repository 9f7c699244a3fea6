"""Files on the disk: walking a folder, fingerprints, and writing so that no reader meets half a file."""

import os
import stat
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

IGNORED = frozenset({".git", ".svn", ".hg", "__pycache__", "node_modules", "Thumbs.db", "desktop.ini"})
"""Names that are nobody's content; so is every name that begins with a dot or ends with a tilde."""


class Found(NamedTuple):
    """One file or symbolic link below a folder, with the facts that save reading it again."""

    path: str
    """Relative to the folder, with forward slashes."""
    mtime_ns: int
    ctime_ns: int
    inode: int
    size: int
    is_link: bool


def walk(folder: str | os.PathLike[str], below: str = "") -> Iterator[Found]:
    """Yield every file below a folder, sorted by path, without following symbolic links.

    A folder that does not exist yields nothing.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name.endswith("~") or name in IGNORED:
            continue
        path = below + name
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, path + "/")
            continue
        facts = entry.stat(follow_symlinks=False)
        yield Found(
            path, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino, facts.st_size, stat.S_ISLNK(facts.st_mode)
        )


def digest(content: bytes) -> str:
    """Return the fingerprint of some bytes: 32 hexadecimal digits (BLAKE2b, RFC 7693)."""
    return blake2b(content, digest_size=16).hexdigest()


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, never a mixture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_new(path: Path, content: str) -> None:
    """Write a file that must not exist yet.

    Raises FileExistsError where it does: nothing of a person's is ever overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(content)
