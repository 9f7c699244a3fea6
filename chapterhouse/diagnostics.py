"""One problem, told to a person: where it is, what is wrong, how to mend it.

Three kinds of failure, and only three: a volunteer's mistake is a `Diagnostic`; the operator's is a
`ChapterhouseError`; anything else is a defect of Chapterhouse and keeps its traceback.
"""

from enum import StrEnum

from chapterhouse.errors import ChapterhouseError
from chapterhouse.frozen import frozen, frozen_row

__all__ = ["ChapterhouseError", "Diagnostic", "Location", "Severity"]


class Severity(StrEnum):
    """What a diagnostic does to a build."""

    ERROR = "error"
    """The site is held: its last good version stays."""
    WARNING = "warning"
    """The site is published; a person should look."""


@frozen_row
class Location:
    """A place in a file of the project."""

    path: str
    """Relative to the project, with forward slashes."""
    line: int = 0
    """Counted from 1; 0 is the file as a whole."""
    column: int = 0
    """Counted from 1 in characters; 0 is the line as a whole."""
    length: int = 1
    """Characters to underline."""

    def __str__(self) -> str:
        """Print as `path:line:column`, leaving out what is not known."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@frozen
class Diagnostic:
    """One problem with its code, severity, message, location and hint."""

    code: str
    """The name that `chapterhouse explain` takes: `unknown-field`."""
    message: str
    """One sentence in plain words, without a full stop."""
    location: Location
    hint: str = ""
    """How to mend it: `did you mean "website"?`"""
    severity: Severity = Severity.ERROR
    site: str | None = None
    """The site that the problem holds, where it is not the one whose folder the file is in:
    a shared page that one association cannot fill. `""` is the hub."""

    @property
    def is_error(self) -> bool:
        """Whether the problem holds its site."""
        return self.severity is Severity.ERROR

    def sort_key(self) -> tuple[Location, str, str, str]:
        """Order diagnostics by place, then code: the same order in every run."""
        return (self.location, self.code, self.message, self.site or "")
