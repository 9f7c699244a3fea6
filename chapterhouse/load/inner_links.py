"""Links and pictures inside one folder: whether what they lead to is there, and which lead elsewhere."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from chapterhouse.content_types import content_types
from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.frozen import replace
from chapterhouse.load.paths import IMAGE_ENDINGS, beside, ending, near_path
from chapterhouse.model import Entry, Link
from chapterhouse.text import did_you_mean

_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "sms:")


class Inside(NamedTuple):
    """What links of a folder may lead to; every path is relative to the project."""

    folder: str
    entries: Mapping[str, frozenset[str]]
    """Published entries with the ids of their bodies."""
    unpublished: Collection[str]
    """Markdown files that are no entries: drafts, and files with errors."""
    files: Collection[str]
    """Pictures and documents."""


def outward(entries: Iterable[Entry], folder: str) -> tuple[tuple[str, Link], ...]:
    """Return the links to entries of other folders, each with the path of the entry it stands in."""
    start = folder + "/"
    return tuple(
        (entry.path, link)
        for entry in entries
        for link in entry.links
        if link.is_entry and not link.target.startswith(start)
    )


def broken(entries: Iterable[Entry], inside: Inside) -> Iterator[Diagnostic]:
    """Yield every link, picture and file field that leads to nothing within the folder."""
    start = inside.folder + "/"
    for entry in entries:
        for link in entry.links:
            if link.is_entry:
                if link.target.startswith(start):
                    ids = inside.entries.get(link.target)
                    if ids is None or (link.fragment and link.fragment not in ids):
                        yield _no_entry(entry, link, ids, inside)
            elif link.target[:1] and not link.target.startswith(_OUTSIDE) and link.target[0] < "\U000f0000":
                yield from _file_link(entry, link, inside)
        yield from _file_fields(entry, inside)


def same_address(entries: Iterable[Entry], routes: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield an error for each address that two files claim; `routes` are those of pictures and documents."""
    taken = {route: path for path, route in sorted(routes.items(), reverse=True)}
    for path, route in sorted(routes.items()):
        if taken[route] != path:
            yield _taken(path, route, taken[route])
    found = list(entries)
    lists = {f"{content_types()[e.type].FOLDER}/": e for e in found if content_types()[e.type].LISTING}
    for entry in found:
        other = taken.setdefault(entry.route, entry.path)
        if other != entry.path:
            yield _taken(entry.path, entry.route, other)
        elif entry.route in lists:
            kind = content_types()[lists[entry.route].type].FOLDER
            message = f'the address "{entry.route}" is that of the list of all {kind}'
            yield _make("duplicate-url", Location(entry.path), message, "give the file another name")


def _taken(path: str, route: str, other: str) -> Diagnostic:
    message = f'the address "{route or "/"}" belongs to {other} already'
    return _make("duplicate-url", Location(path), message, "rename one of the two files, or remove one")


def _no_entry(entry: Entry, link: Link, ids: frozenset[str] | None, inside: Inside) -> Diagnostic:
    """Tell of a link to an entry that is not there, or that has these ids and another anchor."""
    place = Location(entry.path, link.line, link.column)
    shown = _relative(link.target, entry)
    if link.target in inside.unpublished:
        message = f'the page "{shown}" is not published: it is a draft or has an error'
        return _make("broken-link", place, message, "remove the link until it is")
    if ids is None:
        hint = near_path(shown, (_relative(path, entry) for path in inside.entries))
        return _make("broken-link", place, f'the page "{shown}" does not exist', hint)
    hint = did_you_mean(link.fragment, ids) or "an anchor is a heading's words in lower case, with hyphens"
    message = f'nothing on the page "{shown}" has the anchor "#{link.fragment}"'
    return _make("broken-anchor", place, message, hint)


def _file_link(entry: Entry, link: Link, inside: Inside) -> Iterator[Diagnostic]:
    if link.target in inside.files:
        return
    place = Location(entry.path, link.line, link.column)
    yield _no_file(entry, link.target, place, inside, is_image=link.is_image)


def _file_fields(entry: Entry, inside: Inside) -> Iterator[Diagnostic]:
    for name in ("image", "file"):
        written = getattr(entry.fields, name, None)
        if not written:
            continue
        target = beside(entry.path, written)
        place = Location(entry.path, entry.fields_lines.get(name, 1), 1, len(name))
        if target not in inside.files:
            yield _no_file(entry, target, place, inside, is_image=name == "image")
        elif name == "image" and ending(target) not in IMAGE_ENDINGS:
            hint = f"allowed: {', '.join(sorted(IMAGE_ENDINGS))}"
            yield _make("missing-image", place, f'"{written}" is no picture that browsers show', hint)
        elif name == "image" and entry.fields.image_alt is None:
            hint = 'say in a line image_alt: what it shows; image_alt: "" if it is mere decoration'
            found = _make("missing-alt", place, "the picture has no description", hint)
            yield replace(found, severity=Severity.WARNING)


def _no_file(entry: Entry, target: str, place: Location, inside: Inside, *, is_image: bool) -> Diagnostic:
    shown = _relative(target, entry)
    what, code = ("picture", "missing-image") if is_image else ("file", "missing-file")
    if not target.startswith(inside.folder + "/"):
        message = f'the {what} "{shown}" is not in the folder {inside.folder}'
        return _make(code, place, message, "copy it into that folder and link to it there")
    if not is_image and target + ".md" in inside.entries:
        return _make(code, place, f'the file "{shown}" does not exist', f'did you mean "{shown}.md"?')
    hint = near_path(shown, (_relative(path, entry) for path in inside.files))
    hint = hint or "put it there, or remove the link"
    return _make(code, place, f'the {what} "{shown}" does not exist', hint)


def _relative(path: str, entry: Entry) -> str:
    """Return a path as a link in the entry would write it."""
    return posixpath.relpath(path, posixpath.dirname(entry.path))


def _make(code: str, location: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, location=location, hint=hint)
