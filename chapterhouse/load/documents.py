"""What a YAML text says, and where: its reader (`nodes.py`) makes it, validation asks it for places."""

from typing import Any, NamedTuple, TypeAlias

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.frozen import field, frozen

Route: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("links", 0, "url")`."""


class Mark(NamedTuple):
    """A stretch of a line; line and column are counted from 1."""

    line: int
    column: int
    length: int


@frozen
class Document:
    """What a YAML text says, and where."""

    path: str
    data: dict[str, Any] = field(default_factory=dict)
    """Texts, lists and groups; a key without a value is left out."""
    marks: dict[Route, Mark] = field(default_factory=dict)
    """Where each value stands."""
    keys: dict[Route, Mark] = field(default_factory=dict)
    """Where each key stands, also of those without a value."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def place(self, route: Route) -> Location:
        """Return where a value stands, or else what holds it."""
        while route:
            mark = self.marks.get(route)
            if mark:
                return Location(self.path, *mark)
            route = route[:-1]
        return Location(self.path, *self.marks.get((), (1, 0, 1)))

    def key_place(self, route: Route) -> Location:
        """Return where the key of a value stands, or else what holds it."""
        mark = self.keys.get(route)
        return Location(self.path, *mark) if mark else self.place(route)

    @property
    def lines(self) -> dict[str, int]:
        """Return the line of each key of the first level."""
        return {str(route[0]): mark.line for route, mark in self.keys.items() if len(route) == 1}
