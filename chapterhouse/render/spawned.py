"""Processes for systems that cannot fork: each imports what it needs, and jobs are sent to it.

The same as `forks.py` to who uses it.
"""

import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any

from chapterhouse.errors import ChapterhouseError
from chapterhouse.render.processes import Defect, Lost, nothing


class Spawned:
    """Processes that work on some jobs and end with the `with` block, also when it is left in a hurry."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        jobs: Iterable[Any],
        count: int,
        begin: Callable[[], object] = nothing,
    ) -> None:
        """Start so many processes; each calls `begin` first."""
        self._function = function
        self._count = count
        self._begin = begin
        self._jobs: list[Any] = []
        self._futures: dict[Future[Any], int] = {}
        self._executor = self._start()
        self.add(list(jobs))

    def __enter__(self) -> "Spawned":
        """Return the processes, which have begun."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let no process take a further job, and wait for those in hand."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def add(self, jobs: Sequence[Any]) -> None:
        """Take further jobs."""
        first = len(self._jobs)
        self._jobs += jobs
        self._submit(range(first, len(self._jobs)))

    def during(self, act: Callable[[], object]) -> None:
        """Act while the processes work."""
        act()

    def results(self) -> Iterator[tuple[int, Any]]:
        """Yield the number and the result of each job as it is done, `Lost` where its process was killed.

        Raises ChapterhouseError where a job did, and Defect for any other exception.
        """
        while self._futures:
            begun: set[Future[Any]] = set()
            undone = dict.fromkeys(self._futures)
            try:
                for future in as_completed(undone):
                    # They begin in the order in which they were handed out, a few at a time.
                    begun.update(f for f in islice(undone, 2 * self._count + 3) if f.running())
                    undone.pop(future)
                    result = future.result()
                    if isinstance(result, Defect):
                        raise result
                    yield self._futures.pop(future), result
            except BrokenProcessPool:
                lost = sorted(
                    self._futures[future] for future in (begun or undone) if future in self._futures
                )
                rest = sorted(set(self._futures.values()).difference(lost))
                self._executor.shutdown()
                self._executor, self._futures = self._start(), {}
                self._submit(rest)
                yield from ((number, Lost()) for number in lost)

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(
            self._count, mp_context=context, initializer=_begin, initargs=(self._begin,)
        )

    def _submit(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._futures[self._executor.submit(_do, self._function, self._jobs[number])] = number


def _begin(begin: Callable[[], object]) -> None:
    # Ctrl-C reaches all processes at once; the first one decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin()


def _do(function: Callable[[Any], Any], job: Any) -> Any:
    try:
        return function(job)
    except (ChapterhouseError, OSError):
        raise
    except Exception:
        return Defect(f"in a worker:\n{traceback.format_exc()}")
