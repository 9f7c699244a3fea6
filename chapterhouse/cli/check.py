"""Find every mistake in every file, and publish nothing.

With --built, the published pages are checked as well: links, anchors, leftovers of markup.
"""

import argparse

from chapterhouse.cli import Option
from chapterhouse.cli.build import COMMON

OPTIONS = (*COMMON, Option(name="built", help="check the published pages too", default=False))


def run(options: argparse.Namespace) -> int:
    """Check and report."""
    from chapterhouse.cli._run import run_pipeline

    return run_pipeline("check", options)
