"""Whether the published files are still as they were published: somebody may have changed or deleted them."""

from __future__ import annotations

import os

from chapterhouse.files import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from chapterhouse.state import Manifest


def is_intact(output: str, manifest: Manifest) -> bool:
    """Tell whether stat data alone proves that every file of a manifest lies in the output as published."""
    lstat = os.lstat
    try:
        for path, (_, size, modified) in manifest.items():
            facts = lstat(f"{output}/{path}")
            if facts.st_mtime_ns != modified or facts.st_size != size:
                return False
    except OSError:
        return False
    return True


def inspect(output: str, manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """Return the manifest of the files that are as published, with fresh times, and the paths of the others.

    A file with other times than recorded (a restored copy) is read: its content decides.
    """
    if is_intact(output, manifest):
        return manifest, ()
    intact: Manifest = {}
    damaged = []
    for path, (content, size, modified) in manifest.items():
        fresh = _modified(f"{output}/{path}", content, size, modified)
        if fresh is None:
            damaged.append(path)
        else:
            intact[path] = (content, size, fresh)
    return intact, tuple(sorted(damaged))


def _modified(file: str, content: str, size: int, modified: int) -> int | None:
    """Return when a file was modified, or None where it is not what was published."""
    try:
        facts = os.lstat(file)
        if facts.st_size != size or os.path.islink(file) or not os.path.isfile(file):
            return None
        if facts.st_mtime_ns != modified:
            with open(file, "rb") as published:
                if digest(published.read()) != content:
                    return None
    except OSError:
        return None
    return facts.st_mtime_ns
