"""What a build, check or plan has to tell: the value that the pipeline hands to the reporting."""

from dataclasses import dataclass
from enum import StrEnum

from chapterhouse.diagnostics import Diagnostic


class Action(StrEnum):
    """What a build does with one site."""

    BUILD = "build"
    KEEP = "keep"
    HOLD = "hold"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """One site in a plan or a report."""

    slug: str
    """`""` is the hub."""
    action: Action
    reasons: tuple[str, ...] = ()
    """Sentences without a full stop: why the site is built, held or removed."""
    kept_from: str = ""
    """For a held site: the day its published version is from; empty where it was never published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of one run."""

    command: str
    """`build`, `check` or `plan`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    sites: tuple[SiteLine, ...] = ()
    published: int = 0
    """Sites that are in the output now, the hub included."""
    files_written: int = 0
    files_removed: int = 0
    stopped: bool = False
    """Whether `--strict` stopped all publishing."""

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(d.is_error for d in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return len(self.diagnostics) - self.errors

    def count(self, action: Action) -> int:
        """Count the sites with an action."""
        return sum(line.action is action for line in self.sites)

    @property
    def exit_code(self) -> int:
        """0 where all is well, 1 where errors were found or a site is held."""
        return 1 if self.errors or self.count(Action.HOLD) else 0
