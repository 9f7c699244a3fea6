"""The front matter of an entry as its content type's fields, and everything that is wrong with it.

Only entries whose front matter is new come here: this brings pydantic and, where needed, the YAML reader.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from chapterhouse.content_types import ContentType, content_types
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.load.addresses import Address
from chapterhouse.load.front_matter import Parts
from chapterhouse.load.quick_fields import make_fields
from chapterhouse.load.quick_reader import read_quickly
from chapterhouse.load.shapes import Route
from chapterhouse.load.validate import make, mistakes
from chapterhouse.load.vocabulary import unlisted
from chapterhouse.model import HUB_FOLDER
from chapterhouse.record import NetworkRecord

if TYPE_CHECKING:
    from chapterhouse.load.documents import Document

_YES = frozenset({"yes", "true", "on", "y", "t", "1"})


class Fields(NamedTuple):
    """What became of front matter."""

    values: Any
    """The content type's `Fields`, or None where something is wrong with them."""
    lines: dict[str, int]
    """The line of each key."""
    is_draft: bool
    diagnostics: list[Diagnostic]


class _Front:
    """The front matter of one file, read quickly if possible, and with all places if needed."""

    def __init__(self, parts: Parts, path: str) -> None:
        self.parts, self.path = parts, path
        quick = read_quickly(parts.front, parts.front_line)
        if quick is None:
            self.data, self.lines = self.document.data, self.document.lines
            self.diagnostics = list(self.document.diagnostics)
        else:
            self.data, self.lines = quick
            self.diagnostics = []

    @cached_property
    def document(self) -> "Document":
        """The front matter with the place of each value."""
        from chapterhouse.load.nodes import read

        return read(self.parts.front, self.path, self.parts.front_line)

    def place(self, route: Route) -> Location:
        """Return where a value stands."""
        return self.document.place(route)


def read_fields(
    parts: Parts, path: str, named: Address | None, folder: str, network: NetworkRecord | None
) -> Fields:
    """Read the front matter of the entry at a path; without an address only its writing is looked at."""
    if named is None:
        front = _Front(parts, path)
        return Fields(None, front.lines, False, front.diagnostics)
    content_type = content_types()[named.type]
    # The hub's own entries are handed down to every association only where they say so.
    audience = "own" if folder == HUB_FOLDER else content_type.AUDIENCE
    quick = make_fields(content_type.Fields, parts.front, parts.front_line, audience, network)
    if quick is not None and not list(content_type.problems(quick[0])):
        return Fields(*quick, False, [])
    front = _Front(parts, path)
    values, found = _fields(front, named, content_type, audience, network)
    return Fields(values, front.lines, _is_draft(front.data), found)


def _fields(
    front: _Front, named: Address, content_type: ContentType, audience: str, network: NetworkRecord | None
) -> tuple[Any, list[Diagnostic]]:
    """Return the front matter as the content type's fields, or None, and what is wrong with it."""
    if front.diagnostics and not front.data:
        return None, front.diagnostics
    data = front.data
    if "audience" not in data:
        data = {**data, "audience": audience}
    found = front.diagnostics
    if network is not None:
        found += unlisted(content_type.Fields, data, network, front.place)
    fields = make(content_type.Fields, data)
    if fields is None:
        return None, [*found, *mistakes(content_type.Fields, data, front.document)]
    for name, words in content_type.problems(fields):
        found.append(_make("conflicting-fields", f'"{name}" {words}', front.place((name,))))
    if parts := getattr(fields, "parts", None):
        from chapterhouse.load.parts import unknown_named

        found += unknown_named(parts, lambda number: front.place(("parts", number)))
    if named.language and fields.language and fields.language != named.language:
        message = f'the language is "{fields.language}" here, but "{named.language}" in the file\'s name'
        found.append(_make("conflicting-fields", message, front.place(("language",)), "remove this line"))
    return fields, found


def _is_draft(data: dict[str, Any]) -> bool:
    draft = data.get("draft")
    return isinstance(draft, str) and draft.lower() in _YES


def _make(code: str, message: str, location: Location, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, location=location, hint=hint)
