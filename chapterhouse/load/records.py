"""The records: `association.yaml` and `network.yaml`, read and checked."""

import math
from collections.abc import Iterator
from keyword import iskeyword
from typing import Any, NamedTuple

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import replace
from chapterhouse.load.custom_fields import read_custom
from chapterhouse.load.front_matter import decode
from chapterhouse.load.nodes import Document, Route, read
from chapterhouse.load.paths import not_utf8
from chapterhouse.load.validate import make, mistakes
from chapterhouse.load.vocabulary import unknown_unconfirmed, unlisted
from chapterhouse.record import NetworkRecord, Record

Problem = tuple[Route, str, str]
"""A value, the code and the words of what is wrong with it."""


class Loaded(NamedTuple):
    """A record, or None where it could not be read, and what is wrong with it."""

    record: Any
    diagnostics: list[Diagnostic]
    places: dict[str, tuple[int, int, int]]
    """Where each value stands, by dotted name; `Folder.places` keeps it packed."""


def read_association(content: bytes, path: str, network: NetworkRecord | None) -> Loaded:
    """Read an association's record.

    Without the network's record nothing can be said of vocabulary and custom fields.
    """
    document, record, found = _read(Record, content, path)
    if network is not None:
        found += unlisted(Record, document.data, network, document.place)
        written = document.data.get("custom", {})
        if document.data and isinstance(written, dict):
            custom = read_custom(written, network.fields, document)
            found += custom.diagnostics
            record = record and replace(record, custom=custom.values)
    if not isinstance(record, Record):
        return Loaded(None, found, {})
    found += unknown_unconfirmed(record, document.place)
    found += _told(_association_problems(record), document)
    return Loaded(record, found, _places(document))


def read_network(content: bytes, path: str) -> Loaded:
    """Read the network's own record."""
    document, record, found = _read(NetworkRecord, content, path)
    if not isinstance(record, NetworkRecord):
        return Loaded(None, found, {})
    found += unlisted(NetworkRecord, document.data, record, document.place)
    found += unknown_unconfirmed(record, document.place)
    found += _told(_network_problems(record), document)
    return Loaded(record, found, _places(document))


def _read(cls: type, content: bytes, path: str) -> tuple[Document, Any, list[Diagnostic]]:
    text = decode(content)
    if not isinstance(text, str):
        return Document(path=path), None, [not_utf8(path, *text)]
    document = read(text, path)
    if not document.data and document.diagnostics:
        return document, None, list(document.diagnostics)
    if not document.keys and not text.strip():
        hint = "begin it with a line such as  name: Rivertown Gardeners"
        place = document.place(())
        empty = Diagnostic(code="empty-file", message="the file is empty", location=place, hint=hint)
        return document, None, [empty]
    record = make(cls, document.data)
    found = mistakes(cls, document.data, document) if record is None else []
    return document, record, [*document.diagnostics, *found]


def _places(document: Document) -> dict[str, tuple[int, int, int]]:
    return {
        ".".join(map(str, route)): (mark.line, mark.column, mark.length)
        for route, mark in document.marks.items()
        if route
    }


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
