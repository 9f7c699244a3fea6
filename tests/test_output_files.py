"""Names, order and room in the output."""

from pathlib import Path

import pytest

from chapterhouse.errors import ChapterhouseError
from chapterhouse.output_files import PART, check_paths, delete, place, rank, remove_part, room_for


def test_rank_puts_what_pages_need_first_and_what_names_pages_last() -> None:
    paths = [
        "index.html",
        "sitemap.xml",
        "a/b/index.html",
        "images/x.jpg",
        "a/events.ics",
        "assets/data.json",
    ]
    assert sorted(paths, key=rank) == [
        "assets/data.json",
        "images/x.jpg",
        "a/b/index.html",
        "index.html",
        "a/events.ics",
        "sitemap.xml",
    ]


def test_check_paths_accepts_what_is_distinct() -> None:
    check_paths([["index.html", "a/index.html"], ["b/index.html"]])


def test_check_paths_names_both_files() -> None:
    with pytest.raises(ChapterhouseError, match='"B" and "b"'):
        check_paths([["b"], ["B"]])


def test_room_for_names_what_is_in_the_way() -> None:
    assert room_for(["a/index.html"], ["a", "b"]) == {"a"}
    assert room_for(["a"], ["a/b/index.html", "b"]) == {"a/b/index.html"}
    assert room_for(["images/x.jpg"], ["images/X.jpg", "b"]) == {"images/X.jpg"}


def test_delete_stops_at_folders_that_hold_something(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/x").touch()
    (tmp_path / "a/y").touch()
    assert delete(tmp_path, "a/b/x") == {"a/b/x"}
    assert delete(tmp_path, "a/b/x") == set()
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "y"]


def test_delete_leaves_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/mine").touch()
    assert delete(tmp_path, "a") == set()
    assert (tmp_path / "a/b/mine").exists()


def test_place_of_a_file_that_is_not_staged_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="not in the stage"):
        place(str(tmp_path / "stage"), str(tmp_path / "output/index.html"))


def test_remove_part_clears_up_and_minds_nothing_else(tmp_path: Path) -> None:
    (tmp_path / PART).touch()
    (tmp_path / "kept").touch()
    remove_part(tmp_path)
    remove_part(tmp_path / "kept")
    remove_part(tmp_path / "none")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
