"""Processes of this machine share the work."""

import os
from pathlib import Path

import pytest

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.model import SiteJob
from chapterhouse.render import processes
from chapterhouse.render.processes import Defect, lost, map_here, method, render, render_here, summary
from tests.builders import entry
from tests.render.jobs import job


def test_results_come_in_the_order_of_the_jobs_and_something_is_done_meanwhile() -> None:
    done: list[str] = []
    found = list(map_here(abs, [-3, 2, -1, 0], 2, lambda: done.append("meanwhile")))
    assert (found, done) == ([3, 2, 1, 0], ["meanwhile"])


def test_sites_are_rendered_in_other_processes_with_the_same_result(tmp_path: Path) -> None:
    jobs = [job(tmp_path, slug=slug) for slug in ("a", "b", "c")]
    found = {one.slug: one for one in render_here(jobs, 2)}
    assert found == {given.site.slug: render(given) for given in jobs}


def test_a_defect_comes_back_as_its_traceback(tmp_path: Path) -> None:
    broken = entry("associations/north/events/x.md", type_="event", start="rubbish")
    text = render(job(tmp_path, [(broken, "")]))
    assert isinstance(text, str)
    assert "while rendering the site north" in text
    with pytest.raises(Defect, match="rubbish"):
        list(render_here([job(tmp_path, [(broken, "")])], 2))


def test_the_operators_mistake_is_raised_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(given: object) -> None:
        raise ChapterhouseError("the disk is full")

    monkeypatch.setattr(processes, "render_site", full)
    with pytest.raises(ChapterhouseError, match="full"):
        render(job(tmp_path))


def test_a_lost_site_says_what_may_be_the_reason(tmp_path: Path) -> None:
    found = lost(job(tmp_path))
    assert (found.slug, found.files) == ("north", ())
    (diagnostic,) = found.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == (
        "worker-lost",
        "associations/north/association.yaml",
    )


def test_a_summary_is_handed_on(tmp_path: Path) -> None:
    from concurrent.futures import Future

    future: Future[object] = Future()
    future.set_result(lost(job(tmp_path)))
    assert summary(future).slug == "north"  # type: ignore[arg-type]


def test_processes_are_started_in_a_way_that_this_system_has() -> None:
    assert method() == ("fork" if hasattr(os, "fork") and os.uname().sysname != "Darwin" else "spawn")


def test_late_jobs_are_asked_for_once_the_processes_have_begun_and_rendered_too(tmp_path: Path) -> None:
    jobs = [job(tmp_path, slug=slug) for slug in ("north", "south", "west")]
    asked: list[str] = []

    def late() -> list[SiteJob]:
        asked.append("late")
        return [job(tmp_path, slug="east")]

    found = render_here(jobs, 2, late, lambda: asked.append("meanwhile"))
    assert sorted(one.slug for one in found) == ["east", "north", "south", "west"]
    assert asked == ["late", "meanwhile"]


def test_processes_that_are_not_forked_are_sent_their_jobs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = [job(tmp_path, slug=slug) for slug in ("north", "south", "west")]
    expected = {given.site.slug: render(given) for given in jobs}
    monkeypatch.setattr(processes, "method", lambda: "spawn")
    assert {one.slug: one for one in render_here(jobs, 2)} == expected
    assert list(map_here(abs, [-3, 2, -1], 2, lambda: None)) == [3, 2, 1]
