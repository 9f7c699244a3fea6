"""Fingerprints, walking, and writing that is never seen half done."""

import os
from pathlib import Path

import pytest

from chapterhouse.files import digest, is_ignored, walk, write_atomically, write_new


def test_digest_is_that_of_the_xxh128sum_program() -> None:
    # `xxh128sum` of nothing.
    assert digest(b"") == "99aa06d3014798d86001c324468d497f"


def test_walk_is_sorted_and_leaves_out_hidden_files(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", ".git/config", "a/x~"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    (tmp_path / "link.md").symlink_to("b.md")
    assert [(found.path, found.is_link) for found in walk(tmp_path)] == [
        ("a/c.md", False),
        ("b.md", False),
        ("link.md", True),
    ]
    assert list(walk(tmp_path / "none")) == []


def test_is_ignored_knows_what_programs_leave_behind() -> None:
    assert is_ignored(".DS_Store")
    assert is_ignored("index.md~")
    assert not is_ignored("index.md")


def test_write_atomically_makes_folders_and_leaves_no_part(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.txt"
    write_atomically(file, b"one")
    write_atomically(file, b"two")
    assert [path.name for path in file.parent.iterdir()] == ["a.txt"]
    assert file.read_bytes() == b"two"


def test_write_atomically_keeps_the_old_file_where_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    write_atomically(file, b"one")

    def refuse(source: str, target: Path) -> None:
        raise OSError("no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        write_atomically(file, b"two")
    assert file.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_write_new_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.txt"
    write_new(file, "é\n")
    assert file.read_bytes() == "é\n".encode()
    with pytest.raises(FileExistsError):
        write_new(file, "other")
