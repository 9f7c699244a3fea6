"""Work shared among processes: folders to load, sites to render, on this machine or on any executor.

Nothing is started or imported before there is enough to do: a check of one folder starts no process, and only
a network whose settings name Pelican plugins imports Pelican.
"""

import importlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from chapterhouse.model import SiteJob, SiteSummary

Job = TypeVar("Job")
Result = TypeVar("Result")

PLUGIN = "chapterhouse.render.plugin"
FEW_SITES = 2
"""So many sites are rendered in the calling process: starting others would take longer."""
FEW_FOLDERS = 3
"""So many folders are loaded in the calling process."""


class Workers:
    """Processes that load folders and render sites; started when there is enough to do."""

    def __init__(self, count: int = 0, executor: "Executor | str | None" = None) -> None:
        """Take the number of processes (0: one for each core), and an executor or its address, if any."""
        self.count = count or cores()
        self._executor = executor
        self._importing: threading.Thread | None = None
        self._prepares: Callable[[], object] | None = None
        self._disconnect: Callable[[], object] | None = None
        self.prepared: Any = None
        """What was read while other processes loaded folders; None where nothing was."""

    def __enter__(self) -> "Workers":
        """Start nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for what is still being imported and for processes that are leaving, and leave the cluster."""
        if kind is not KeyboardInterrupt:
            self._join()
        if forks := sys.modules.get("chapterhouse.render.forks"):
            forks.wait_for_the_last()
        if self._disconnect is not None:
            self._disconnect()
            self._disconnect = None

    def prepare(self, more: Callable[[], object] = lambda: None, *, pelican: bool) -> None:
        """Say that sites will be rendered: what that needs is imported while other processes load folders.

        `more` imports what the calling process needs besides; what it returns is `prepared` then.
        """

        def prepares() -> None:
            (_import_pelican if pelican else _import_core)()
            self.prepared = more()

        self._prepares = prepares

    def map(
        self,
        function: Callable[[Job], Result],
        jobs: Iterable[Job],
        meanwhile: Callable[[], object] = lambda: None,
    ) -> Iterator[Result]:
        """Yield the result of each job, in the order of the jobs.

        `meanwhile` is called before the first result, while other processes work if there are any.
        """
        waiting = list(jobs)
        self._join()
        executor = self._given()
        if executor is not None:
            meanwhile()
            yield from executor.map(function, waiting)
        elif self.count == 1 or len(waiting) <= FEW_FOLDERS:
            meanwhile()
            yield from map(function, waiting)
        else:
            from chapterhouse.render.processes import map_here

            def aside() -> None:
                self._import_aside()
                meanwhile()

            yield from map_here(function, waiting, self.count, aside)

    def render(
        self,
        jobs: "Iterable[SiteJob]",
        late: "Callable[[], Iterable[SiteJob]]" = tuple,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> "Iterator[SiteSummary]":
        """Yield the summary of each site, in the order in which they are done.

        `late` returns further jobs; it is called once, and then `meanwhile`, while other processes render if
        there are any.
        """
        self._join()
        return render_sites(jobs, self._given(), self.count, late, meanwhile)

    def _given(self) -> "Executor | None":
        if isinstance(self._executor, str):
            if not self._executor:
                return None
            from chapterhouse.render.elsewhere import connect

            self._executor, self._disconnect = connect(self._executor)
        return self._executor

    def _import_aside(self) -> None:
        from chapterhouse.render.processes import no_ctrl_c

        if self._prepares is not None and self._importing is None:
            # The program does not wait for it to end: Ctrl-C within an import may leave that locked.
            self._importing = threading.Thread(target=self._prepares, daemon=True)
            with no_ctrl_c():
                self._importing.start()

    def _join(self) -> None:
        # A process that forks while another of its threads holds a lock leaves a child that waits for ever.
        if self._importing is not None:
            self._importing.join()


def render_sites(
    jobs: "Iterable[SiteJob]",
    executor: "Executor | None" = None,
    jobs_count: int = 0,
    late: "Callable[[], Iterable[SiteJob]]" = tuple,
    meanwhile: Callable[[], None] = lambda: None,
) -> "Iterator[SiteSummary]":
    """Render sites and yield the summary of each, in the order in which they are done.

    A site whose worker is lost is rendered once more; if that is lost too, its summary says so. All others
    are rendered all the same.
    """
    waiting = list(jobs)
    count = min(jobs_count or cores(), len(waiting))
    if executor is not None:
        from chapterhouse.render.elsewhere import render_elsewhere

        waiting += late()
        meanwhile()
        yield from render_elsewhere(waiting, executor)
    elif len(waiting) <= FEW_SITES or count == 1:
        from chapterhouse.render.site import render_site

        waiting += late()
        meanwhile()
        yield from map(render_site, waiting)
    else:
        from chapterhouse.render.here import render_here

        yield from render_here(waiting, count, late, meanwhile)


def map_folders(
    function: Callable[[Job], Result], jobs: Iterable[Job], jobs_count: int = 0
) -> Iterator[Result]:
    """Yield the result of each job, in the order of the jobs, worked out by several processes."""
    return Workers(jobs_count).map(function, jobs)


def warm(jobs: "Sequence[SiteJob]" = ()) -> None:
    """Import what rendering needs and compile some sites' templates: workers forked later have both."""
    if any(names_plugins(job.pelican) for job in jobs):
        _import_pelican()
    else:
        _import_core()
    if jobs:
        from chapterhouse.render.environment import compile_templates, site_environment

        kinds = {(job.themes, language): job for job in jobs for language in job.languages}
        for (_, language), job in kinds.items():
            compile_templates(site_environment(job, language))


def names_plugins(settings: Mapping[str, Any]) -> bool:
    """Tell whether Pelican's settings name plugins besides our own, for which it has to run."""
    return any(name != PLUGIN for name in settings.get("PLUGINS") or ())


def cores() -> int:
    """Return how many processes can work at the same time."""
    if sys.platform != "win32" and hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _import_core() -> None:
    importlib.import_module("chapterhouse.render.site")


def _import_pelican() -> None:
    from chapterhouse.render.warming import import_all

    import_all()
