"""The command line: one module is one command, and its docstring is its help.

A command is a module with `OPTIONS`, what may follow its name, and `run(options)`, which returns the exit
code. `chapterhouse X` and `python3 tasks.py X` parse with argparse, which speaks better to people, wherever
there is anything to say; `inv X` offers the same commands as Invoke tasks.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from chapterhouse.cli._options import Given, Option, read_plainly
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.pipes import reader_is_gone
from chapterhouse.text import did_you_mean

COMMANDS = (
    "build",
    "check",
    "plan",
    "serve",
    "new",
    "init",
    "explain",
    "placement",
    "report",
    "schema",
    "combine",
)
"""The engine's commands in the order in which people meet them."""
DEVELOPERS = ("test", "lint", "quality", "bench", "bless", "docs", "words", "lock")
"""The commands of those who develop Chapterhouse; `developer.py` has them."""


class Command(Protocol):
    """The contract of a module in this folder."""

    OPTIONS: tuple[Option, ...]

    def run(self, options: Given) -> int:
        """Do it and return the exit code."""


def command(name: str) -> Command:
    """Import the module of one command; the others stay unread."""
    from importlib import import_module

    return import_module(f"chapterhouse.cli.{name}")


def main(arguments: Sequence[str], edited: str = "") -> int:
    """Run the command that the words after `chapterhouse` name; return the exit code.

    `edited` is the one folder in which pages were edited since the last build, where that is known already.
    """
    words = list(arguments)
    name = next((word for word in words if not word.startswith("-")), "")
    if name in DEVELOPERS:
        return _run_developer(words)
    if name and name not in COMMANDS:
        hint = did_you_mean(name, (*COMMANDS, *DEVELOPERS))
        print(f'error: there is no command "{name}"' + (f"; {hint}" if hint else ""), file=sys.stderr)
        return 2
    if not name:
        from chapterhouse.cli._parser import make_parser

        make_parser({one: command(one) for one in COMMANDS}).parse_args(words or ["--help"])
        return 0
    return _guard(lambda: command(name).run(_given(name, words, edited)))


def _given(name: str, words: list[str], edited: str) -> Given:
    given = Given(edited=edited)
    module = command(name)
    plain = read_plainly(module.OPTIONS, words[1:]) if words[0] == name else None
    if plain is None:
        from chapterhouse.cli._parser import make_parser

        return make_parser({name: module}).parse_args(words, given)
    vars(given).update(plain)
    return given


def _guard(act: Callable[[], int]) -> int:
    """Turn the operator's mistakes into one line and exit code 2; defects keep their traceback."""
    try:
        code = act()
        # Here, because a reader that is gone would otherwise be noticed at the very end, with a complaint.
        sys.stdout.flush()
        return code
    except ChapterhouseError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Nothing is half-written; the next build takes up from here.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return reader_is_gone()


def _run_developer(words: list[str]) -> int:
    from invoke import Program

    from chapterhouse.cli.tasks import namespace

    try:
        Program(name="chapterhouse", binary="chapterhouse", namespace=namespace()).run(
            ["chapterhouse", *words]
        )
    except SystemExit as end:
        return int(end.code or 0)
    return 0
