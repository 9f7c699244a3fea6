"""The edit of a page of one site, in the session of a preview."""

from pathlib import Path

import pytest

from chapterhouse.config import read_project
from chapterhouse.frozen import replace
from chapterhouse.model import HUB
from chapterhouse.options import Options
from chapterhouse.pipeline import Session
from chapterhouse.report import Action
from tests.conftest import MakeNetwork
from tests.running import TODAY, contents

PAGE = "associations/north/pages/index.md"


@pytest.fixture
def project(make_network: MakeNetwork, tmp_path: Path) -> Path:
    return make_network(tmp_path / "network", {})


def session(root: Path, clean: bool = False) -> Session:
    """A session as that of a preview, which leaves the search out."""
    project = read_project(root)
    project = replace(project, settings=replace(project.settings, search=False))
    return Session(project, Options(command="build", today=TODAY, clean=clean))


def write(root: Path, words: str) -> None:
    (root / PAGE).write_text(f"---\ntitle: North\n---\n\n{words}\n", encoding="utf-8")


def test_the_first_edit_after_a_first_build_is_published_and_so_is_the_next(project: Path) -> None:
    preview = session(project)
    preview.run()
    for words in ("We moved.", "We moved again."):
        write(project, words)
        report = preview.run({PAGE})
        assert {line.slug for line in report.sites if line.action is Action.BUILD} == {"north"}
        assert report.files_written > 0
        assert words in (project / "output/north/index.html").read_text(encoding="utf-8")
    edited = contents(project / "output")
    session(project, clean=True).run()
    assert contents(project / "output") == edited


def test_nothing_is_written_where_a_save_changed_nothing(project: Path) -> None:
    preview = session(project)
    preview.run()
    write(project, "We moved.")
    preview.run({PAGE})
    report = preview.run({PAGE})
    assert (report.files_written, report.files_removed) == (0, 0)


def test_an_address_that_is_taken_is_found(project: Path) -> None:
    (project / "associations/north/pages/about.md").write_text("---\ntitle: About\n---\n", encoding="utf-8")
    preview = session(project)
    preview.run()
    (project / PAGE).write_text("---\ntitle: North\naliases: [about]\n---\n", encoding="utf-8")
    quick = preview.run({PAGE})
    whole = session(project, clean=True).run()
    assert quick.diagnostics == whole.diagnostics != ()


def test_what_other_sites_show_is_built_by_the_whole_build(project: Path) -> None:
    preview = session(project)
    preview.run()
    record = "associations/north/association.yaml"
    (project / record).write_text("name: The North\n", encoding="utf-8")
    report = preview.run({record})
    built = {line.slug for line in report.sites if line.action is Action.BUILD}
    assert built >= {HUB, "north"}
    assert b"The North" in (project / "output/directory/north/index.html").read_bytes()
