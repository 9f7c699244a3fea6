"""What is rebuilt has a reason, and what is kept would not have changed."""

import random
from pathlib import Path

import pytest

from chapterhouse.report import Action
from tests.truth.builds import TODAY, build, differences, plan, tree
from tests.truth.edits import EDITS
from tests.truth.histories import History, inputs
from tests.truth.project import entry, write, write_project


def of_site(files: dict[str, bytes], slug: str) -> dict[str, bytes]:
    """Return the files of an association's site."""
    return {path: content for path, content in files.items() if path.startswith(f"{slug}/")}


def made(tmp_path: Path) -> History:
    history = History(write_project(tmp_path / "project"), tmp_path / "apart")
    report = build(history.root)
    assert {site.action for site in report.sites} == {Action.BUILD}
    assert all(site.reasons for site in report.sites)
    history.remember(report)
    return history


def test_nothing_changed_and_nothing_is_planned(tmp_path: Path) -> None:
    history = made(tmp_path)
    assert {site.action for site in plan(history.root).sites} == {Action.KEEP}


@pytest.mark.parametrize("seed", range(4))
def test_every_action_has_its_reason_and_kept_sites_are_right(tmp_path: Path, seed: int) -> None:
    history = made(tmp_path)
    draw = random.Random(seed)
    for edit in draw.sample(EDITS, 6):
        edit(history.root, draw.randrange(1000))
        planned = plan(history.root)
        assert all(bool(site.reasons) == (site.action is not Action.KEEP) for site in planned.sites), edit
        held = history.held(planned)
        kept = [site.slug for site in planned.sites if site.action is Action.KEEP and site.slug]
        if not held:
            _, clean = history.clean(inputs(history.root))
            for slug in kept:
                assert differences(of_site(history.output, slug), of_site(clean, slug)) == [], (edit, slug)
        report = build(history.root)
        assert [(site.slug, site.action, site.reasons) for site in report.sites] == [
            (site.slug, site.action, site.reasons) for site in planned.sites
        ]
        history.remember(report)


@pytest.mark.parametrize(
    ("path", "rebuilt"),
    [
        ("associations/north/pages/visit.md", {"north"}),
        ("associations/north/pages/privacy.md", {"north"}),
        ("associations/west/images/fair.png", {"west"}),
        ("content/hub/pages/about.md", {""}),
    ],
)
def test_an_edit_concerns_only_the_sites_that_show_it(tmp_path: Path, path: str, rebuilt: set[str]) -> None:
    history = made(tmp_path)
    file = history.root / path
    file.write_bytes(file.read_bytes() + b"\n")
    found = {site.slug for site in plan(history.root).sites if site.action is Action.BUILD}
    assert rebuilt <= found <= rebuilt | {""}


def test_the_first_entry_of_a_kind_concerns_the_search_of_the_hub(tmp_path: Path) -> None:
    history = made(tmp_path)
    write(history.root / "associations/north/people/chair.md", entry("Chair"))
    planned = plan(history.root).sites
    assert {site.slug for site in planned if site.action is Action.BUILD} == {"", "north"}


def test_what_a_part_shows_comes_and_goes_with_the_day_and_with_other_entries(tmp_path: Path) -> None:
    history = made(tmp_path)
    home = history.root / "output/north/index.html"
    assert "Star night" in home.read_text(encoding="utf-8")
    build(history.root, "2026-03-06")
    assert "Star night" not in home.read_text(encoding="utf-8")
    assert "<p>None.</p>" in home.read_text(encoding="utf-8")
    write(history.root / "associations/north/events/next.md", entry("Next night", start="2026-03-07"))
    build(history.root, "2026-03-06")
    assert "Next night" in home.read_text(encoding="utf-8")


def test_planning_touches_nothing(tmp_path: Path) -> None:
    history = made(tmp_path)
    (history.root / "associations/north/pages/visit.md").unlink()
    before = tree(history.root / "output")
    plan(history.root)
    assert tree(history.root / "output") == before
    assert build(history.root, TODAY).sites
