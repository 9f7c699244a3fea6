"""The command line: one module is one command, and its docstring is its help.

A command is a module with `OPTIONS`, what may follow its name, and `run(options)`, which returns the exit
code. `chapterhouse X` and `python3 tasks.py X` parse with argparse, which speaks better to people; `inv X`
offers the same commands as Invoke tasks.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from chapterhouse import __version__
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.frozen import frozen
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


@frozen
class Option:
    """What may follow a command's name."""

    name: str
    """`strict` is `--strict`; with `positional`, the word itself."""
    help: str
    default: Any = ""
    choices: tuple[str, ...] = ()
    positional: bool = False
    metavar: str = ""

    @property
    def word(self) -> str:
        """The name as Python has it: `no_browser` for `--no-browser`."""
        return self.name.replace("-", "_")

    @property
    def is_flag(self) -> bool:
        """Whether it has no value."""
        return self.default is False

    @property
    def may_be_bare(self) -> bool:
        """Whether it may stand with or without a value; it is None where it does not stand."""
        return self.default is None and not self.positional


class Command(Protocol):
    """The contract of a module in this folder."""

    OPTIONS: tuple[Option, ...]

    def run(self, options: argparse.Namespace) -> int:
        """Do it and return the exit code."""


PROJECT = Option(
    name="project", help="the folder of the network, if not this one or one above it", metavar="DIR"
)


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
    parser = _parser(only=name)
    if not name:
        parser.parse_args(words or ["--help"])
        return 0
    known = argparse.Namespace(edited=edited)
    return _guard(lambda: command(name).run(parser.parse_args(words, known)))


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


def _parser(only: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chapterhouse",
        description="A website for each association of a network, and a hub for all, from YAML and Markdown.",
        epilog="chapterhouse COMMAND --help explains one command.",
    )
    parser.add_argument("--version", action="version", version=f"chapterhouse {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for name in [only] if only else COMMANDS:
        module = command(name)
        words = (module.__doc__ or "").strip()
        sub = commands.add_parser(
            name,
            help=words.splitlines()[0].rstrip(".") if words else "",
            description=words,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        for option in module.OPTIONS:
            _add(sub, option)
    return parser


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    if option.positional:
        optional = {} if option.default is None else {"nargs": "?", "default": option.default}
        parser.add_argument(option.name, help=option.help, metavar=option.metavar or None, **optional)
    elif option.is_flag:
        parser.add_argument(f"--{option.name}", help=option.help, action="store_true")
    elif option.may_be_bare:
        shown = option.metavar.strip("[]")
        parser.add_argument(f"--{option.name}", help=option.help, nargs="?", const="", metavar=shown)
    else:
        parser.add_argument(
            f"--{option.name}",
            help=option.help,
            default=option.default,
            type=type(option.default),
            choices=option.choices or None,
            metavar=option.metavar or (None if option.choices else option.name.upper()),
        )


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
