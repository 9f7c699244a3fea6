"""Say what a build would do with each site, and why; nothing is built."""

from chapterhouse.cli._options import Given
from chapterhouse.cli.build import COMMON

OPTIONS = COMMON


def run(options: Given) -> int:
    """Plan and report."""
    from chapterhouse.cli._run import run_pipeline

    return run_pipeline("plan", options)
