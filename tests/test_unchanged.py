"""A build with nothing to do is recognised, and nothing else is taken for one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chapterhouse import sources as sources_module
from chapterhouse import unchanged
from chapterhouse.sources import sources
from chapterhouse.state import SiteState, open_state
from chapterhouse.state_file import FILE
from chapterhouse.unchanged import report_key, standing

TODAY = "2026-11-21"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project as the last build left it; a small folder stands for the engine."""
    for name in (
        "engine/a.py",
        "content/hub/network.yaml",
        "associations/a/association.yaml",
        "pelican.conf.py",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    monkeypatch.setattr(sources_module, "_PACKAGE", str(tmp_path / "engine"))
    (tmp_path / "output").mkdir()
    page = tmp_path / "output/index.html"
    page.write_text("home", encoding="utf-8")
    remember(tmp_path)
    return tmp_path


def remember(root: Path) -> None:
    facts = (root / "output/index.html").stat()
    with open_state(str(root), str(root / "output")) as state:
        state.keep_scans({source.name: source.scan(None).recorded for source in sources(str(root))})
        state.keep_sites([("", SiteState(manifest={"index.html": ("d", facts.st_size, facts.st_mtime_ns)}))])
        state.keep_report(report_key(TODAY, "options"), 1, b"report")
        state.commit()


def ask(root: Path, today: str = TODAY, options: str = "options") -> tuple[int, bytes] | None:
    return standing(str(root), str(root / "output"), today, options).report


def test_nothing_changed(project: Path) -> None:
    assert ask(project) == (1, b"report")
    assert ask(project) == (1, b"report")


def test_never_built(tmp_path: Path) -> None:
    assert ask(tmp_path) is None
    assert not (tmp_path / ".chapterhouse").exists()


def test_another_day_or_other_options(project: Path) -> None:
    assert ask(project, today="2026-11-22") is None
    assert ask(project, options="strict") is None


@pytest.mark.parametrize(
    "name",
    ["engine/a.py", "content/hub/network.yaml", "associations/a/association.yaml", "pelican.conf.py"],
)
def test_edited_file(project: Path, name: str) -> None:
    file = project / name
    facts = file.stat()
    file.write_text("x" * len(name), encoding="utf-8")
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert ask(project) is None


@pytest.mark.parametrize(
    "name",
    ["associations/b/association.yaml", "content/shared/pages/a.md", "themes/night/a.css", "content/a.md"],
)
def test_new_file(project: Path, name: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).touch()
    assert ask(project) is None


def test_deleted_file(project: Path) -> None:
    (project / "content/hub/network.yaml").unlink()
    assert ask(project) is None


def test_touched_file_with_the_same_content(project: Path) -> None:
    os.utime(project / "pelican.conf.py", (1, 1))
    assert ask(project) == (1, b"report")


def test_output_changed_behind_our_back(project: Path) -> None:
    (project / "output/index.html").write_text("mine!", encoding="utf-8")
    assert ask(project) is None


def test_output_deleted_behind_our_back(project: Path) -> None:
    (project / "output/index.html").unlink()
    assert ask(project) is None


def test_publishing_that_did_not_end(project: Path) -> None:
    with open_state(str(project), str(project / "output")) as state:
        state.begin_publishing(["index.html"])
        state.keep_report(report_key(TODAY, "options"), 1, b"report")
        state.commit()
    assert ask(project) is None


def test_damaged_state(project: Path) -> None:
    (project / ".chapterhouse" / FILE).write_bytes(b"damage" * 1000)
    assert ask(project) is None


@pytest.mark.parametrize("cores", [{0}, {0, 1}])
def test_the_output_of_a_large_network_is_looked_at_aside(
    project: Path, monkeypatch: pytest.MonkeyPatch, cores: set[int]
) -> None:
    monkeypatch.setattr(unchanged, "MANY_SITES", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: cores, raising=False)
    assert ask(project) == (1, b"report")
    (project / "content/hub/network.yaml").write_text("other", encoding="utf-8")
    assert ask(project) is None
    remember(project)
    assert ask(project) == (1, b"report")
    (project / "output/index.html").write_text("away", encoding="utf-8")
    assert ask(project) is None


def edited(root: Path, code: int = 0) -> str:
    """Say which folder is the only one with edited pages, the last build having ended with a code."""
    with open_state(str(root), str(root / "output")) as state:
        state.keep_report(report_key(TODAY, "options"), code, b"report")
        state.commit()
    return standing(str(root), str(root / "output"), TODAY, "options").edited


def test_edited_pages_of_one_association(project: Path) -> None:
    pages = [project / f"associations/{slug}/pages/{name}.md" for slug in "ab" for name in "xy"]
    for page in pages:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("words", encoding="utf-8")
    remember(project)
    assert edited(project) == ""
    for page in pages[:2]:
        page.write_text("other words", encoding="utf-8")
    assert edited(project) == "associations/a"
    assert edited(project, code=1) == ""
    (project / "output/index.html").write_text("changed behind our back", encoding="utf-8")
    assert edited(project) == ""
    remember(project)
    for page in pages[1:3]:
        page.write_text("third words", encoding="utf-8")
    assert edited(project) == ""


@pytest.mark.parametrize("name", ["association.yaml", "events/fair.md", "pages/new.md"])
def test_what_is_more_than_an_edited_page(project: Path, name: str) -> None:
    for path in ("association.yaml", "events/fair.md"):
        file = project / "associations/a" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words", encoding="utf-8")
    remember(project)
    file = project / "associations/a" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("other words", encoding="utf-8")
    assert edited(project) == ""


def test_imports_nothing_slow() -> None:
    slow = {
        "dataclasses",
        "typing",
        "pathlib",
        "pelican",
        "pydantic",
        "jinja2",
        "yaml",
        "PIL",
        "chapterhouse.model",
    }
    program = "import chapterhouse.unchanged, sys; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True)
    assert not slow & set(result.stdout.split())
