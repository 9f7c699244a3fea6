"""Processes that are not forked are sent their jobs, and do the same as forked ones."""

import os
import signal

import pytest

from chapterhouse.errors import ChapterhouseError
from chapterhouse.render.processes import Defect, Lost
from chapterhouse.render.spawned import Spawned


def _square(number: int) -> int:
    return number * number


def _die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _refuse(_: int) -> None:
    raise ChapterhouseError("the disk is full")


def _fail(number: int) -> float:
    return 1 / (number - number)


def test_each_job_is_done_once_further_ones_too() -> None:
    done: list[str] = []
    with Spawned(_square, range(5), 2) as pool:
        pool.add([10])
        pool.during(lambda: done.append("meanwhile"))
        assert sorted(pool.results()) == [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16), (5, 100)]
    assert done == ["meanwhile"]


def test_what_a_killed_process_may_have_had_in_hand_is_lost_and_the_rest_is_done() -> None:
    with Spawned(_die_at_three, range(30), 1) as pool:
        found = dict(pool.results())
    assert found[3] == Lost()
    assert sorted(found) == list(range(30))
    assert all(result == number for number, result in found.items() if result != Lost())


def test_mistakes_and_defects_are_raised() -> None:
    with pytest.raises(ChapterhouseError, match="full"), Spawned(_refuse, [1], 1) as pool:
        list(pool.results())
    with pytest.raises(Defect, match="ZeroDivisionError"), Spawned(_fail, [1], 1) as pool:
        list(pool.results())
