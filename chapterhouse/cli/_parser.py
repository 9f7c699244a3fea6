"""The command line as argparse reads it: help, abbreviations, and words for what is wrong."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING

from chapterhouse import __version__
from chapterhouse.cli._options import Option

if TYPE_CHECKING:
    from chapterhouse.cli import Command


def make_parser(modules: "Mapping[str, Command]") -> argparse.ArgumentParser:
    """Return the parser of some commands, each by its name."""
    parser = argparse.ArgumentParser(
        prog="chapterhouse",
        description="A website for each association of a network, and a hub for all, from YAML and Markdown.",
        epilog="chapterhouse COMMAND --help explains one command.",
    )
    parser.add_argument("--version", action="version", version=f"chapterhouse {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for name, module in modules.items():
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
