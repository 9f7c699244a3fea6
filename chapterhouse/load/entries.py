"""One Markdown file becomes an entry: its address, its front matter and its rendered body."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from chapterhouse.content_types import content_types
from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.files import digest
from chapterhouse.load.addresses import Address, Misnamed, address, route
from chapterhouse.load.front_matter import Missing, Parts, decode, read_quickly, split
from chapterhouse.load.markdown import render
from chapterhouse.load.nodes import Document, Route, read
from chapterhouse.load.paths import not_utf8
from chapterhouse.load.validate import make, mistakes
from chapterhouse.load.vocabulary import unlisted
from chapterhouse.model import HUB_FOLDER, Entry
from chapterhouse.record import NetworkRecord
from chapterhouse.text import shorten

SUMMARY_LENGTH = 200
"""How many characters of the first paragraph serve as a summary."""
_YES = frozenset({"yes", "true", "on", "y", "t", "1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What reading an entry needs to know of its folder."""

    folder: str
    """Relative to the project: `associations/wi-aimh`."""
    main_language: str
    network: NetworkRecord | None = None
    reader: str = "commonmark"


class Reading(NamedTuple):
    """What became of a file: an entry, or None (a draft, a file with errors), and what is wrong."""

    entry: Entry | None
    html: bytes
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
    def document(self) -> Document:
        """The front matter with the place of each value."""
        return read(self.parts.front, self.path, self.parts.front_line)

    def place(self, route: Route) -> Location:
        """Return where a value stands."""
        return self.document.place(route)


def read_entry(content: bytes, inside: str, setting: Setting, offset: int = 0) -> Reading:
    """Read one file; `inside` is its path below the folder, `offset` where its body will begin.

    Every mistake of the file is told, as a warning where the entry is a draft.
    """
    path = f"{setting.folder}/{inside}"
    named = address(inside)
    found: list[Diagnostic] = []
    if isinstance(named, Misnamed):
        found.append(_make("not-a-slug", named.message, Location(path), named.hint))
    text = decode(content)
    if not isinstance(text, str):
        return Reading(None, b"", [*found, not_utf8(path, *text)])
    parts = split(text)
    if isinstance(parts, Missing):
        place = Location(path, parts.line, 1)
        return Reading(None, b"", [*found, _make(parts.code, parts.message, place, parts.hint)])
    front = _Front(parts, path)
    if isinstance(named, Misnamed):
        return Reading(None, b"", [*found, *front.diagnostics])
    fields, wrong = _fields(front, named, setting)
    if _is_draft(front.data):
        return Reading(None, b"", [replace(d, severity=Severity.WARNING) for d in wrong])
    body = render(parts.body, path=path, first_line=parts.body_line, reader=setting.reader)
    wrong += body.diagnostics
    if fields is None:
        return Reading(None, b"", wrong)
    html = body.html.encode("utf-8", "replace")
    language = named.language or fields.language or setting.main_language
    entry = Entry(
        path=path,
        type=named.type,
        route=route(named.name, language, setting.main_language),
        language=language,
        fields=fields,
        summary=fields.summary or shorten(body.first_paragraph, SUMMARY_LENGTH),
        headings=tuple(body.headings),
        links=tuple(body.links),
        values=tuple(body.values),
        ids=body.ids,
        words=body.words,
        digest=digest(content),
        body=(offset, len(html)),
        title_line=front.lines.get("title", 1),
        fields_lines=front.lines,
    )
    return Reading(entry, html, wrong)


def _fields(front: _Front, named: Address, setting: Setting) -> tuple[Any, list[Diagnostic]]:
    """Return the front matter as the content type's fields, or None, and what is wrong with it."""
    if front.diagnostics and not front.data:
        return None, front.diagnostics
    content_type = content_types()[named.type]
    data = front.data
    if "audience" not in data:
        # The hub's own entries are handed down to every association only where they say so.
        audience = "own" if setting.folder == HUB_FOLDER else content_type.AUDIENCE
        data = {**data, "audience": audience}
    found = front.diagnostics
    if setting.network is not None:
        found = [*found, *unlisted(content_type.Fields, data, setting.network, front.place)]
    fields = make(content_type.Fields, data)
    if fields is None:
        return None, [*found, *mistakes(content_type.Fields, data, front.document)]
    found = [*found, *_conflicts(content_type.problems(fields), front)]
    if named.language and fields.language and fields.language != named.language:
        message = f'the language is "{fields.language}" here, but "{named.language}" in the file\'s name'
        found.append(_make("conflicting-fields", message, front.place(("language",)), "remove this line"))
    return fields, found


def _conflicts(problems: Iterable[tuple[str, str]], front: _Front) -> list[Diagnostic]:
    return [
        _make("conflicting-fields", f'"{name}" {words}', front.place((name,))) for name, words in problems
    ]


def _is_draft(data: dict[str, Any]) -> bool:
    draft = data.get("draft")
    return isinstance(draft, str) and draft.lower() in _YES


def _make(code: str, message: str, location: Location, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, location=location, hint=hint)
