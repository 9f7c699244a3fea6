"""Files in the output are told apart: as published, touched but equal, changed, gone."""

import os
from pathlib import Path

import pytest

from chapterhouse.files import digest
from chapterhouse.published import inspect, is_intact


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a" / "index.html"
    file.parent.mkdir()
    file.write_bytes(b"hello")
    return file


def manifest(file: Path) -> dict[str, tuple[str, int, int]]:
    return {"a/index.html": (digest(b"hello"), 5, file.stat().st_mtime_ns)}


def test_untouched_file_is_intact(tmp_path: Path, file: Path) -> None:
    assert is_intact(str(tmp_path), manifest(file))
    assert inspect(str(tmp_path), manifest(file)) == (manifest(file), ())


def test_restored_copy_with_another_time_is_intact(tmp_path: Path, file: Path) -> None:
    before = manifest(file)
    os.utime(file, (1, 1))
    assert not is_intact(str(tmp_path), before)
    assert inspect(str(tmp_path), before) == (manifest(file), ())


@pytest.mark.parametrize("content", [b"hallo", b"longer than before"])
def test_changed_file_is_damaged(tmp_path: Path, file: Path, content: bytes) -> None:
    before = manifest(file)
    file.write_bytes(content)
    os.utime(file, (1, 1))
    assert inspect(str(tmp_path), before) == ({}, ("a/index.html",))


def test_deleted_file_is_damaged(tmp_path: Path, file: Path) -> None:
    before = manifest(file)
    file.unlink()
    assert not is_intact(str(tmp_path), before)
    assert inspect(str(tmp_path), before) == ({}, ("a/index.html",))


def test_link_in_place_of_a_file_is_damaged(tmp_path: Path, file: Path) -> None:
    before = manifest(file)
    file.rename(tmp_path / "real")
    file.symlink_to(tmp_path / "real")
    assert inspect(str(tmp_path), before) == ({}, ("a/index.html",))
