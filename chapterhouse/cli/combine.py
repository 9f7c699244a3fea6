"""Join the shards that `build --shard` made on several machines, and build what is common to all sites.

  chapterhouse build --shard 1/2      on one machine, in a checkout of the network
  chapterhouse build --shard 2/2      on another one
  chapterhouse combine shards         on a third one: shards/ holds the folders of both, with output/ and
                                      .chapterhouse/ in each

The result is byte for byte that of one build of the whole. A shard that is missing, or was built from other
files, is no error: its sites are built here.
"""

from pathlib import Path

from chapterhouse.cli._options import Given, Option
from chapterhouse.cli.build import COMMON

OPTIONS = (
    Option(
        name="shards", help="the folder of a shard, or one that holds several", positional=True, default=None
    ),
    *COMMON,
    Option(name="strict", help="publish nothing more if there is any error", default=False),
    Option(name="jobs", help="worker processes; 0 is one for each core", default=0),
)


def run(options: Given) -> int:
    """Take the shards' sites over, build the rest and report."""
    from chapterhouse.cli._run import run_pipeline
    from chapterhouse.config import find_project, read_project
    from chapterhouse.shards import adopt, shard_folders

    root = find_project(Path(options.project) if options.project else None)
    project = read_project(root, output=Path(options.output) if options.output else None)
    adopt(project, shard_folders(Path(options.shards).absolute()))
    return run_pipeline("build", options)
