"""What a run of the pipeline was asked for."""

from chapterhouse.frozen import frozen


@frozen
class Options:
    """What the command line chose."""

    command: str
    """`build`, `check` or `plan`."""
    today: str
    strict: bool = False
    clean: bool = False
    only: str = ""
    """The only site to build, by its slug or `hub`, or the share of them, as `2/4`; empty for all."""
    jobs: int = 0
    executor: str = ""
    built: bool = False
    """For `check`: whether the published pages are checked too."""
    key: str = ""
    """What else the report depends on: `options_key` of `unchanged.py`."""
