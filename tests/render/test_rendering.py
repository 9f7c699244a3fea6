"""The core of rendering: pages, bodies, the frame that pages share."""

from pathlib import Path
from typing import Any

import pytest

from chapterhouse.model import Link
from chapterhouse.render.pages import Page
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.writer import Output
from tests.builders import entry
from tests.render.jobs import job, read

A = "associations/north"


def rendering(root: Path, *args: Any, **more: Any) -> Rendering:
    given = job(root, *args, **more)
    return Rendering(given, Output(given.stage, given.published))


def test_a_body_is_filled_once(tmp_path: Path) -> None:
    gone = entry(f"{A}/pages/a.md", links=(Link(f"{A}/pages/gone.md", "", 4, 2, is_entry=True),))
    made = rendering(tmp_path, [(gone, f'<a href="entry:{A}/pages/gone.md">x</a>')])
    (gone,) = made.content.entries
    assert made.body(gone) == made.body(gone) == '<a href="#">x</a>'
    assert [(d.code, d.location.line) for d in made.output.diagnostics] == [("dead-link", 4)]


def test_header_footer_and_head_are_rendered_once_for_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = Rendering.template

    def noting(self: Rendering, *names: str) -> Any:
        asked.append(names[1])
        return find(self, *names)

    monkeypatch.setattr(Rendering, "template", noting)
    rendering(tmp_path, [(entry(f"{A}/pages/{name}.md"), "") for name in "abc"]).write()
    assert [asked.count(f"{name}.html") for name in ("header", "footer", "head", "page")] == [1, 1, 1, 3]


def test_a_page_of_other_letters_than_ascii_is_written_in_utf_8(tmp_path: Path) -> None:
    rendering(
        tmp_path, [(entry(f"{A}/pages/a.md", title="Größe – 大"), "<p>" + "ü大😀" * 300 + "</p>")]
    ).write()
    text = read(tmp_path, "north/a/index.html")
    assert "<h1>Größe – 大</h1>" in text
    assert "ü大😀" * 300 in text


def test_what_looks_at_pages_sees_each_before_and_after(tmp_path: Path) -> None:
    seen: list[tuple[str, str]] = []

    def before(page: Page, names: dict[str, Any]) -> None:
        seen.append(("before", page.route))
        if page.entry:
            names["content"] = "changed & escaped"

    rendering(tmp_path, [(entry(f"{A}/pages/a.md"), "own words")]).write(
        before, lambda page, path, names: seen.append((path, names["title"]))
    )
    assert seen[:2] == [("before", "a/"), ("north/a/index.html", "A title")]
    assert "changed &amp; escaped" in read(tmp_path, "north/a/index.html")


def test_a_defect_names_the_page(tmp_path: Path) -> None:
    def fail(page: Page, names: dict[str, Any]) -> None:
        raise KeyError(page.route)

    with pytest.raises(KeyError) as caught:
        rendering(tmp_path, [(entry(f"{A}/pages/a.md"), "")]).write(fail)
    assert caught.value.__notes__ == [f'while rendering "A title" ({A}/pages/a.md:1)']
