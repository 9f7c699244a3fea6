"""Each file is written once, and only where its bytes are new."""

from pathlib import Path

import pytest

from chapterhouse.diagnostics import Location
from chapterhouse.files import digest
from chapterhouse.render.writer import Output
from chapterhouse.staging import staged, whole_stage

ONE, TWO = Location("one.md"), Location("two.md")


def test_a_file_is_written_and_listed(tmp_path: Path) -> None:
    output = Output(str(tmp_path), {}, tree=True)
    assert output.write("a/b/index.html", b"x", ONE)
    assert (tmp_path / "a/b/index.html").read_bytes() == b"x"
    (file,) = output.listed()
    assert (file.path, file.digest, file.size) == ("a/b/index.html", digest(b"x"), 1)


def test_bytes_that_are_published_are_listed_only(tmp_path: Path) -> None:
    output = Output(str(tmp_path), {"a.html": digest(b"x")})
    assert output.write("a.html", b"x", ONE)
    assert not (tmp_path / "a.html").exists()
    assert [file.path for file in output.listed()] == ["a.html"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.html", "a.html"), ("A.html", "a.html"), ("a", "a/b"), ("a/b", "a"), ("a", "a/b/c")],
)
def test_the_second_writer_of_a_place_is_refused(tmp_path: Path, first: str, second: str) -> None:
    output = Output(str(tmp_path), {}, tree=True)
    assert output.write(first, b"1", ONE)
    assert not output.write(second, b"2", TWO)
    (found,) = output.diagnostics
    assert (found.code, found.location) == ("duplicate-file", TWO)
    assert "one.md" in found.message
    assert (tmp_path / first).read_bytes() == b"1"


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    output = Output(str(tmp_path / "stage"), {})
    assert not output.write(path, b"x", ONE)
    assert [found.code for found in output.diagnostics] == ["outside-the-site"]
    assert list(tmp_path.rglob("*")) == []


def test_folders_of_a_new_site_are_laid_out_as_they_are_published(tmp_path: Path) -> None:
    for folder, paths in (("north", ["north/a/index.html"]), ("", ["news/index.html", "index.html"])):
        output = Output(str(tmp_path), {}, whole=folder)
        assert all(output.write(path, path.encode(), ONE) for path in paths)
    tree = Path(whole_stage(tmp_path))
    found = sorted(str(file.relative_to(tree)) for file in tree.rglob("*.html"))
    assert found == ["news/index.html", "north/a/index.html"]
    assert Path(staged(tmp_path, "index.html")).read_bytes() == b"index.html"
