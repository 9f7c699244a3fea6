"""Sites are rendered by processes of this machine."""

import os
import signal
from pathlib import Path

import pytest

from chapterhouse.frozen import replace
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render import here, processes
from chapterhouse.render.here import render_here
from chapterhouse.render.processes import Defect
from chapterhouse.render.site import lost, render_site
from chapterhouse.staging import whole_stage
from tests.builders import entry
from tests.render.jobs import job


def test_sites_are_rendered_in_other_processes_with_the_same_result(tmp_path: Path) -> None:
    jobs = [job(tmp_path, slug=slug) for slug in ("a", "b", "c")]
    found = {one.slug: one for one in render_here(jobs, 2)}
    assert found == {given.site.slug: render_site(given) for given in jobs}


def test_files_of_a_new_site_say_when_they_were_written(tmp_path: Path) -> None:
    jobs = [replace(job(tmp_path, slug=slug), is_new=slug != "c") for slug in ("a", "b", "c")]
    for summary in render_here(jobs, 2):
        tree = whole_stage(jobs[0].stage)
        there = [f"{tree}/{file.path}" for file in summary.files if summary.slug != "c"]
        times = [os.lstat(file).st_mtime_ns for file in there] or [0] * len(summary.files)
        assert [file.modified for file in summary.files] == times


def test_a_defect_names_the_site(tmp_path: Path) -> None:
    broken = entry("associations/north/events/x.md", type_="event", start="rubbish")
    with pytest.raises(Defect, match=r"(?s)rubbish.*while rendering the site north"):
        list(render_here([job(tmp_path, [(broken, "")])], 2))


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
    expected = {given.site.slug: render_site(given) for given in jobs}
    for module in (processes, here):
        monkeypatch.setattr(module, "forks", lambda: False)
    assert {one.slug: one for one in render_here(jobs, 2)} == expected


@pytest.mark.parametrize("again", [False, True])
def test_a_site_whose_process_is_killed_is_rendered_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    jobs = [job(tmp_path, slug=slug) for slug in ("north", "south", "west")]
    expected = {given.site.slug: render_site(given) for given in jobs}
    marker = tmp_path / "killed"

    def dies(given: SiteJob) -> SiteSummary:
        if given.site.slug == "south" and (again or not marker.exists()):
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return render_site(given)

    monkeypatch.setattr(here, "render_site", dies)
    if again:
        expected["south"] = lost(jobs[1])
    assert {one.slug: one for one in render_here(jobs, 2)} == expected
