"""An entry as load makes it: what stands on top of it, what its body links to, uses and is called.

What a page has many of is a named tuple: packing and unpacking frozen dataclasses costs ten times as much.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from chapterhouse.diagnostics import Location
from chapterhouse.frozen import field, frozen, replace


class Heading(NamedTuple):
    """A heading in an entry's body."""

    level: int
    id: str
    text: str


class Link(NamedTuple):
    """A link or picture in an entry's body, as it was resolved."""

    target: str
    """A project path (`associations/x/pages/y.md`, with `is_entry`), or an address as written."""
    fragment: str
    """The part behind `#`, without it."""
    line: int
    """0 where it has not been looked for: in an entry whose links are all right."""
    column: int
    is_entry: bool = False
    is_image: bool = False
    text: str = ""
    """The words of the link or the alternative text of the picture."""


class Value(NamedTuple):
    """A record value that an entry uses: `{{ association.name | default("x") }}`."""

    path: str
    """`association.name`"""
    default: str | None
    line: int
    column: int


@frozen
class Entry:
    """One Markdown file with front matter, read and validated; its body lies rendered in `Folder.bodies`."""

    path: str
    """Relative to the project: `associations/wi-aimh/pages/about.md`."""
    type: str
    """The name of its content type: `page`."""
    route: str
    """Its address below its site: `about/board/`; `""` is the home page."""
    language: str
    summary: str
    """The summary field, or the first paragraph's words, shortened."""
    values: tuple[Value, ...] = ()
    parts: tuple[str, ...] = ()
    """The names of the parts in its body (`cards`, `events`), each once, sorted."""
    digest: str = ""
    """Fingerprint of the file's bytes."""
    front: str = ""
    """Fingerprint of its front matter alone: an edited entry keeps its fields where that is the same."""
    body: tuple[int, int] = (0, 0)
    """Offset and length, in bytes, of its rendered body in `Folder.bodies`."""
    title_line: int = 1
    fields: Any
    """The content type's `Fields`: `title`, `summary`, and what else the type has."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    ids: frozenset[str] = frozenset()
    """Every `id` of its body: what a `#fragment` may point to."""
    fields_lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each front matter key."""

    @property
    def title(self) -> str:
        """The title, as people read it."""
        return str(self.fields.title)

    @property
    def audience(self) -> str:
        """The placement that the entry asks for: `own` or `network` (load fills in the type's own)."""
        return str(self.fields.audience)

    def place(self, line: int = 1, column: int = 0) -> Location:
        """Return a location in this entry's file."""
        return Location(self.path, line, column)


def seen_elsewhere(entry: Entry) -> Entry:
    """Return an entry without what only its own page needs: a large network keeps many of these.

    The words of its headings, which a search finds it by, become one.
    """
    words = " ".join(heading.text for heading in entry.headings)
    return replace(
        entry,
        headings=(Heading(0, "", words),) if words else (),
        links=(),
        ids=frozenset(),
        parts=(),
        front="",
        body=(0, 0),
        fields_lines={name: line for name, line in entry.fields_lines.items() if name == "associations"},
    )


@frozen
class Picture:
    """A file beside the entries that pages may show or offer: an image or a document."""

    path: str
    """Relative to the project: `associations/wi-aimh/images/fair.jpg`."""
    route: str
    """Its address below its site: `images/fair.jpg`."""
    digest: str
    size: int


@frozen
class Pages:
    """Everything that only the rendering of a folder's own site needs; packed away in between."""

    entries: tuple[Entry, ...] = ()
    """Without drafts; sorted by path."""
    pictures: tuple[Picture, ...] = ()
