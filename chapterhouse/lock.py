"""The lock on a project: one build at a time."""

from __future__ import annotations

import os
import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

WAITING = "another build of this project is under way; waiting for it to end"


class ProjectLock:
    """Held by a build while it works: whoever comes second says so and waits.

    It is a lock of SQLite's: every system has it, and the kernel takes it back from a build that was killed.
    """

    def __init__(self, root: str, say: Callable[[str], object]) -> None:
        self._file = f"{root}/.chapterhouse/lock.sqlite"
        self._say = say
        self._sql: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Wait for the lock, in steps short enough to be interrupted."""
        os.makedirs(os.path.dirname(self._file), exist_ok=True)
        told = False
        while self._sql is None:
            sql = sqlite3.connect(self._file, timeout=0.5 if told else 0, isolation_level=None)
            try:
                sql.execute("begin exclusive")
                self._sql = sql
            except sqlite3.OperationalError as problem:
                sql.close()
                if "locked" not in str(problem):
                    raise
                if not told:
                    self._say(WAITING)
                told = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the next build begin."""
        if self._sql is not None:
            self._sql.close()
            self._sql = None
