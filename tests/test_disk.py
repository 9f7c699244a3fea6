"""A full disk is one sentence; a damaged state costs time and nothing else."""

import errno
import sqlite3
from pathlib import Path

import pytest

from chapterhouse.disk import survive_damage, troubles_told
from chapterhouse.errors import ChapterhouseError
from chapterhouse.state import DamagedStateError


@pytest.mark.parametrize(
    "problem",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EROFS, "Read-only file system"),
        PermissionError(errno.EACCES, "Permission denied", "/x/.chapterhouse/stage/a"),
        sqlite3.OperationalError("database or disk is full"),
    ],
)
def test_a_disk_that_cannot_be_written_is_a_sentence(problem: Exception) -> None:
    with pytest.raises(ChapterhouseError, match="cannot be written"), troubles_told():
        raise problem


@pytest.mark.parametrize(
    "problem",
    [FileNotFoundError(errno.ENOENT, "No such file", "x"), sqlite3.OperationalError("no such table: x")],
)
def test_our_defects_stay_what_they_are(problem: Exception) -> None:
    with pytest.raises(type(problem)) as caught, troubles_told():
        raise problem
    assert caught.value is problem


@pytest.mark.parametrize("kind", [sqlite3.DatabaseError, DamagedStateError])
def test_a_damaged_state_is_set_aside(tmp_path: Path, kind: type[Exception]) -> None:
    (tmp_path / ".chapterhouse").mkdir()
    (tmp_path / ".chapterhouse/state.sqlite").write_bytes(b"rubbish")

    def fail() -> str:
        raise kind("database disk image is malformed")

    assert survive_damage(str(tmp_path), fail, lambda: "made") == "made"
    assert not (tmp_path / ".chapterhouse/state.sqlite").exists()


def test_another_trouble_of_the_database_is_no_damage(tmp_path: Path) -> None:
    def fail() -> str:
        raise sqlite3.IntegrityError("x")

    with pytest.raises(sqlite3.IntegrityError):
        survive_damage(str(tmp_path), fail, lambda: "made")
