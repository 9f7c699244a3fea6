"""Where the state lies, and what becomes of one that cannot be read."""

import sqlite3
from pathlib import Path

import pytest

from chapterhouse.state_file import FILE, OtherLayoutError, connect, output_key, set_aside


def test_a_new_file_has_the_tables(tmp_path: Path) -> None:
    """Opening a file that does not exist makes it."""
    with connect(str(tmp_path / FILE)) as sql:
        names = {name for (name,) in sql.execute("select name from sqlite_master where type = 'table'")}
    sql.close()
    assert {"scans", "folders", "good", "sites", "pending", "reports"} <= names


def test_a_file_of_another_layout_is_refused(tmp_path: Path) -> None:
    """What another version wrote is not read as if it were ours."""
    other = sqlite3.connect(tmp_path / FILE)
    other.executescript("create table scans (x); pragma user_version = 99;")
    other.close()
    with pytest.raises(OtherLayoutError):
        connect(str(tmp_path / FILE))


def test_setting_aside_keeps_the_bytes(tmp_path: Path) -> None:
    """A broken state is renamed, not deleted, and a missing one is no problem."""
    set_aside(str(tmp_path))
    file = tmp_path / ".chapterhouse" / FILE
    file.parent.mkdir()
    file.write_bytes(b"no database")
    set_aside(str(tmp_path))
    assert not file.exists()
    assert file.with_name(FILE + ".broken").read_bytes() == b"no database"


def test_an_output_is_remembered_relative_to_the_project() -> None:
    """Moving the project with its output does not lose the memory."""
    assert output_key("/a/network", "/a/network/output") == "output"
    assert output_key("/a/network", "/var/www") == "/var/www"
