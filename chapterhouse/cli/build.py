"""Build the network into output/: what changed is rebuilt, what is broken is held, the rest stays.

A site with an error keeps its last good version; every other site and the hub are published. The exit code is
0 if all is well, 1 if something is held, 2 if nothing could be done.
"""

from chapterhouse.cli._options import PROJECT, Given, Option

COMMON = (
    PROJECT,
    Option(name="output", help="another folder than output/", metavar="DIR"),
    Option(name="today", help="the day the build is for, as 2026-05-17: what is upcoming", metavar="DATE"),
    Option(name="format", help="how to report", default="text", choices=("text", "json", "github")),
)
OPTIONS = (
    *COMMON,
    Option(name="strict", help="publish nothing at all if there is any error", default=False),
    Option(name="clean", help="forget what is known, build everything, remove foreign files", default=False),
    Option(name="only", help="build this association's site only", metavar="SLUG"),
    Option(name="shard", help="build one share of the sites: 2/4 is the second of four", metavar="K/N"),
    Option(name="jobs", help="worker processes; 0 is one for each core", default=0),
    Option(name="executor", help="dask://HOST:PORT builds on a Dask cluster"),
)


def run(options: Given) -> int:
    """Build and report."""
    from chapterhouse.cli._run import run_pipeline

    return run_pipeline("build", options)
