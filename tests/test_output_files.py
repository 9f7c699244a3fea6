"""Names, order and room in the output."""

from pathlib import Path

import pytest

from chapterhouse import output_files
from chapterhouse.errors import ChapterhouseError
from chapterhouse.output_files import (
    PART,
    check_paths,
    delete,
    make_folders,
    place,
    place_new,
    place_whole,
    rank,
    remove_part,
    room_for,
)


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
    with pytest.raises(ChapterhouseError, match='"É" and "é"'):
        check_paths([["é"], ["É"]])
    with pytest.raises(ChapterhouseError, match=r'two sites want to publish "a/index\.html"'):
        check_paths([["a/index.html"], ["b", "a/index.html"]])


@pytest.mark.parametrize(
    "path", ["", "a//b", "/a", "a/", "../a", "a/./b", "a\\b", "C:/a", "a\0", f"a/{PART}", "a/.."]
)
def test_check_paths_refuses_what_is_no_name(path: str) -> None:
    with pytest.raises(ChapterhouseError, match="is no name"):
        check_paths([["index.html", path, "b/index.html"]])


def test_check_paths_accepts_names_that_few_have() -> None:
    check_paths([[".well-known/x", "a b/é.pdf", "x..y", "a/~b"]])


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


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree" / "north" / "about"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("about")
    (folder.parent / "feed.atom").write_text("feed")
    return tmp_path / "tree"


FILES = ("north/feed.atom", "north/about/index.html")


def test_a_folder_is_put_whole_where_nothing_is(
    tmp_path: Path, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_files, "place", None)
    place_whole(str(tree), tmp_path / "output", "north", FILES)
    assert (tmp_path / "output" / "north" / "about" / "index.html").read_text() == "about"
    assert not (tree / "north").exists()


def test_a_folder_is_put_file_by_file_where_something_is(tmp_path: Path, tree: Path) -> None:
    mine = tmp_path / "output" / "north" / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    place_whole(str(tree), tmp_path / "output", "north", FILES)
    assert [(tmp_path / "output" / path).read_text() for path in FILES] == ["feed", "about"]
    assert mine.read_text() == "mine"


def test_a_link_is_replaced_even_by_the_bytes_that_it_leads_to(tmp_path: Path) -> None:
    source, target = tmp_path / "staged", tmp_path / "index.html"
    (tmp_path / "elsewhere").write_text("home")
    source.write_text("home")
    target.symlink_to("elsewhere")
    place_new(str(source), str(target))
    assert (target.is_symlink(), target.read_text(), source.exists()) == (False, "home", False)


def test_folders_are_made_before_files_come(tmp_path: Path) -> None:
    make_folders(tmp_path, ["a/b/c/x.html", "a/y.html", "z.html"])
    make_folders(tmp_path, ["a/b/c/x.html"])
    assert (tmp_path / "a" / "b" / "c").is_dir()
