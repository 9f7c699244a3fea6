"""A program that builds a project again and again and dies in the middle, with its workers.

Each line of its input is a number n. A process of its own, with everything imported already, builds and is
killed when it touches the disk for the n-th time; the answer is a line with its exit code. With 0 it lives,
and a line before says how often it touched the disk, and when it touched the output for the first time.
"""

import os
import signal
import sys
from pathlib import Path

WATCHED = ("os.", "open", "sqlite3.", "shutil.")


class Count:
    """Counts the events of Python's audit hooks that touch the disk, and kills the process group at one.

    A worker counts on from where it was forked; at a number below zero only the first process dies.
    """

    def __init__(self, fatal: int, output: str) -> None:
        self.fatal = fatal
        self.first = os.getpid()
        self.output = output
        self.seen = 0
        self.published = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(WATCHED):
            self.seen += 1
            if not self.published and event == "os.rename" and str(arguments[1]).startswith(self.output):
                self.published = self.seen
            if self.seen == self.fatal or (self.seen == -self.fatal and os.getpid() == self.first):
                os.killpg(0, signal.SIGKILL)


def build_and_die(root: Path, fatal: int) -> None:
    """Build, in a process group of its own, and perhaps die of it."""
    from tests.truth.builds import build

    os.setsid()
    count = Count(fatal, str(root / "output"))
    sys.addaudithook(count)
    build(root, jobs=2)
    if not fatal:
        print(count.seen, count.published, flush=True)


if __name__ == "__main__":
    from chapterhouse.render.warming import import_all

    import_all()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            build_and_die(Path(sys.argv[1]), int(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print("exit", os.waitstatus_to_exitcode(status), flush=True)
