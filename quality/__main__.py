"""The quality gates on the project's own network, or on a built one: `python -m quality [OUTPUT]`."""

import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from quality import axe, html_validate, lighthouse, nu
from quality.gate import Result, Row, show, timed
from quality.machine import MissingProgram, java, node_packages, say
from quality.pages import Site, build, serve

GATES = (nu, html_validate, axe, lighthouse)


def main(arguments: list[str]) -> int:
    """Return 0 if every gate is passed, 1 if one is not, 2 if they could not be run."""
    try:
        java()
        node_packages()
        with TemporaryDirectory(prefix="chapterhouse-quality-") as room:
            if arguments:
                output = Path(arguments[0]).resolve()
            else:
                say("Building the network apart.")
                output = build(Path(room).resolve())
            with serve(output) as site:
                rows = list(look(site))
    except MissingProgram as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        words = error.stderr or ""
        print(f"error: {' '.join(map(str, error.cmd))} failed. {words}".strip(), file=sys.stderr)
        return 2
    show(rows)
    return 1 if any(row.result.problems for row in rows) else 0


def look(site: Site) -> list[Row]:
    """Return one line of the summary per gate."""
    say(f"Sampled one page of each of {len(site.sample)} templates.")
    rows = [Row("templates", templates(site), 0.0)]
    for gate in GATES:
        say(f"Running {gate.NAME}.")
        rows.append(timed(gate.NAME, partial(gate.check, site), time.perf_counter))
    return rows


def templates(site: Site) -> Result:
    """Return the pages that could not be sampled, because they do not say which template made them."""
    problems = [f"{path}: its <body> has no data-template" for path in site.nameless]
    if not site.sample:
        problems.append("no page was built")
    names = ", ".join(page.template for page in site.sample)
    return Result(pages=len(site.sample), problems=tuple(problems), note=names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
