"""Forked processes share jobs, and lose no more than one of them where one is killed."""

import os
import signal
import time
from pathlib import Path

import pytest

from chapterhouse.errors import ChapterhouseError
from chapterhouse.render import forks
from chapterhouse.render.forks import Forks
from chapterhouse.render.processes import Defect, Lost
from tests.render.work import die_at_three, square


def test_each_job_is_done_once_and_its_number_told() -> None:
    with Forks(square, range(500), 3) as pool:
        assert sorted(pool.results()) == [(number, number * number) for number in range(500)]


def test_more_jobs_than_are_handed_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "_HANDED_OUT_AT_ONCE", 4)
    with Forks(square, range(50), 2) as pool:
        assert sorted(pool.results()) == [(number, number * number) for number in range(50)]


def test_each_process_begins_in_the_same_way(tmp_path: Path) -> None:
    with Forks(square, range(4), 2, lambda: (tmp_path / str(os.getpid())).touch()) as pool:
        assert len(list(pool.results())) == 4
    forks.wait_for_the_last()
    begun = {int(file.name) for file in tmp_path.iterdir()}
    assert len(begun) == 2
    assert os.getpid() not in begun


def test_results_larger_than_a_pipe_arrive_whole_also_while_something_else_is_done() -> None:
    done: list[str] = []
    with Forks(lambda size: b"x" * size, [3 << 20, 1, 5 << 20], 2) as pool:
        pool.during(lambda: done.append("meanwhile"))
        found = dict(pool.results())
    assert [len(found[number]) for number in range(3)] == [3 << 20, 1, 5 << 20]
    assert done == ["meanwhile"]


def test_further_jobs_are_done_by_a_further_process() -> None:
    with Forks(square, [1, 2], 1) as pool:
        pool.add([30, 40])
        pool.add([])
        assert sorted(pool.results()) == [(0, 1), (1, 4), (2, 900), (3, 1600)]


@pytest.mark.parametrize("count", [1, 2])
def test_only_the_job_of_a_killed_process_is_lost(count: int) -> None:
    with Forks(die_at_three, range(8), count) as pool:
        found = dict(pool.results())
    assert found == {**{number: number for number in range(8)}, 3: Lost()}


def test_jobs_that_only_a_killed_process_had_are_done_by_another() -> None:
    with Forks(die_at_three, [0], 1) as pool:
        pool.add([3, 4, 5])
        assert dict(pool.results()) == {0: 0, 1: Lost(), 2: 4, 3: 5}


def test_a_number_that_was_taken_and_not_begun_is_handed_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = forks._send
    marker = tmp_path / "died"

    def die_before_telling(pipe: int, kind: int, number: int, content: bytes = b"") -> None:
        if kind == forks._BEGUN and number == 1 and not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        send(pipe, kind, number, content)

    monkeypatch.setattr(forks, "_send", die_before_telling)
    with Forks(square, range(4), 1) as pool:
        assert sorted(pool.results()) == [(0, 0), (1, 1), (2, 4), (3, 9)]
    assert marker.exists()


def test_the_operators_mistake_is_raised_as_such() -> None:
    def full(_: int) -> None:
        raise ChapterhouseError("the disk is full")

    with pytest.raises(ChapterhouseError, match="full"), Forks(full, [1], 1) as pool:
        list(pool.results())


def test_what_the_disk_says_is_raised_as_it_was_said() -> None:
    with pytest.raises(FileNotFoundError) as raised, Forks(os.stat, ["/no/such/file"], 1) as pool:
        list(pool.results())
    assert raised.value.filename == "/no/such/file"


@pytest.mark.parametrize("begin", [lambda: None, lambda: 1 // 0])
def test_a_defect_comes_back_as_its_traceback(begin: object) -> None:
    with pytest.raises(Defect, match="ZeroDivisionError"), Forks(lambda _: 1 // 0, [1], 1, begin) as pool:  # type: ignore[arg-type]
        list(pool.results())


def test_processes_end_with_the_block_also_when_it_is_left_in_a_hurry(tmp_path: Path) -> None:
    def work(number: int) -> int:
        (tmp_path / f"{os.getpid()}-{number}").touch()
        return number

    pids: set[int] = set()
    with pytest.raises(KeyboardInterrupt), Forks(work, range(10_000), 2) as pool:
        next(pool.results())
        pids = {process.pid for process in pool._processes.values()}
        raise KeyboardInterrupt
    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_processes_without_a_job_are_gone_when_the_next_begin() -> None:
    with Forks(square, range(4), 2) as pool:
        pids = {process.pid for process in pool._processes.values()}
        assert len(dict(pool.results())) == 4
    with Forks(square, [1], 1) as pool:
        left = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
        assert list(pool.results()) == [(0, 1)]
    assert left == []


def test_processes_end_when_the_one_that_forked_them_is_gone(tmp_path: Path) -> None:
    pid = os.fork()
    if pid == 0:
        with Forks(lambda _: time.sleep(0.01), range(100_000), 2) as pool:
            (tmp_path / "pids").write_text(" ".join(str(one.pid) for one in pool._processes.values()))
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    left = [int(word) for word in (tmp_path / "pids").read_text().split()]
    assert len(left) == 2
    deadline = time.monotonic() + 30
    while left and time.monotonic() < deadline:
        left = [one for one in left if Path(f"/proc/{one}/stat").exists() and _runs(one)]
        time.sleep(0.01)
    assert left == []


def _runs(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
