"""What the documentation says is so."""

import re
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from chapterhouse.content_types.event import Fields as Event
from chapterhouse.content_types.page import Fields as Page
from chapterhouse.load.markdown import render
from quality.machine import PROJECT

PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(name: str) -> list[str]:
    return FENCE.findall((PROJECT / "docs" / name).read_text(encoding="utf-8"))


def prose(path: Path) -> str:
    return re.sub(
        r"`[^`\n]*`|^    .*$", "", FENCE.sub("", path.read_text(encoding="utf-8")), flags=re.MULTILINE
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(prose(path)) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_page_is_in_the_index() -> None:
    index = (PROJECT / "docs/README.md").read_text(encoding="utf-8")
    names = {path.name for path in (PROJECT / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in names if f"({name})" not in index} == set()


def test_the_front_matter_that_volunteers_read_is_accepted() -> None:
    fronts = [text.split("---\n")[1] for text in examples("volunteers.md") if text.startswith("---\n")]
    page, event = (yaml.load(front, yaml.BaseLoader) for front in fronts)
    assert TypeAdapter(Page).validate_python(page).title == "About us"
    rule = TypeAdapter(Event).validate_python(event).repeats
    assert rule is not None
    assert rule.week == "third"


def test_the_markdown_that_people_read_works() -> None:
    table, definition, alert, _, values = examples("markdown.md")
    found = {
        example: render(example, path="associations/x/pages/a.md", first_line=1)
        for example in (table, definition, alert, values)
    }
    assert [one.diagnostics for one in found.values() if one.diagnostics] == []
    assert "<table>" in found[table].html
    assert "<dl>" in found[definition].html
    assert "markdown-alert-note" in found[alert].html
    assert [value.path for value in found[values].values][:2] == ["association.name", "association.founded"]
