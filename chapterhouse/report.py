"""What a build, check or plan has to tell: the value that the pipeline hands to the reporting."""

from collections.abc import Iterable
from enum import StrEnum

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import frozen, replace


class Action(StrEnum):
    """What a build does with one site."""

    BUILD = "build"
    KEEP = "keep"
    HOLD = "hold"
    REMOVE = "remove"


@frozen
class SiteLine:
    """One site in a plan or a report."""

    slug: str
    """`""` is the hub."""
    action: Action
    reasons: tuple[str, ...] = ()
    """Sentences without a full stop: why the site is built, held or removed."""
    kept_from: str = ""
    """For a held site: the day its published version is from; empty where it was never published."""


@frozen
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

    def again(self) -> "Report | None":
        """Return what a build right after this one would report, or None where it would have work."""
        if self.stopped:
            return self
        if self.errors and self.count(Action.BUILD):
            # What was built may be a held site's last good version, which is told in other words next time.
            return None
        lines = (line for line in self.sites if line.action is not Action.REMOVE)
        kept = tuple(
            replace(line, action=Action.KEEP, reasons=()) if line.action is Action.BUILD else line
            for line in lines
        )
        return replace(self, sites=kept, files_written=0, files_removed=0)

    @property
    def exit_code(self) -> int:
        """0 where all is well, 1 where errors were found or a site is held."""
        return 1 if self.errors or self.count(Action.HOLD) else 0


def all_kept(
    command: str, slugs: Iterable[str], diagnostics: Iterable[Diagnostic], published: int = 0
) -> Report:
    """Return the report of a run that leaves every site as it is."""
    lines = tuple(SiteLine(slug=slug, action=Action.KEEP) for slug in slugs)
    return Report(command=command, diagnostics=tuple(diagnostics), sites=lines, published=published)
