"""One environment for all sites of a process, made anew when a template changes."""

import os
import shutil
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from chapterhouse.render.environment import FILTERS, environment, template


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
    assert any((tmp_path / "cache").iterdir())


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


def test_dates_are_in_the_language_of_the_page(tmp_path: Path) -> None:
    env = environment((theme(tmp_path, "base", page="{{ '2026-05-17' | format_date }}"),))
    page = env.get_template("page.html")
    assert [page.render(language=language) for language in ("en", "es")] == [
        "May 17, 2026",
        "17 de mayo de 2026",
    ]


def test_the_architecture_page_names_every_filter() -> None:
    text = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in FILTERS if f"`{name}" not in text] == []


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    themes = (theme(tmp_path, "base", page="one"),)
    path = tmp_path / "base/templates/page.html"
    facts = path.stat()
    assert environment(themes).get_template("page.html").render() == "one"
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert environment(themes).get_template("page.html").render() == "two"


def test_a_cache_that_was_deleted_or_cannot_be_written_fails_no_page(tmp_path: Path) -> None:
    themes = (theme(tmp_path, "base", page="one", news="two", event="three"),)
    env = environment(themes, str(tmp_path / "cache"))
    env.get_template("page.html")
    shutil.rmtree(tmp_path / "cache")
    assert env.get_template("news.html").render() == "two"
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert env.get_template("event.html").render() == "three"
