"""What is not the same corpus is not compared."""

import re
from pathlib import Path

import pytest

from benchmarks import tables, verify
from benchmarks.corpus import Corpus
from benchmarks.measure import Measurement, measure
from benchmarks.peer import find, page_file
from benchmarks.session import Contender, Row


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Build a corpus with the limit program, the one contender that is always there."""
    peer, project = find("limit"), tmp_path / "project"
    peer.lay_out(Corpus(2, 10), project)
    (run,) = peer.build(project, tmp_path / "output", [])
    assert measure(run.command, run.folder, tmp_path / "scratch").exit_code == 0
    return tmp_path / "output"


def problems(output: Path) -> list[str]:
    return verify.problems(find("limit"), Corpus(2, 10), output, 2)


def test_a_complete_output_has_no_problems(built: Path) -> None:
    assert problems(built) == []


def test_a_missing_page_is_told(built: Path) -> None:
    corpus = Corpus(2, 10)
    site = corpus.site(1)
    page_file(built, site, list(corpus.pages(site))[4]).unlink()
    assert problems(built)[0] == "1 of 20 pages are missing"


@pytest.mark.parametrize("part", ["<nav", "<footer", r"application/ld\+json", "breadcrumb"])
def test_a_missing_part_is_told(built: Path, part: str) -> None:
    for page in sorted((built / "assoc-0001").rglob("index.html")):
        text = re.sub(part, "gone", page.read_text(encoding="utf-8"), flags=re.IGNORECASE)
        page.write_text(text, encoding="utf-8")
    assert any("is missing" in problem for problem in problems(built))


def test_no_ratio_is_printed_for_a_contender_that_is_not_comparable() -> None:
    def row(name: str, found: list[str]) -> Row:
        who = Contender(name, find(name), "1", Corpus(2, 10), 1.0)
        return Row(who, [Measurement(1.0, 1.0, 10.0, 0)], found)

    ours = row("chapterhouse", [])
    assert "| 1.00 " in tables.builds([ours, row("hugo", [])], [], scaled=True)
    broken = tables.builds([ours, row("hugo", ["3 of 20 pages are missing"])], ["Eleventy"], scaled=True)
    assert "| 1.00 " not in broken
    assert "Hugo is not comparable: 3 of 20 pages are missing." in broken
    assert "not installed" in broken
    assert tables.pairs([ours, row("hugo", ["missing"])], scaled=True) == []
