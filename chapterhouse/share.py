"""Shares of a network: `2/4` is the second of four, and each association is in one of them."""

import re
from pathlib import Path

from chapterhouse.errors import ChapterhouseError
from chapterhouse.files import digest, write_atomically

SHARE_FILE = ".chapterhouse/share"
"""Where a build with `--shard` notes which share it made."""


def note_share(root: Path, words: str) -> str:
    """Note in a project which share is built here, and return it; an empty text is the whole network.

    Raises ChapterhouseError where it is no share.
    """
    note = root / SHARE_FILE
    if not words:
        note.unlink(missing_ok=True)
        return ""
    share = checked_share(words)
    write_atomically(note, share.encode())
    return share


def checked_share(words: str) -> str:
    """Return a share as it was given.

    Raises ChapterhouseError where it is none.
    """
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", words)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise ChapterhouseError(
            f'--shard is "{words}", but a share such as 2/4, the second of four, is needed'
        )
    return words


def in_share(slug: str, share: str) -> bool:
    """Tell whether an association is in a share; only its slug decides, so that others may come and go."""
    number, _, count = share.partition("/")
    return int(digest(slug.encode())[:12], 16) % int(count) == int(number) - 1
