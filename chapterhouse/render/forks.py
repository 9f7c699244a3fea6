"""Forked processes that share jobs: each takes the next one when it is free, and sends back what it made.

A forked process has the jobs from birth: only their numbers are handed out, through one pipe from which all
read, and results come back through a pipe of each. The standard library's pool of processes costs a tenth of
a small build, and gives everything up where one process is killed; here that costs no more than its job.
"""

import fcntl
import gc
import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from select import POLLIN, poll
from termios import FIONREAD
from time import sleep
from typing import Any

from chapterhouse.errors import ChapterhouseError
from chapterhouse.render.processes import Defect, Lost, meanwhile, no_ctrl_c, nothing, or_raise

COLLECT_AFTER = 64
"""A process looks for reference cycles after so many jobs, instead of whenever Python feels like it."""

_NUMBER = struct.Struct("=i")
_HEAD = struct.Struct("=BiQ")
"""What a message begins with: its kind, the number of the job, the length of what follows."""
_BEGUN, _DONE, _RAISED, _DEFECT = range(4)
_NO_JOB = -1
_HANDED_OUT_AT_ONCE = 4096
"""So many numbers fit into a pipe on every system."""
PAUSE = 0.03
"""So many seconds results gather while many jobs are open: to take in each at once halts a process for it."""
_MANY = 8
"""With no more open jobs for each process, nobody waits for results to gather."""
_PART = 1 << 16
"""So much is read at once: to make room for more takes longer than to read again."""
_PIPE = 1 << 20
"""The size that is asked for a pipe of results: they wait in it while the calling process is busy."""

_LEAVING: list[int] = []
"""Processes without a job: giving their memory back takes some milliseconds, in which others work on."""


class _Process:
    """A forked process as the calling one sees it."""

    def __init__(self, pid: int, own: Iterable[int]) -> None:
        self.pid = pid
        self.own = list(own)
        """Jobs that only this one has, and has not begun."""
        self.received = bytearray()
        self.in_hand: int | None = None


class Forks:
    """Processes that work on some jobs and end with the `with` block, also when it is left in a hurry."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        jobs: Iterable[Any],
        count: int,
        begin: Callable[[], object] = nothing,
    ) -> None:
        """Fork so many processes; each calls `begin` first."""
        wait_for_the_last()
        self._function = function
        self._jobs = list(jobs)
        self._begin = begin
        self._processes: dict[int, _Process] = {}
        """By the end of the pipe from which their results are read."""
        self._poll = poll()
        self._results: list[tuple[int, Any]] = []
        self._open = set(range(len(self._jobs)))
        """The jobs that have no result yet."""
        self._waiting = sorted(self._open, reverse=True)
        """What is not handed out yet, the next one last."""
        self._orphans: list[int] = []
        """What only a killed process had, and has not begun: another one is forked for it, from no thread."""
        self._handed_out: list[int] = []
        self._begun: set[int] = set()
        self._take, self._give = os.pipe()
        self._hand_out(_HANDED_OUT_AT_ONCE)
        try:
            for _ in range(count):
                self._fork()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> "Forks":
        """Return the processes, which have begun."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let no process take a further job, and wait for those in hand."""
        with no_ctrl_c():
            os.close(self._give)
            for pipe in self._processes:
                os.close(pipe)
            _LEAVING.extend(process.pid for process in self._processes.values())
            if self._open:
                wait_for_the_last()
            self._processes = {}
            os.close(self._take)

    def add(self, jobs: Sequence[Any]) -> None:
        """Take further jobs, which a further process does first."""
        if jobs:
            first = len(self._jobs)
            self._jobs += jobs
            self._open.update(range(first, len(self._jobs)))
            self._fork(range(first, len(self._jobs)))

    def during(self, act: Callable[[], object]) -> None:
        """Act in the calling thread while another one takes the results in: a full pipe halts its process."""
        meanwhile(act, lambda: self._receive(20), PAUSE)

    def results(self) -> Iterator[tuple[int, Any]]:
        """Yield the number and the result of each job as it is done, `Lost` where its process was killed.

        Raises ChapterhouseError where a job did, and Defect for any other exception.
        """
        while self._open or self._results:
            if not self._results:
                if self._orphans or not self._processes:
                    orphans, self._orphans = self._orphans, []
                    self._fork(orphans)
                if len(self._open) > _MANY * len(self._processes):
                    sleep(PAUSE)
                self._receive(None)
            results, self._results = self._results, []
            yield from or_raise(results)

    def _hand_out(self, count: int) -> None:
        numbers = [self._waiting.pop() for _ in range(min(count, len(self._waiting)))]
        if numbers:
            os.write(self._give, b"".join(map(_NUMBER.pack, numbers)))
            self._handed_out += numbers

    def _fork(self, own: Iterable[int] = ()) -> None:
        """Start a process, which does some jobs of its own first."""
        read, write = os.pipe()
        _enlarge(write)
        with no_ctrl_c():
            pid = os.fork()
            if pid == 0:
                try:
                    signal.signal(signal.SIGINT, signal.SIG_IGN)
                    # Where the calling process is gone, these must not be open anywhere.
                    for pipe in (self._give, read, *self._processes):
                        os.close(pipe)
                    self._work(own, write)
                except Exception:
                    _send(write, _DEFECT, _NO_JOB, _trace())
                finally:
                    os._exit(0)
            os.close(write)
            self._processes[read] = _Process(pid, own)
            self._poll.register(read, POLLIN)

    def _work(self, own: Iterable[int], write: int) -> None:
        """Do jobs in the forked process until there are no more."""
        # What came with the fork is for good; to look through it for cycles would copy all of it.
        gc.freeze()
        gc.disable()
        self._begin()
        for done, number in enumerate(self._numbers(own), start=1):
            _send(write, _BEGUN, number)
            try:
                kind, content = _DONE, pickle.dumps(self._function(self._jobs[number]), -1)
            except (ChapterhouseError, OSError) as problem:
                kind, content = _RAISED, pickle.dumps(problem)
            except Exception:
                kind, content = _DEFECT, _trace()
            _send(write, kind, number, content)
            if done % COLLECT_AFTER == 0:
                gc.collect()

    def _numbers(self, own: Iterable[int]) -> Iterator[int]:
        yield from own
        # A pipe gives each of its readers whole numbers: it is locked while one of them reads.
        while number := os.read(self._take, _NUMBER.size):
            yield _NUMBER.unpack(number)[0]

    def _receive(self, wait: float | None) -> None:
        """Take in what processes have sent; wait for it no longer than so many milliseconds."""
        for pipe, _ in self._poll.poll(wait):
            process = self._processes[pipe]
            part = os.read(pipe, _PART)
            if part:
                process.received += part
                self._unpack(process)
            else:
                self._poll.unregister(pipe)
                self._gone(self._processes.pop(pipe))
                os.close(pipe)

    def _unpack(self, process: _Process) -> None:
        received = process.received
        start = 0
        while len(received) - start >= _HEAD.size:
            kind, number, size = _HEAD.unpack_from(received, start)
            if len(received) - start - _HEAD.size < size:
                break
            start += _HEAD.size
            if kind == _BEGUN:
                process.in_hand = number
                self._begun.add(number)
                if number in process.own:
                    process.own.remove(number)
                continue
            process.in_hand = None
            self._note(number, _read(kind, received[start : start + size]))
            start += size
        del received[:start]

    def _note(self, number: int, result: Any) -> None:
        if number in self._open or number == _NO_JOB:
            self._results.append((number, result))
            self._open.discard(number)
            self._hand_out(1)

    def _gone(self, process: _Process) -> None:
        """Note what a killed process had in hand as lost, and hand out again what it may have taken."""
        _, status = os.waitpid(process.pid, 0)
        if process.in_hand is not None:
            self._note(process.in_hand, Lost())
        self._orphans += process.own
        if status:
            # Between taking a number and telling of it; at worst another process does the same once more.
            left = _NUMBER.unpack(fcntl.ioctl(self._take, FIONREAD, bytes(_NUMBER.size)))[0] // _NUMBER.size
            taken = self._handed_out[: len(self._handed_out) - left]
            untold = [number for number in taken if number not in self._begun]
            self._waiting += untold
            # No more than these: all that wait might not fit into the pipe.
            self._hand_out(len(untold))


def wait_for_the_last() -> None:
    """Wait for processes that had no job left, so that what they took is counted as taken by this one."""
    with no_ctrl_c():
        while _LEAVING:
            # Where this is a forked process itself, they were not its own.
            with suppress(ChildProcessError):
                os.waitpid(_LEAVING.pop(), 0)


def _read(kind: int, content: bytearray) -> Any:
    if kind == _DEFECT:
        return Defect(f"in a worker:\n{content.decode()}")
    return pickle.loads(content)


def _trace() -> bytes:
    # Few builds need it, and it is slow to import.
    import traceback

    return traceback.format_exc().encode()


def _send(pipe: int, kind: int, number: int, content: bytes = b"") -> None:
    rest = memoryview(_HEAD.pack(kind, number, len(content)) + content)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _enlarge(pipe: int) -> None:
    """Let a pipe hold more than usual, where the system can."""
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        # A user may have only so much; with less a process waits sooner.
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
