"""Processes that are not forked are sent their jobs, and do the same as forked ones."""

from functools import partial

import pytest

from chapterhouse.errors import ChapterhouseError
from chapterhouse.render.processes import Defect, Lost
from chapterhouse.render.spawned import Spawned
from tests.render.work import die_at_three, square


def _refuse(_: int) -> None:
    raise ChapterhouseError("the disk is full")


def _fail(number: int) -> float:
    return 1 / (number - number)


@pytest.mark.parametrize("count", [1, 3])
def test_each_job_is_done_once_further_ones_too(count: int) -> None:
    done: list[str] = []
    with Spawned(square, range(5), count) as pool:
        pool.add([10])
        pool.during(lambda: done.append("meanwhile"))
        assert sorted(pool.results()) == [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16), (5, 100)]
        pool.add([7])
        assert list(pool.results()) == [(6, 49)]
    assert done == ["meanwhile"]


@pytest.mark.parametrize("count", [1, 2])
def test_only_the_job_of_a_killed_process_is_lost(count: int) -> None:
    with Spawned(die_at_three, range(8), count) as pool:
        found = dict(pool.results())
    assert found == {**{number: number for number in range(8)}, 3: Lost()}


def test_processes_end_with_the_block_also_when_it_is_left_in_a_hurry() -> None:
    with pytest.raises(KeyboardInterrupt), Spawned(square, range(10_000), 2) as pool:
        next(pool.results())
        begun = [process.process for process in pool._processes.values()]
        raise KeyboardInterrupt
    assert [process.exitcode for process in begun] == [0, 0]


def test_mistakes_and_defects_are_raised() -> None:
    with pytest.raises(ChapterhouseError, match="full"), Spawned(_refuse, [1], 1) as pool:
        list(pool.results())
    with pytest.raises(Defect, match="ZeroDivisionError"), Spawned(_fail, [1], 1) as pool:
        list(pool.results())
    with pytest.raises(Defect, match="ZeroDivisionError"), Spawned(square, [1], 1, partial(_fail, 0)) as pool:
        list(pool.results())
