"""Measuring sees the whole tree of processes; no time is asserted, machines differ."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure import Measurement, measure

MIB = 1024 * 1024


def test_a_child_is_measured(tmp_path: Path) -> None:
    found = measure([sys.executable, "-c", "print('hello')"], tmp_path, tmp_path / "scratch")
    assert found.exit_code == 0
    assert found.output == "hello\n"
    assert found.wall > 0
    assert found.cpu > 0
    assert 1 < found.peak < 200


def test_work_costs_processor_time(tmp_path: Path) -> None:
    idle = measure([sys.executable, "-c", "pass"], tmp_path, tmp_path / "scratch")
    busy = measure([sys.executable, "-c", "sum(range(10_000_000))"], tmp_path, tmp_path / "scratch")
    assert busy.cpu > idle.cpu


def test_the_largest_process_counts_even_if_it_is_a_grandchild(tmp_path: Path) -> None:
    eater = f"b'x' * {80 * MIB}"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', \"{eater}\"], check=True)"
    found = measure([sys.executable, "-c", child], tmp_path, tmp_path / "scratch")
    assert 80 < found.peak < 200


def test_our_own_memory_is_not_the_childs(tmp_path: Path) -> None:
    ballast = bytearray(300 * MIB)
    found = measure([sys.executable, "-c", "pass"], tmp_path, tmp_path / "scratch")
    assert found.peak < len(ballast) / MIB / 2


def test_a_failure_is_told(tmp_path: Path) -> None:
    found = measure([sys.executable, "-c", "raise SystemExit('no')"], tmp_path, tmp_path / "scratch")
    assert (found.exit_code, found.output) == (1, "no\n")


def test_a_program_that_does_not_exist_is_a_failure(tmp_path: Path) -> None:
    assert measure([tmp_path / "missing"], tmp_path, tmp_path / "scratch").exit_code == 127


def test_folder_and_environment_are_given(tmp_path: Path) -> None:
    code = "import os; print(os.getcwd(), os.environ['WORD'])"
    found = measure([sys.executable, "-c", code], tmp_path, tmp_path / "scratch", {"WORD": "here"})
    assert found.output.split() == [str(tmp_path.resolve()), "here"]


def test_runs_one_after_the_other_add_up() -> None:
    runs = [Measurement(1.0, 2.0, 30.0, 0, "a"), Measurement(0.5, 1.0, 50.0, 3, "b")]
    assert Measurement.total(runs) == Measurement(1.5, 3.0, 50.0, 3, "ab")


@pytest.mark.parametrize("count", [0])
def test_no_runs_cost_nothing(count: int) -> None:
    assert Measurement.total([]).wall == count
