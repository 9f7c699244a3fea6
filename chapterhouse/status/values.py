"""What the steward's view consists of."""

from collections.abc import Mapping, Sequence

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.frozen import field, frozen


@frozen
class Override:
    """A page that an association wrote in place of a shared one."""

    path: str
    """The association's own page."""
    shared: str
    """The shared page that it stands for."""
    changed_on: str = ""
    """The day of its last change, where the project's history is known."""
    shared_changed_on: str = ""
    """The same of the shared page."""
    fell_behind: bool | None = None
    """Whether the shared page changed since; None where nobody can know."""


@frozen
class Finding:
    """One thing for the steward to look at."""

    code: str
    """A short name: `never-verified`."""
    short: str
    """A few words for a table."""
    words: str
    """A sentence without a full stop."""
    paths: tuple[Location, ...] = ()
    """Where, if it is about files."""


@frozen
class AssociationStatus:
    """What is known of one association's upkeep."""

    slug: str
    name: str
    status: str
    """The status that its record says; empty where the record cannot be read."""
    verified_on: str = ""
    verified_days: int | None = None
    """How many days ago the record was verified; None where it never was."""
    news_on: str = ""
    """The day of its newest news, or an empty text."""
    news_count: int = 0
    is_held: bool = False
    overrides: tuple[Override, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What to look at, the most urgent first."""


@frozen
class Status:
    """The steward's view of the whole network."""

    day: str
    hub: tuple[Finding, ...] = ()
    """What to look at in the hub's own folder and the shared one."""
    associations: tuple[AssociationStatus, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """For each code, how many associations have such a finding."""


Problems = Mapping[str, Sequence[Diagnostic]]
"""The diagnostics of each site, by slug; the hub's is the empty text."""
Changes = Mapping[str, tuple[int, str]]
"""Moment and day of the last change of files, by path."""
