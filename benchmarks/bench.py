"""Runs the benchmark: `python -m benchmarks.bench`."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from benchmarks import photographs, results, scenarios, serving, tables
from benchmarks.install import install_peers
from benchmarks.peer import NAMES, OURS
from benchmarks.session import Row, Session

SCENARIOS = ("cold", "nothing", "edit", "serve", "growth", "pictures")
PEERS = tuple(name for name in NAMES if name != OURS)
UNWARMED = {"serve", "pictures"}
BIG_SITES = 1000
FEWEST_PAGES = 8
STOPPED = 130
_TITLES = {"cold": "Cold build", "nothing": "Nothing changed", "edit": "One page edited"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the scenarios asked for, print their tables, and tell whether all could be compared."""
    options = _options(arguments)
    if options.install_peers:
        for problem in install_peers():
            print(problem, file=sys.stderr)
    work = _workshop(options.work)
    session = Session(work, options.sites, options.pages, options.rounds, options.peers, _say)
    rows: list[Row] = []
    _say(results.machine())
    _say(f"{options.sites} sites x {options.pages} pages, {options.rounds} rounds in turn")
    for title in session.missing():
        _say(f"{title}: not installed")
    try:
        if set(options.scenario) - UNWARMED:
            session.warm_up()
        for name in options.scenario:
            title, text, found = _run(session, name, options)
            rows += found
            _say(f"\n{title}\n\n{text}")
            if options.write:
                results.keep({title: text})
    except KeyboardInterrupt:
        print("bench: stopped; of this scenario nothing was kept", file=sys.stderr)
        return STOPPED
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)
    return 1 if any(row.problems for row in rows) else 0


def _run(session: Session, name: str, options: argparse.Namespace) -> tuple[str, str, list[Row]]:
    _say(f"\n{name}:")
    if name == "serve":
        served = serving.serve(session, sorted({10, session.sites}))
        title = f"Edit while the server runs, up to {session.sites} x {session.pages}"
        return title, tables.served(served), [row for rows in served.values() for row in rows]
    if name == "growth":
        grown = scenarios.growth(session, options.growth)
        title = f"Cost of a page, {options.growth[0]} to {options.growth[-1]} associations"
        return title, tables.grown(grown), [row for rows in grown.values() for row in rows]
    if name == "pictures":
        title = f"Pictures, {options.photographs} photographs of 12 million pixels"
        return (
            title,
            photographs.table(photographs.builds(session.work / "pictures", options.photographs)),
            [],
        )
    scaled = name != "edit"
    builds = {"cold": scenarios.cold, "nothing": scenarios.nothing, "edit": scenarios.edit}
    rows = builds[name](session)
    for line in tables.pairs(rows, scaled=scaled):
        _say(line)
    title = f"{_TITLES[name]}, {session.sites} x {session.pages}"
    return title, tables.builds(rows, session.missing(), scaled=scaled), rows


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the command."""
        self.exit(2, f"{self.prog}: {message}\n")


def _workshop(folder: Path | None) -> Path:
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            folder = folder.resolve()
        return Path(tempfile.mkdtemp(prefix="chapterhouse-bench-", dir=folder))
    except OSError as error:
        print(f"bench: nothing can be built in {error.filename}: {error.strerror}", file=sys.stderr)
        sys.exit(2)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(prog="bench", description="Build one corpus with each contender.")
    parser.add_argument("--sites", type=int, default=40, help="associations (40)")
    parser.add_argument("--pages", type=int, default=25, help="entries of each association (25)")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each contender (5)")
    parser.add_argument("--peers", type=_names(PEERS), default=PEERS, help=f"of {','.join(PEERS)} (all)")
    parser.add_argument(
        "--scenario",
        type=_names(SCENARIOS),
        default=SCENARIOS[:3],
        help=f"of {','.join(SCENARIOS)} (the first three)",
    )
    parser.add_argument("--big", action="store_true", help=f"{BIG_SITES} associations")
    parser.add_argument("--growth", type=_sizes, default=[10, 100, 1000], help="sizes (10,100,1000)")
    parser.add_argument("--photographs", type=int, default=200, help="for the scenario pictures (200)")
    parser.add_argument("--write", action="store_true", help="keep the tables in benchmarks/RESULTS.md")
    parser.add_argument("--install-peers", action="store_true", help="install the other peers first")
    parser.add_argument("--work", type=Path, help="folder to build in (the system's temporary one)")
    parser.add_argument("--keep", action="store_true", help="leave what was built, to look into it")
    options = parser.parse_args(arguments)
    if options.big:
        options.sites = BIG_SITES
    if min(options.sites, options.rounds, options.photographs) < 1 or options.pages < FEWEST_PAGES:
        needed = f"1 site, {FEWEST_PAGES} pages (so that there are news and events), 1 round and 1 photograph"
        parser.error(f"at least {needed} are needed")
    return options


def _names(allowed: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        names = tuple(name for name in text.split(",") if name)
        if unknown := [name for name in names if name not in allowed]:
            raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(allowed)}")
        return names

    return read


def _sizes(text: str) -> list[int]:
    sizes = text.split(",")
    if wrong := [size for size in sizes if not (size.isdecimal() and int(size))]:
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is no number of associations")
    return sorted({int(size) for size in sizes})


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
