"""Processes of this machine share the work."""

import os
import signal
from pathlib import Path

import pytest

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.render import processes
from chapterhouse.render.forks import Forks
from chapterhouse.render.processes import forks, map_here
from chapterhouse.render.spawned import Spawned


def test_results_come_in_the_order_of_the_jobs_and_something_is_done_meanwhile() -> None:
    done: list[str] = []
    found = list(map_here(abs, [-3, 2, -1, 0], 2, lambda: done.append("meanwhile")))
    assert (found, done) == ([3, 2, 1, 0], ["meanwhile"])


def test_processes_are_started_in_a_way_that_this_system_has(monkeypatch: pytest.MonkeyPatch) -> None:
    assert forks() == (hasattr(os, "fork") and os.uname().sysname != "Darwin")
    with processes.processes(abs, [1], 1) as found:
        assert isinstance(found, Forks if forks() else Spawned)
    monkeypatch.setattr(processes, "forks", lambda: False)
    with processes.processes(abs, [-1], 1) as other:
        assert isinstance(other, Spawned)
        assert list(other.results()) == [(0, 1)]


def _dies_once(place: Path) -> str:
    if not place.exists():
        place.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return place.name


def _dies(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("forked", [True, False])
def test_what_a_killed_process_had_in_hand_is_done_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forked: bool
) -> None:
    monkeypatch.setattr(processes, "forks", lambda: forked)
    jobs = [tmp_path / name for name in "abcdef"]
    for job in jobs[:2] + jobs[3:]:
        job.touch()
    assert list(map_here(_dies_once, jobs, 2, lambda: None)) == list("abcdef")


def test_what_kills_two_processes_is_told_in_a_sentence() -> None:
    with pytest.raises(ChapterhouseError, match="twice"):
        list(map_here(_dies, ["x"], 1, lambda: None))
