"""Sites rendered by several processes, some of which are killed."""

import os
import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.record import Record
from chapterhouse.render import processes
from chapterhouse.render.elsewhere import connect
from chapterhouse.render.pool import Workers, cores, map_folders, render_sites
from tests.builders import entry
from tests.render.jobs import job, read

KILLER = """
import os, signal
from pathlib import Path
from pelican import signals
def kill(pelican):
    if pelican.settings["SITENAME"] in ({names}):
        with Path({log!r}).open("a") as file:
            file.write("x")
        if len(Path({log!r}).read_text()) <= {times}:
            os.kill(os.getpid(), signal.SIGKILL)
def register():
    signals.initialized.connect(kill)
"""


def sites(root: Path, count: int, **more: Any) -> list[SiteJob]:
    return [
        job(
            root,
            [(entry(f"associations/s{n}/pages/about.md"), f"<p>{n}</p>")],
            slug=f"s{n}",
            record=Record(name=f"Club {n}"),
            **more,
        )
        for n in range(count)
    ]


def by_slug(summaries: list[SiteSummary]) -> dict[str, SiteSummary]:
    return {summary.slug: summary for summary in summaries}


def killer(root: Path, monkeypatch: pytest.MonkeyPatch, names: list[str], times: int) -> dict[str, Any]:
    """Install a plugin that kills the process that renders one of some sites, the first times."""
    module = f"killer_{os.getpid()}_{times}"
    words = "".join(f"{name!r}," for name in names)
    (root / f"{module}.py").write_text(KILLER.format(names=words, log=str(root / "log"), times=times))
    monkeypatch.syspath_prepend(str(root))
    return {"PLUGINS": [module]}


def test_many_sites_are_the_same_as_one_by_one(tmp_path: Path) -> None:
    jobs = sites(tmp_path, 6)
    together = by_slug(list(render_sites(jobs, jobs_count=2)))
    assert together == by_slug(list(render_sites(jobs, jobs_count=1)))
    assert sorted(together) == [f"s{n}" for n in range(6)]


def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pelican = killer(tmp_path, monkeypatch, ["Club 2"], 1)
    found = by_slug(list(render_sites(sites(tmp_path, 6, pelican=pelican), jobs_count=2)))
    assert sorted(found) == [f"s{n}" for n in range(6)]
    assert all(summary.diagnostics == () for summary in found.values())


def test_a_site_that_kills_its_worker_each_time_is_an_error_and_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pelican = killer(tmp_path, monkeypatch, ["Club 1", "Club 4"], 1000)
    found = by_slug(list(render_sites(sites(tmp_path, 8, pelican=pelican), jobs_count=2)))
    lost = {
        slug for slug, summary in found.items() if [d.code for d in summary.diagnostics] == ["worker-lost"]
    }
    assert lost == {"s1", "s4"}
    assert all(found[f"s{n}"].files for n in (0, 2, 3, 5, 6, 7))


def test_a_defect_of_ours_comes_out_of_a_worker_with_its_traceback(tmp_path: Path) -> None:
    jobs = sites(tmp_path, 4)
    jobs[2] = job(
        tmp_path, [(entry("associations/s2/events/x.md", type_="event", start="rubbish"), "")], slug="s2"
    )
    with pytest.raises(processes.Defect, match="while rendering the site s2"):
        list(render_sites(jobs, jobs_count=2))


def test_settings_that_cannot_travel_are_read_again(tmp_path: Path) -> None:
    (tmp_path / "pelican.conf.py").write_text(
        "def shout(words):\n    return words.upper()\nJINJA_FILTERS = {'shout': shout}\n"
    )
    theme = tmp_path / "themes" / "own" / "templates"
    theme.mkdir(parents=True)
    (theme / "home.html").write_text("{{ title | shout }}")
    (theme / "not_found.html").write_text("")
    (theme / "head.html").write_text("")
    (theme / "header.html").write_text("")
    (theme / "footer.html").write_text("")
    (theme / "page.html").write_text("")
    pelican = {"JINJA_FILTERS": {"shout": lambda words: words.upper()}}
    jobs = sites(tmp_path, 4, pelican=pelican, themes=(str(theme.parent),))
    assert all(not summary.diagnostics for summary in render_sites(jobs, jobs_count=2))
    assert read(tmp_path, "s3/index.html") == "CLUB 3"


class Forgetful(ThreadPoolExecutor):
    """An executor that loses the first tries of some sites."""

    def __init__(self, losses: dict[str, int]) -> None:
        super().__init__(1)
        self.losses = losses

    def submit(self, function: Any, /, *args: Any, **more: Any) -> "Future[Any]":
        slug = args[0].site.slug
        if self.losses.get(slug, 0):
            self.losses[slug] -= 1
            future: Future[Any] = Future()
            future.set_exception(ConnectionError("worker is gone"))
            return future
        return super().submit(function, *args, **more)


def test_another_executor_gets_a_lost_site_once_more(tmp_path: Path) -> None:
    with Forgetful({"s1": 1, "s2": 2}) as executor:
        found = by_slug(list(Workers(executor=executor).render(sites(tmp_path, 4))))
    assert found["s1"].diagnostics == ()
    assert [d.code for d in found["s2"].diagnostics] == ["worker-lost"]
    assert sorted(found) == ["s0", "s1", "s2", "s3"]


def test_results_of_folders_come_in_order() -> None:
    assert list(map_folders(abs, range(-40, 0), jobs_count=2)) == list(range(40, 0, -1))
    assert list(Workers(1).map(abs, [-2, -1])) == [2, 1]


def test_pelican_is_imported_while_folders_are_loaded(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from chapterhouse.render.pool import Workers\n"
        "with Workers(2) as workers:\n"
        "    workers.prepare(pelican=True)\n"
        "    assert 'pelican' not in sys.modules and 'jinja2' not in sys.modules\n"
        "    assert list(workers.map(abs, range(-9, 0)))[0] == 9\n"
        "assert 'pelican.writers' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_an_address_that_is_no_executor_is_refused() -> None:
    with pytest.raises(ChapterhouseError, match="dask://HOST:PORT"):
        connect("cloud://x")


def test_there_is_a_core() -> None:
    assert cores() >= 1


def test_ctrl_c_ends_workers_and_leaves_none_behind(tmp_path: Path) -> None:
    code = (
        "import sys, time\n"
        "from chapterhouse.render.pool import map_folders\n"
        "try:\n"
        "    for _ in map_folders(time.sleep, [0.05] * 400, 2):\n"
        "        print('begun', flush=True)\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(7)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (7, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_what_its_processes_took_is_counted_when_it_is_left() -> None:
    def work(_: int) -> bool:
        begun = time.process_time()
        while time.process_time() < begun + 0.05:
            pass
        return True

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Workers(2) as workers:
        assert all(workers.map(work, range(6)))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime >= 0.25
