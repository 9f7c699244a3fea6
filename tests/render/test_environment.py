"""One environment for all sites of a process, made anew when a template changes."""

import os
from pathlib import Path

import pytest
from jinja2 import TemplatesNotFound, UndefinedError

from chapterhouse.render import environment as module
from chapterhouse.render.environment import (
    environment,
    read_template_state,
    rendered,
    template,
    trust_templates,
)
from chapterhouse.render.filters import filters
from chapterhouse.words import ENGLISH


def theme(root: Path, name: str, **templates: str) -> str:
    folder = root / name / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in templates.items():
        (folder / f"{file}.html").write_text(text, encoding="utf-8")
    return str(root / name)


def test_the_more_special_theme_comes_first(tmp_path: Path) -> None:
    themes = (theme(tmp_path, "own", page="own"), theme(tmp_path, "base", page="base", news="news"))
    env = environment(themes)
    assert [env.get_template(f"{name}.html").render() for name in ("page", "news")] == ["own", "news"]


def test_it_is_made_once_and_again_after_an_edit(tmp_path: Path) -> None:
    themes = (theme(tmp_path, "base", page="one"),)
    first = environment(themes, str(tmp_path / "cache"))
    assert first.get_template("page.html").render() == "one"
    assert environment(themes, str(tmp_path / "cache")) is first
    theme(tmp_path, "base", page="two")
    os.utime(tmp_path / "base/templates/page.html", ns=(1, 1))
    assert environment(themes, str(tmp_path / "cache")).get_template("page.html").render() == "two"


def test_a_misspelt_name_is_an_error(tmp_path: Path) -> None:
    env = environment((theme(tmp_path, "base", page="{{ titel }}"),))
    with pytest.raises(UndefinedError, match="titel"):
        env.get_template("page.html").render(title="x")


def test_words_are_escaped(tmp_path: Path) -> None:
    env = environment((theme(tmp_path, "base", page="{{ title }}"),))
    assert env.get_template("page.html").render(title="<b>") == "&lt;b&gt;"


def test_the_first_template_there_is_is_taken(tmp_path: Path) -> None:
    env = environment((theme(tmp_path, "base", entry="e"),))
    assert template(env, "poem.html", "entry.html").render() == "e"
    assert template(env, "poem.html", "entry.html") is env.get_template("entry.html")
    with pytest.raises(TemplatesNotFound):
        template(env, "poem.html", "song.html")


def test_dates_are_in_the_language_of_the_page(tmp_path: Path) -> None:
    env = environment((theme(tmp_path, "base", page="{{ '2026-05-17' | format_date }}"),))
    page = env.get_template("page.html")
    assert [page.render(language=language) for language in ("en", "es")] == [
        "May 17, 2026",
        "17 de mayo de 2026",
    ]


def test_the_architecture_page_names_every_filter() -> None:
    text = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in filters(ENGLISH) if f"`{name}" not in text] == []


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    themes = (theme(tmp_path, "base", page="one"),)
    path = tmp_path / "base/templates/page.html"
    facts = path.stat()
    assert environment(themes).get_template("page.html").render() == "one"
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert environment(themes).get_template("page.html").render() == "two"


def test_no_more_is_looked_for_edits_once_the_templates_are_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_watches", True)
    themes = (theme(tmp_path, "base", page="one"),)
    first = environment(themes)
    trust_templates()
    theme(tmp_path, "base", page="another")
    assert environment(themes) is first


def test_a_filled_template_is_given_in_pieces_and_keeps_the_names(tmp_path: Path) -> None:
    env = environment((theme(tmp_path, "base", page="<p>{{ title }}{% set title = 'x' %}</p>"),))
    names = {"title": "A & B"}
    assert "".join(rendered(env.get_template("page.html"), names)) == "<p>A &amp; B</p>"
    assert names == {"title": "A & B"}


def test_the_line_of_a_template_that_fails_is_in_the_traceback(tmp_path: Path) -> None:
    folder = theme(tmp_path, "base", page="\n\n{{ 1 // 0 }}")
    with pytest.raises(ZeroDivisionError) as caught:
        rendered(environment((folder,)).get_template("page.html"), {})
    last = caught.traceback[-1]
    assert (Path(str(last.path)).name, last.lineno + 1) == ("page.html", 3)


def test_compiled_templates_are_no_templates(tmp_path: Path) -> None:
    themes = (theme(tmp_path, "base", page="one"),)
    before = read_template_state(themes)
    environment(themes, str(tmp_path / "cache")).get_template("page.html")
    assert (tmp_path / "base/templates/__pycache__").is_dir()
    assert read_template_state(themes) == before
