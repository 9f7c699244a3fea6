"""Find every mistake in every file, and publish nothing.

With --output, the published pages are checked as well: links, anchors, leftovers of markup.
"""

from chapterhouse.cli._options import Given, Option
from chapterhouse.cli.build import COMMON

OUTPUT = Option(
    name="output",
    help="check the published pages too, in output/ or this folder",
    default=None,
    metavar="[DIR]",
)
OPTIONS = tuple(OUTPUT if option.name == "output" else option for option in COMMON)


def run(options: Given) -> int:
    """Check and report."""
    from chapterhouse.cli._run import run_pipeline

    return run_pipeline("check", options)
