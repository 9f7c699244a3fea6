"""Processes for systems that cannot fork: each imports what it needs, and jobs are sent to it.

The same as `forks.py` to who uses it. Each process is sent one job at a time through a pipe of its own, so
that one that is killed costs its job and nothing else.
"""

import multiprocessing
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from chapterhouse.errors import ChapterhouseError
from chapterhouse.render.processes import Defect, Lost, meanwhile, nothing, or_raise

_NOTHING = pickle.dumps(None, -1)


class _Process:
    """A spawned process as the calling one sees it."""

    def __init__(self, process: BaseProcess) -> None:
        self.process = process
        self.in_hand: int | None = None


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
        self._begin = begin
        self._jobs = list(jobs)
        self._waiting = deque(range(len(self._jobs)))
        self._open = len(self._jobs)
        """So many jobs have no result yet."""
        self._results: list[tuple[int, Any]] = []
        self._processes: dict[Connection, _Process] = {}
        for _ in range(count):
            self._start()

    def __enter__(self) -> "Spawned":
        """Return the processes, which have begun."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let no process take a further job, and wait for those in hand."""
        for pipe in self._processes:
            pipe.close()
        for process in self._processes.values():
            process.process.join()
        self._processes = {}

    def add(self, jobs: Sequence[Any]) -> None:
        """Take further jobs, which are done before those that wait."""
        first = len(self._jobs)
        self._jobs += jobs
        self._open += len(jobs)
        self._waiting.extendleft(reversed(range(first, len(self._jobs))))
        for pipe, process in self._processes.items():
            if process.in_hand is None:
                self._send(pipe, process)

    def during(self, act: Callable[[], object]) -> None:
        """Act in the calling thread while another one takes the results in and sends the next jobs."""
        meanwhile(act, lambda: self._receive(0.02))

    def results(self) -> Iterator[tuple[int, Any]]:
        """Yield the number and the result of each job as it is done, `Lost` where its process was killed.

        Raises ChapterhouseError where a job did, and Defect for any other exception.
        """
        while self._open or self._results:
            if not self._results:
                self._receive(None)
            results, self._results = self._results, []
            yield from or_raise(results)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        spawned = context.Process(target=_work, args=(theirs, self._function, self._begin), daemon=True)
        spawned.start()
        theirs.close()
        process = self._processes[ours] = _Process(spawned)
        self._send(ours, process)

    def _send(self, pipe: Connection, process: _Process) -> None:
        """Hand out the next job, if there is one."""
        process.in_hand = self._waiting.popleft() if self._waiting else None
        if process.in_hand is not None:
            # Where the process is gone, its pipe says so when it is read.
            with suppress(OSError):
                pipe.send(self._jobs[process.in_hand])

    def _receive(self, seconds: float | None) -> None:
        """Take in what processes have sent; wait for it no longer than so many seconds."""
        for pipe in wait(list(self._processes), seconds):
            assert isinstance(pipe, Connection)
            process = self._processes[pipe]
            try:
                result = pipe.recv()
            except (EOFError, OSError):
                self._gone(pipe)
            else:
                self._note(process, result)
                self._send(pipe, process)

    def _gone(self, pipe: Connection) -> None:
        """Note what a killed process had in hand as lost, and start another one if there is work for it."""
        process = self._processes.pop(pipe)
        pipe.close()
        process.process.join()
        if process.in_hand is not None:
            self._note(process, Lost())
        if self._waiting:
            self._start()

    def _note(self, process: _Process, result: Any) -> None:
        number = process.in_hand
        assert number is not None
        process.in_hand = None
        self._open -= 1
        self._results.append((number, result))


def _work(pipe: Connection, function: Callable[[Any], Any], begin: Callable[[], object]) -> None:
    """Do the jobs that come in until the other end is closed."""
    # Ctrl-C reaches all processes at once; the first one decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begun = _outcome(lambda: [begin(), None].pop())
    with suppress(EOFError, OSError):
        while True:
            job = pipe.recv_bytes()
            pipe.send_bytes(_outcome(partial(_do, function, job)) if begun == _NOTHING else begun)


def _do(function: Callable[[Any], Any], job: bytes) -> Any:
    return function(pickle.loads(job))


def _outcome(act: Callable[[], Any]) -> bytes:
    """Return what an act returns, or what it raises, as it is sent."""
    try:
        return pickle.dumps(act(), -1)
    except (ChapterhouseError, OSError) as problem:
        return pickle.dumps(problem)
    except Exception:
        return pickle.dumps(Defect(f"in a worker:\n{traceback.format_exc()}"))
