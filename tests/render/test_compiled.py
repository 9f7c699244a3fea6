"""Compiled templates lie beside their templates, and where that cannot be written, in the project."""

import shutil
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from chapterhouse.render.compiled import ENDING, FOLDER, Compiled


def compiling(root: Path, *, beside: bool = True) -> Environment:
    cache = Compiled(str(root / "spare"), beside=beside)
    return Environment(loader=FileSystemLoader(root / "templates"), bytecode_cache=cache)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("one", encoding="utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_lies_beside_the_template_under_the_names_of_python_and_jinja(root: Path) -> None:
    compiling(root).get_template("page.html")
    assert names(root / "templates" / FOLDER) == [f"page.html{ENDING}"]
    assert not (root / "spare").exists()


def test_it_is_used_by_the_next_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiling(root).get_template("page.html")
    monkeypatch.setattr(Environment, "compile", None)
    assert compiling(root).get_template("page.html").render() == "one"


def test_another_source_is_compiled_anew(root: Path) -> None:
    compiling(root).get_template("page.html")
    (root / "templates" / "page.html").write_text("two", encoding="utf-8")
    assert compiling(root).get_template("page.html").render() == "two"


def test_a_template_that_was_moved_is_compiled_anew(root: Path, tmp_path: Path) -> None:
    compiling(root).get_template("page.html")
    shutil.copytree(root / "templates", tmp_path / "moved" / "templates")
    found = compiling(tmp_path / "moved").get_template("page.html")
    assert found.root_render_func.__code__.co_filename == str(tmp_path / "moved" / "templates" / "page.html")


def test_damaged_ones_are_made_anew(root: Path) -> None:
    compiling(root).get_template("page.html")
    file = root / "templates" / FOLDER / f"page.html{ENDING}"
    whole = file.read_bytes()
    for content in (b"", b"rubbish", whole[:20], whole[:-4]):
        file.write_bytes(content)
        assert compiling(root).get_template("page.html").render() == "one"
        assert file.read_bytes() == whole


def test_where_there_is_no_writing_beside_the_project_keeps_it(root: Path) -> None:
    (root / "templates" / FOLDER).write_text("in the way", encoding="utf-8")
    compiling(root).get_template("page.html")
    assert [name.partition(".")[2] for name in names(root / "spare")] == [f"page.html{ENDING}"]


def test_a_project_with_filters_of_its_own_keeps_its_templates_for_itself(root: Path) -> None:
    compiling(root, beside=False).get_template("page.html")
    assert names(root / "templates") == ["page.html"]
    assert len(names(root / "spare")) == 1


def test_where_there_is_no_writing_at_all_pages_are_made_all_the_same(root: Path) -> None:
    (root / "templates" / FOLDER).write_text("in the way", encoding="utf-8")
    (root / "spare").write_text("in the way", encoding="utf-8")
    assert compiling(root).get_template("page.html").render() == "one"
