"""The second build waits and says so; a killed build leaves no lock."""

import subprocess
import sys
from pathlib import Path

from chapterhouse.lock import WAITING, ProjectLock

HOLDER = """
import sys
from chapterhouse.lock import ProjectLock
with ProjectLock(sys.argv[1], print):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_nobody_else_building_is_not_worth_a_word(tmp_path: Path) -> None:
    said: list[str] = []
    with ProjectLock(str(tmp_path), said.append):
        pass
    with ProjectLock(str(tmp_path), said.append):
        pass
    assert said == []


def test_second_waits_and_says_so_once(tmp_path: Path) -> None:
    said: list[str] = []
    with hold(tmp_path) as holder:

        def say(message: str) -> None:
            said.append(message)
            assert holder.stdin is not None
            holder.stdin.close()

        with ProjectLock(str(tmp_path), say):
            assert holder.wait() == 0
    assert said == [WAITING]


def test_killed_build_leaves_no_lock(tmp_path: Path) -> None:
    said: list[str] = []
    with hold(tmp_path) as holder:
        holder.kill()
        holder.wait()
        with ProjectLock(str(tmp_path), said.append):
            pass
    assert said == []
