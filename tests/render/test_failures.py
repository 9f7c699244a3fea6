"""What went wrong in a template or a plugin, told to the steward."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.render.failures import diagnostic
from tests.render.jobs import job


def told(root: Path, text: str, name: str = "page.html") -> Diagnostic | None:
    folder = root / "themes" / "own" / "templates"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=r".") as caught:
        Environment(loader=FileSystemLoader(folder)).get_template(name).render()
    caught.value.add_note("while rendering x")
    given = job(root, themes=(str(root / "themes" / "own"),))
    return diagnostic(caught.value, given, [])


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a\n{% if %}", "themes/own/templates/page.html:2", "cannot be read"),
        ("a\n\n{{ 1 // 0 }}", "themes/own/templates/page.html:3", "ZeroDivisionError"),
        ("{% include 'gone.html' %}", "themes/own/templates", "gone.html"),
    ],
)
def test_a_template_is_named_with_its_line(tmp_path: Path, text: str, place: str, words: str) -> None:
    found = told(tmp_path, text)
    assert found is not None
    assert (found.code, str(found.location), found.site) == ("template-failed", place, "north")
    assert words in found.message
    assert "while rendering x" in found.hint


def test_a_plugin_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "shouting.py"
    file.write_text("def run():\n    return {}['x']\n")
    names: dict[str, object] = {}
    exec(compile(file.read_text(), str(file), "exec"), names)
    with pytest.raises(KeyError) as caught:
        names["run"]()  # type: ignore[operator]
    found = diagnostic(caught.value, job(tmp_path), [str(file)])
    assert found is not None
    assert (found.code, found.location.path) == ("plugin-failed", "pelican.conf.py")
    assert "shouting.py, line 2" in found.message


def test_a_defect_of_ours_is_none_of_these(tmp_path: Path) -> None:
    assert diagnostic(ValueError("x"), job(tmp_path), []) is None
