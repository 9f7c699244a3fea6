"""Processes of this machine: they share the work, and one that is killed takes no other site with it.

They are forked where the system can fork, after Pelican is imported and the templates are compiled, so that
no worker does it again; elsewhere they are spawned and each does it once.
"""

import gc
import multiprocessing
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice, repeat
from typing import Any, TypeVar

from chapterhouse.diagnostics import ChapterhouseError, Diagnostic
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render.environment import trust_templates
from chapterhouse.render.pool import warm
from chapterhouse.render.portable import portable
from chapterhouse.render.site import place_of, render_site

Job = TypeVar("Job")
Result = TypeVar("Result")

SITES_BETWEEN_COLLECTIONS = 64
"""A worker looks for reference cycles after so many sites, instead of whenever Python feels like it."""

_rendered = 0
_inherited: Sequence[Any] = ()
"""The jobs of the pool that is being forked, and in a forked process those of its own."""


class Defect(RuntimeError):
    """A defect of ours that showed itself in another process; the text is its traceback there."""


class _Pool:
    """Processes that work on some jobs and end with the `with` block, also when it is left in a hurry.

    Those that are forked have the jobs already; only to others are they sent.
    """

    def __init__(self, count: int, jobs: Sequence[Any]) -> None:
        global _inherited
        self.jobs = jobs
        self.forks = method() == "fork"
        _inherited = jobs if self.forks else ()
        context = multiprocessing.get_context(method())
        self.executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin_worker)

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        global _inherited
        _inherited = ()
        self.executor.shutdown(wait=True, cancel_futures=True)

    def map(self, function: Callable[[Any], Result], size: int) -> Iterator[Result]:
        """Yield the result of each job in order; so many are handed out at a time."""
        with _no_ctrl_c():
            if self.forks:
                numbers = range(len(self.jobs))
                return self.executor.map(_of_inherited, repeat(function), numbers, chunksize=size)
            return self.executor.map(function, self.jobs, chunksize=size)

    def submit(self, function: Callable[[Any], Result], numbers: Iterable[int]) -> "list[Future[Result]]":
        """Return the futures of some jobs, named by their places among all, in order."""
        with _no_ctrl_c():
            if self.forks:
                return [self.executor.submit(_of_inherited, function, number) for number in numbers]
            return [self.executor.submit(function, portable(self.jobs[number])) for number in numbers]

    def send(self, function: Callable[[Job], Result], job: Job) -> "Future[Result]":
        """Return the future of a job that the processes do not have."""
        # Packed at once, as the executor would do it at some later time, when more is in memory.
        return self.executor.submit(_of_packed, function, [pickle.dumps(job, pickle.HIGHEST_PROTOCOL)])


def _of_inherited(function: Callable[[Any], Result], number: int) -> Result:
    """Do in a forked process what was asked with one of the jobs that it was forked with."""
    return function(_inherited[number])


def _of_packed(function: Callable[[Any], Result], box: list[bytes]) -> Result:
    """Do what was asked with a job that was sent, which nobody else holds in its packed form."""
    return function(pickle.loads(box.pop()))


@contextmanager
def _no_ctrl_c() -> Iterator[None]:
    """Put off Ctrl-C while processes are forked: one that just begins would answer it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def map_here(
    function: Callable[[Job], Result], jobs: list[Job], count: int, meanwhile: Callable[[], None]
) -> Iterator[Result]:
    """Yield the result of each job in order; `meanwhile` is called when the processes have begun."""
    size = max(1, min(16, len(jobs) // (count * 16)))
    with _Pool(count, jobs) as pool:
        results = pool.map(function, size)
        meanwhile()
        yield from results


def render_here(
    jobs: Iterable[SiteJob],
    count: int,
    late: Callable[[], Iterable[SiteJob]] = tuple,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[SiteSummary]:
    """Yield the summary of each site as it is done; what a killed process had in hand is rendered again.

    `late`, which returns further jobs, and `meanwhile` are called once, when the processes have begun.
    """
    waiting = {job.site.slug: job for job in jobs}
    if method() == "fork":
        warm(list(waiting.values()))
    while waiting:
        suspects: list[str] = []
        slugs = list(waiting)
        with _Pool(min(count, len(slugs)), list(waiting.values())) as pool:
            # Late jobs are large ones: they had better not be the last.
            half = len(slugs) // 2
            futures = dict(zip(pool.submit(render, range(half)), slugs, strict=False))
            for job in late():
                waiting[job.site.slug] = job
                futures[pool.send(render, portable(job))] = job.site.slug
            futures |= zip(pool.submit(render, range(half, len(slugs))), slugs[half:], strict=True)
            begun: set[Future[SiteSummary | str]] = set()
            undone = dict.fromkeys(futures)
            meanwhile()
            late, meanwhile = tuple, _nothing
            try:
                for future in as_completed(futures):
                    # They begin in the order in which they were handed out, a few at a time.
                    begun.update(f for f in islice(undone, 2 * count + 3) if f.running())
                    undone.pop(future)
                    done = summary(future)
                    del waiting[futures[future]]
                    yield done
            except BrokenProcessPool:
                suspects = sorted(futures[f] for f in (begun or set(futures)) if futures[f] in waiting)
        for slug in suspects:
            yield _render_alone(waiting.pop(slug))


def _nothing() -> None:
    """Stand where something was done already."""


def render(job: SiteJob) -> SiteSummary | str:
    """Render a site in a worker; a defect of ours comes back as the text of its traceback."""
    global _rendered
    try:
        return render_site(job)
    except ChapterhouseError:
        raise
    except Exception:
        return traceback.format_exc()
    finally:
        _rendered += 1
        if _rendered % SITES_BETWEEN_COLLECTIONS == 0:
            gc.collect()


def summary(future: "Future[SiteSummary | str]") -> SiteSummary:
    """Return what a worker sent back; raises Defect where that is a traceback."""
    result = future.result()
    if isinstance(result, str):
        raise Defect(f"in a worker:\n{result}")
    return result


def lost(job: SiteJob) -> SiteSummary:
    """Return the summary of a site that no worker could finish."""
    diagnostic = Diagnostic(
        code="worker-lost",
        message="the process that rendered this site was ended from outside, twice",
        location=place_of(job),
        hint="the machine may have run out of memory; a very large picture is the usual reason",
        site=job.site.slug,
    )
    return SiteSummary(slug=job.site.slug, files=(), diagnostics=(diagnostic,))


def method() -> str:
    """Return how processes are started here."""
    # macOS can fork, and its own libraries may then crash in the child.
    forks = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return "fork" if forks else "spawn"


def _render_alone(job: SiteJob) -> SiteSummary:
    """Render a site in a process of its own: if that is killed too, it is because of this site."""
    with _Pool(1, [job]) as pool:
        try:
            return summary(pool.submit(render, [0])[0])
        except BrokenProcessPool:
            return lost(job)


def _begin_worker() -> None:
    # Ctrl-C reaches all processes at once; the first one decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    trust_templates()
    # What came with the fork is for good; to look through it for cycles would copy all of it.
    gc.freeze()
    gc.disable()
