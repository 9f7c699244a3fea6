"""What a disk may do to a build: be full, be write-protected, or have damaged what was recorded on it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from chapterhouse.errors import unwritable
from chapterhouse.state import DamagedStateError
from chapterhouse.state_file import set_aside

Made = TypeVar("Made")


@contextmanager
def troubles_told() -> Iterator[None]:
    """Turn a disk that cannot be written into a ChapterhouseError; everything else keeps its traceback."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as problem:
        told = unwritable(problem)
        if told is None:
            raise
        raise told from problem


def survive_damage(root: str, attempt: Callable[[], Made], again: Callable[[], Made]) -> Made:
    """Return what an attempt makes; where the state turns out to be damaged, set it aside and try again."""
    try:
        return attempt()
    except sqlite3.DatabaseError as problem:
        # Its subclasses speak of other things: a full disk, a mistake of ours.
        if type(problem) not in (sqlite3.DatabaseError, DamagedStateError):
            raise
        set_aside(root)
        return again()
