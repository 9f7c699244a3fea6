"""One Markdown file becomes an entry: its address, its front matter and its rendered body."""

from typing import NamedTuple

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.files import digest
from chapterhouse.frozen import replace
from chapterhouse.load.addresses import Misnamed, address, route
from chapterhouse.load.front_matter import Missing, Parts, decode, split
from chapterhouse.load.markdown import render
from chapterhouse.load.paths import not_utf8
from chapterhouse.model import Entry, Link
from chapterhouse.record import NetworkRecord
from chapterhouse.text import shorten

SUMMARY_LENGTH = 200
"""How many characters of the first paragraph serve as a summary."""


class Setting(NamedTuple):
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


def read_entry(
    content: bytes,
    fingerprint: str,
    inside: str,
    setting: Setting,
    offset: int = 0,
    previous: Entry | None = None,
) -> Reading:
    """Read one file; `inside` is its path below the folder, `offset` where its body will begin.

    The fingerprint is that of its content.

    Every mistake of the file is told, as a warning where the entry is a draft. From `previous`, what the file
    became before and in the same context without any mistake, the fields are taken over if they are the same.
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
    front = digest(parts.front.encode())
    wrong: list[Diagnostic] = []
    if previous is not None and previous.front == front:
        fields, lines = previous.fields, previous.fields_lines
    else:
        from chapterhouse.load.fields import read_fields

        usable = None if isinstance(named, Misnamed) else named
        fields, lines, is_draft, wrong = read_fields(parts, path, usable, setting.folder, setting.network)
        if is_draft:
            return Reading(None, b"", [replace(d, severity=Severity.WARNING) for d in wrong])
    if isinstance(named, Misnamed):
        return Reading(None, b"", [*found, *wrong])
    body = render(
        parts.body, path=path, first_line=parts.body_line, reader=setting.reader, network=setting.network
    )
    if body.diagnostics:
        wrong = [*wrong, *body.diagnostics]
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
        headings=body.headings,
        links=body.links,
        values=body.values,
        ids=body.ids,
        parts=body.parts,
        digest=fingerprint,
        front=front,
        body=(offset, len(html)),
        title_line=lines.get("title", 1),
        fields_lines=lines,
    )
    return Reading(entry, html, wrong)


def located_links(content: bytes, path: str, reader: str) -> tuple[Link, ...]:
    """Return the links of a file that was read without mistakes before, each with its place."""
    text = decode(content)
    parts = split(text) if isinstance(text, str) else None
    if not isinstance(parts, Parts):
        return ()
    return render(parts.body, path=path, first_line=parts.body_line, reader=reader, places=True).links


def _make(code: str, message: str, location: Location, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, location=location, hint=hint)
