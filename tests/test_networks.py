"""Small networks, good and broken, through the real command line: what it says, plans and publishes.

Beside each network lie `expected.txt` (what `build` says), `expected-plan.txt` (what `plan` says before), and
where `pages.txt` names published files, `expected/` has them. `python3 tasks.py bless` rewrites all three.
"""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.crawler import problems
from tests.running import NETWORKS, TODAY, Run, build, chapterhouse, copy_of, snapshot

ALL = sorted(path.name for path in NETWORKS.iterdir() if (path / "pelican.conf.py").is_file())
GOOD = [name for name in ALL if name.startswith("good_")]
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"}


def compare(expected: Path, found: str, bless: bool) -> None:
    if bless:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(found, encoding="utf-8", newline="")
    assert expected.is_file(), f"{expected.name} is missing: python3 tasks.py bless"
    assert found == expected.read_bytes().decode("utf-8")


def told(run: Run) -> str:
    assert "Traceback" not in run.err, run.err
    return f"{run.out}exit code {run.code}\n"


def without_fingerprints(page: str) -> str:
    """Return a page as it is whatever the theme's stylesheet says."""
    return re.sub(r"(/assets/\w+)\.[0-9a-f]{8}\.", r"\1.HASH.", page)


@pytest.mark.parametrize("name", ALL)
def test_network_is_told_planned_and_published_as_expected(name: str, tmp_path: Path, bless: bool) -> None:
    source = NETWORKS / name
    project = copy_of(source, tmp_path / name)
    is_good = name in GOOD
    if is_good:
        plan = chapterhouse(project, "plan", "--today", TODAY)
        compare(source / "expected-plan.txt", told(plan), bless)
    run = build(project)
    compare(source / "expected.txt", told(run), bless)
    assert run.code == (0 if is_good else 1)
    listed = source / "pages.txt"
    wanted = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    if bless:
        shutil.rmtree(source / "expected", ignore_errors=True)
    for path in wanted:
        page = (project / "output" / path).read_bytes().decode("utf-8")
        compare(source / "expected" / path, without_fingerprints(page), bless)
    if is_good:
        check_published(project)


def check_published(project: Path) -> None:
    """Check what holds for every good network: no dead link, no private data, nothing left to do."""
    output = project / "output"
    assert problems(output) == []
    for path in output.rglob("*"):
        if path.suffix in PICTURES:
            with Image.open(path) as picture:
                assert not picture.getexif(), f"{path} says where and with what it was taken"
    originals = {path.read_bytes() for path in project.rglob("images/*.jpg") if output not in path.parents}
    assert originals.isdisjoint(path.read_bytes() for path in output.rglob("*.jpg"))
    before = snapshot(output)
    again = build(project)
    assert (again.code, "0 rebuilt" in again.out) == (0, True)
    assert snapshot(output) == before
