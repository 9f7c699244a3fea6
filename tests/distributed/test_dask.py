"""A build on a Dask cluster: a real scheduler and two workers on this machine, one of which is killed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.truth.builds import build, build_apart, clean_copy, command, differences, environment, tree
from tests.truth.project import association, write, write_project

SLOW = """
import os, time
from pathlib import Path
from pelican import signals
def wait(pelican):
    Path({log!r}).open("a").write(f"{{os.getpid()}}\\n")
    time.sleep(0.3)
def register():
    signals.initialized.connect(wait)
"""
START = """
import asyncio, sys
from distributed import Scheduler, Worker
async def scheduler():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False, dashboard_address=":0") as one:
        print(one.address, flush=True)
        await one.finished()
async def worker():
    async with Worker(sys.argv[2], nthreads=1, dashboard=False) as one:
        print(one.address, flush=True)
        await one.finished()
asyncio.run(scheduler() if sys.argv[1] == "scheduler" else worker())
"""


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path, path: str) -> None:
        self.folder = folder
        self.path = path
        self.processes: list[subprocess.Popen[str]] = []
        self.address = self.start("scheduler")
        for _ in range(2):
            self.start("worker", self.address)

    def start(self, *words: str) -> str:
        """Start one process and return its address."""
        process = subprocess.Popen(
            [sys.executable, "-c", START, *words],
            env=environment(PYTHONPATH=self.path),
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.processes.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip()

    @property
    def executor(self) -> str:
        """What `--executor` takes."""
        return re.sub("^tcp", "dask", self.address)

    def end(self) -> None:
        """End all processes."""
        for process in reversed(self.processes):
            process.kill()
            process.communicate()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    more: dict[str, str] = {}
    for number in range(7):
        more |= association(f"site-{number}", "north")
    return write_project(tmp_path / "project", more)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "plugins").mkdir()
    made = Cluster(tmp_path, f"{environment()['PYTHONPATH']}{os.pathsep}{tmp_path / 'plugins'}")
    yield made
    made.end()


def test_a_build_on_a_cluster_is_a_build_here(project: Path, cluster: Cluster, tmp_path: Path) -> None:
    here = clean_copy(project, tmp_path / "here")
    build(here)
    done = build_apart(project, "--executor", cluster.executor)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert differences(tree(project / "output"), tree(here / "output")) == []


def test_the_sites_of_a_worker_that_is_killed_are_rendered_by_another(
    project: Path, cluster: Cluster, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    write(tmp_path / "plugins/chapterhouse_slow.py", SLOW.format(log=str(log)))
    settings = project / "pelican.conf.py"
    write(settings, f'{settings.read_text()}PLUGINS = ["chapterhouse_slow"]\n')
    here = clean_copy(project, tmp_path / "here")
    process = subprocess.Popen(
        command(project, "--executor", cluster.executor),
        env=environment(PYTHONPATH=cluster.path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    workers = {worker.pid for worker in cluster.processes[1:]}
    while process.poll() is None and len(_rendering(log)) < 3:
        time.sleep(0.05)
    assert process.poll() is None, process.communicate()
    victim = _rendering(log)[-1]
    assert victim in workers
    os.kill(victim, signal.SIGKILL)
    out, complaint = process.communicate(timeout=120)
    assert process.returncode == 0, out + complaint
    assert set(_rendering(log)) == workers
    assert build_apart(here, PYTHONPATH=cluster.path).returncode == 0
    assert differences(tree(project / "output"), tree(here / "output")) == []


def _rendering(log: Path) -> list[int]:
    """Return the process that began each site."""
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def test_a_cluster_that_does_not_answer_is_one_line(project: Path) -> None:
    done = build_apart(
        project, "--executor", "dask://127.0.0.1:1", DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s"
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "no Dask scheduler answers" in done.stderr
