"""The flat stage: one name for each path, and no folders."""

from pathlib import Path

import pytest

from chapterhouse.staging import is_whole, staged, staged_paths, write_staged


def test_a_staged_file_is_found_by_its_path(tmp_path: Path) -> None:
    """What is written for a path is read back for it."""
    write_staged(tmp_path, "north/about/index.html", b"about")
    assert Path(staged(tmp_path, "north/about/index.html")).read_bytes() == b"about"


def test_the_stage_has_no_folders(tmp_path: Path) -> None:
    """However deep the path, one folder holds all."""
    for path in ("a/b/c/index.html", "a/index.html"):
        write_staged(tmp_path, path, path.encode())
    assert sorted(found.read_bytes() for found in tmp_path.iterdir()) == [
        b"a/b/c/index.html",
        b"a/index.html",
    ]


def test_only_staged_paths_are_told(tmp_path: Path) -> None:
    """Of all paths of a site, those with new bytes; none where there is no stage."""
    write_staged(tmp_path, "new.html", b"new")
    assert staged_paths(tmp_path, {"new.html", "old.html"}) == {"new.html"}
    assert staged_paths(tmp_path / "missing", {"new.html"}) == set()


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("north/index.html", "north", True),
        ("northern/index.html", "north", False),
        ("news/index.html", "", True),
        ("index.html", "", False),
    ],
)
def test_files_of_a_new_site_are_published_with_their_folder(path: str, folder: str, expected: bool) -> None:
    assert is_whole(path, folder) is expected
