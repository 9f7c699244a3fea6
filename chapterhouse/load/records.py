"""The records: `association.yaml` and `network.yaml`, read and checked."""

import math
from collections.abc import Callable, Iterator
from keyword import iskeyword
from typing import Any, NamedTuple

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import replace
from chapterhouse.load.custom_fields import read_custom
from chapterhouse.load.documents import Document, Route
from chapterhouse.load.front_matter import decode
from chapterhouse.load.instances import make_quickly
from chapterhouse.load.paths import not_utf8
from chapterhouse.load.quick_reader import read_record_quickly
from chapterhouse.load.validate import make, mistakes
from chapterhouse.load.vocabulary import unknown_unconfirmed, unlisted
from chapterhouse.record import NetworkRecord, Record

Problem = tuple[Route, str, str]
"""A value, the code and the words of what is wrong with it."""


class Places(NamedTuple):
    """Where each value of a record stands, looked for when somebody asks."""

    content: bytes
    """The record's bytes; none where it could not be read."""

    def get(self, name: str, default: tuple[int, ...] = ()) -> tuple[int, ...]:
        """Return line, column and length of the value of a dotted name: `brand.logo`."""
        from chapterhouse.load.nodes import read

        text = decode(self.content)
        marks = read(text, "").marks if isinstance(text, str) else {}
        return next((mark for route, mark in marks.items() if ".".join(map(str, route)) == name), default)


class Loaded(NamedTuple):
    """A record, or None where it could not be read, and what is wrong with it."""

    record: Any
    diagnostics: list[Diagnostic]
    places: Places
    """`Folder.places` keeps them packed."""


class _Read(NamedTuple):
    """What is written in a record, the record or None, and what is wrong with it so far."""

    document: Document
    record: Any
    found: list[Diagnostic]


_Check = Callable[[_Read], tuple[Any, list[Diagnostic]]]
"""Returns a record that was read, or None, and all that is wrong with it."""


def read_association(content: bytes, path: str, network: NetworkRecord | None) -> Loaded:
    """Read an association's record.

    Without the network's record nothing can be said of vocabulary and custom fields.
    """
    return _load(Record, content, path, lambda read: _check_association(read, network))


def read_network(content: bytes, path: str) -> Loaded:
    """Read the network's own record."""
    return _load(NetworkRecord, content, path, _check_network)


def _load(cls: type, content: bytes, path: str, check: _Check) -> Loaded:
    """Read a record, with the places of its values only where there is something to tell of one."""
    text = decode(content)
    if not isinstance(text, str):
        return Loaded(None, [not_utf8(path, *text)], Places(b""))
    quick = _read_quickly(cls, text, path)
    record, found = check(quick) if quick else (None, [])
    if record is None or found:
        record, found = check(_read(cls, text, path))
    return Loaded(record, found, Places(b"" if record is None else content))


def _read_quickly(cls: type, text: str, path: str) -> _Read | None:
    """Read a record in which nothing is unusual; its document knows no places."""
    data = read_record_quickly(text)
    record = make_quickly(cls, data) if data else None
    return _Read(Document(path=path, data=data or {}), record, []) if record else None


def _read(cls: type, text: str, path: str) -> _Read:
    from chapterhouse.load.nodes import read

    document = read(text, path)
    if not document.data and document.diagnostics:
        return _Read(document, None, list(document.diagnostics))
    if not document.keys and not text.strip():
        hint = "begin it with a line such as  name: Rivertown Gardeners"
        place = document.place(())
        empty = Diagnostic(code="empty-file", message="the file is empty", location=place, hint=hint)
        return _Read(document, None, [empty])
    record = make(cls, document.data)
    found = mistakes(cls, document.data, document) if record is None else []
    return _Read(document, record, [*document.diagnostics, *found])


def _check_association(read: _Read, network: NetworkRecord | None) -> tuple[Any, list[Diagnostic]]:
    document, record, found = read
    if network is not None:
        found += unlisted(Record, document.data, network, document.place)
        written = document.data.get("custom", {})
        if document.data and isinstance(written, dict) and (written or network.fields):
            custom = read_custom(written, network.fields, document)
            found += custom.diagnostics
            record = record and replace(record, custom=custom.values)
    if isinstance(record, Record):
        found += unknown_unconfirmed(record, document.place)
        found += _told(_association_problems(record), document)
    return record, found


def _check_network(read: _Read) -> tuple[Any, list[Diagnostic]]:
    document, record, found = read
    if isinstance(record, NetworkRecord):
        found += unlisted(NetworkRecord, document.data, record, document.place)
        found += unknown_unconfirmed(record, document.place)
        found += _told(_network_problems(record), document)
    return record, found


def _told(problems: Iterator[Problem], document: Document) -> list[Diagnostic]:
    return [
        Diagnostic(code=code, message=message, location=document.place(route))
        for route, code, message in problems
    ]


def _association_problems(record: Record) -> Iterator[Problem]:
    """Yield a point that is on no map."""
    if record.location:
        for name, limit in (("latitude", 90), ("longitude", 180)):
            degrees = getattr(record.location, name)
            if not math.isfinite(degrees) or abs(degrees) > limit:
                message = f'"{name}" is {degrees:g}, but a number between -{limit} and {limit} is needed'
                yield ("location", name), "not-allowed-value", message


def _network_problems(record: NetworkRecord) -> Iterator[Problem]:
    """Yield what is wrong with the vocabulary and with the declared fields."""
    generations = record.endorsement.generations if record.endorsement else {}
    categories = record.endorsement.categories if record.endorsement else {}
    for name, term in categories.items():
        if term.generation and term.generation not in generations:
            message = f'"{term.generation}" is not among the generations above'
            yield ("endorsement", "categories", name, "generation"), "not-allowed-value", message
    for name, declared in record.fields.items():
        if not name.isidentifier() or name != name.lower() or iskeyword(name) or name.startswith("_"):
            message = f'the name "{name}" may have only lower-case letters, digits and _ between them'
            yield ("fields", name), "bad-slug", message
        if declared.type == "choice" and not declared.values:
            yield ("fields", name), "missing-field", f'"{name}" is a choice, but no "values" are given'
