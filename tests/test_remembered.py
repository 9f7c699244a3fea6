"""The edit of a page in a project that nobody watches."""

import os
from pathlib import Path
from typing import Any

import pytest

from chapterhouse import quick_edit, remembered
from chapterhouse.config import read_project
from chapterhouse.frozen import replace
from chapterhouse.options import Options
from chapterhouse.pipeline import Session, _Run
from chapterhouse.report import Action, Report
from chapterhouse.unchanged import standing
from tests.conftest import MakeNetwork
from tests.running import TODAY, contents

PAGE = "associations/north/pages/index.md"
SHOWN = {
    "associations/north/association.yaml": "name: North Club\nregions: [US-WI]\naccepts: [south]\n",
    "associations/north/pages/way.md": "---\ntitle: The way\n---\n\n[South](../../south/pages/index.md)\n",
    "associations/north/events/fair.md": "---\ntitle: Fair\nstart: 2030-05-17\naudience: own\n---\n\nCome.\n",
    "associations/south/events/walk.md": "---\ntitle: W\nstart: 2030-06-17\nassociations: [north]\n---\nUp\n",
    "content/hub/news/all.md": "---\ntitle: For all\ndate: 2026-01-02\naudience: network\n---\n\nAll.\n",
}
"""What a site shows of its own, of the hub and of another association."""


@pytest.fixture
def project(make_network: MakeNetwork, tmp_path: Path) -> Path:
    root = make_network(tmp_path / "network", SHOWN)
    with (root / "pelican.conf.py").open("a", encoding="utf-8") as file:
        file.write("NETWORK_SEARCH = False\n")
    return root


def build(root: Path, clean: bool = False, **settings: Any) -> Report:
    """Build as a process does that knows nothing but what the disk holds."""
    project = read_project(root)
    project = replace(project, settings=replace(project.settings, **settings))
    options = Options(command="build", today=TODAY, clean=clean)
    found = standing(str(root), str(project.output), TODAY, "")
    return Session(project, options, edited=found.edited).run(tell=lambda _: "")


def write(root: Path, words: str) -> None:
    (root / PAGE).write_text(f"---\ntitle: North\n---\n\n{words}\n", encoding="utf-8")


def built(report: Report) -> set[str]:
    return {line.slug for line in report.sites if line.action is Action.BUILD}


def whole(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by one with each whole build."""
    runs: list[int] = []
    run = _Run.run

    def counted(self: _Run, changed: set[str] | None) -> Report:
        runs.append(1)
        return run(self, changed)

    monkeypatch.setattr(_Run, "run", counted)
    return runs


def test_edits_are_published_without_a_look_at_the_rest(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(project)
    runs = whole(monkeypatch)
    for words in ("We moved.", "We moved again."):
        write(project, words)
        report = build(project)
        assert built(report) == {"north"}
        assert report.published == first.published == len(report.sites)
        assert report.files_written > 0
        assert words in (project / "output/north/index.html").read_text(encoding="utf-8")
        assert standing(str(project), str(project / "output"), TODAY, "").report == (0, b"")
    assert runs == []
    edited = contents(project / "output")
    build(project, clean=True)
    assert contents(project / "output") == edited


def test_an_output_with_other_times_is_read_once(project: Path) -> None:
    build(project)
    for file in sorted((project / "output").rglob("*.html")):
        os.utime(file, ns=(1, 1_700_000_000_000_000_000))
    assert built(build(project)) == set()
    assert standing(str(project), str(project / "output"), TODAY, "").report == (0, b"")


def test_what_a_killed_build_staged_is_not_published(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (project / PAGE).read_text(encoding="utf-8")
    build(project)
    write(project, "We moved.")

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(quick_edit, "publish", die)
        with pytest.raises(KeyboardInterrupt):
            build(project)
    assert any(path.is_file() for path in (project / ".chapterhouse/stage").rglob("*"))
    (project / PAGE).write_text(before, encoding="utf-8")
    way = project / "associations/north/pages/way.md"
    way.write_text(way.read_text(encoding="utf-8") + "\nTurn left.\n", encoding="utf-8")
    runs = whole(monkeypatch)
    assert built(build(project)) == {"north"}
    assert runs == []
    edited = contents(project / "output")
    assert b"We moved." not in edited["north/index.html"]
    build(project, clean=True)
    assert contents(project / "output") == edited


@pytest.mark.parametrize("setting", ["search", "status_page"])
def test_pages_of_the_hub_that_show_all_pages_need_the_whole_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    build(project, **{setting: True})
    runs = whole(monkeypatch)
    write(project, "We moved.")
    assert "north" in built(build(project, **{setting: True}))
    assert runs == [1]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("associations/north/pages/index.md", "---\ntitle: North\n---\n\n## A heading\n"),
        ("associations/north/pages/index.md", "---\ntitle: North\n---\n\n[nowhere](nowhere.md)\n"),
        ("associations/north/pages/more.md", "---\ntitle: More\n---\n"),
        ("associations/north/association.yaml", "name: The North\n"),
        ("content/hub/pages/index.md", "---\ntitle: Hub\n---\n"),
    ],
)
def test_what_others_may_show_is_left_to_the_whole_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str, words: str
) -> None:
    build(project)
    runs = whole(monkeypatch)
    (project / path).write_text(words, encoding="utf-8")
    report = build(project)
    assert runs == [1]
    assert report.errors or built(report)


def test_a_job_that_cannot_be_made_again_is_left_to_the_whole_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project)
    runs = whole(monkeypatch)
    monkeypatch.setattr(remembered, "OTHERS", ())
    write(project, "We moved.")
    assert built(build(project)) == {"north"}
    assert runs == [1]
