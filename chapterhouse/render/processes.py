"""Processes of this machine: they share the work, and one that is killed takes nothing else with it.

They are forked where the system can fork, once what all of them need is imported, so that none does it again;
elsewhere they are spawned and each does it once.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from chapterhouse.errors import ChapterhouseError

if TYPE_CHECKING:
    from chapterhouse.render.forks import Forks
    from chapterhouse.render.spawned import Spawned

Job = TypeVar("Job")
Result = TypeVar("Result")


class Defect(RuntimeError):
    """A defect of ours that showed itself in another process; the text is its traceback there."""


class Lost(NamedTuple):
    """Stands for the result of a job whose process was ended from outside."""


def nothing() -> None:
    """Begin a process that needs no beginning."""


def processes(
    function: Callable[[Any], Any],
    jobs: Iterable[Any],
    count: int,
    begin: Callable[[], object] = nothing,
) -> "Forks | Spawned":
    """Return so many processes that work on some jobs, to be used in a `with` block."""
    if forks():
        from chapterhouse.render.forks import Forks

        return Forks(function, jobs, count, begin)
    from chapterhouse.render.spawned import Spawned

    return Spawned(function, jobs, count, begin)


def forks() -> bool:
    """Tell whether processes are forked here."""
    # macOS can fork, and its own libraries may then crash in the child.
    return hasattr(os, "fork") and sys.platform not in ("darwin", "cygwin")


def or_raise(results: Iterable[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    """Yield the results of jobs by number; raise the first one that is a problem."""
    for number, result in results:
        if isinstance(result, Exception):
            raise result
        yield number, result


@contextmanager
def no_ctrl_c() -> Iterator[None]:
    """Put off Ctrl-C, where the system can; a thread or process that begins meanwhile never gets it.

    A process that just begins would answer with a traceback; and what a thread gets interrupts the main one
    even where that has put it off.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def meanwhile(act: Callable[[], object], receive: Callable[[], None], pause: float = 0) -> None:
    """Act in the calling thread while another one receives, again and again after so many seconds."""
    # Not every build needs it.
    import threading

    done = threading.Event()

    def receive_all() -> None:
        while not done.wait(pause):
            receive()

    thread = threading.Thread(target=receive_all)
    with no_ctrl_c():
        thread.start()
    try:
        act()
    finally:
        done.set()
        thread.join()


def map_here(
    function: Callable[[Job], Result], jobs: list[Job], count: int, meanwhile: Callable[[], None]
) -> Iterator[Result]:
    """Yield the result of each job in order; `meanwhile` is called when the processes have begun.

    A job whose process is killed is done once more. Raises ChapterhouseError where that is killed too.
    """
    early: dict[int, Result] = {}
    first = 0
    with processes(function, jobs, count) as pool:
        meanwhile()
        for number, result in pool.results():
            found = alone(function, jobs[number]) if isinstance(result, Lost) else result
            if isinstance(found, Lost):
                raise ChapterhouseError(
                    "a process was ended from outside, twice, at the same work; "
                    "the machine may have run out of memory"
                )
            early[number] = found
            while first in early:
                yield early.pop(first)
                first += 1


def alone(
    function: Callable[[Job], Result], job: Job, begin: Callable[[], object] = nothing
) -> Result | Lost:
    """Do a job once more, in a process of its own: if that is killed too, it is because of this job."""
    with processes(function, [job], 1, begin) as pool:
        found: Result | Lost = next(pool.results())[1]
    return found
