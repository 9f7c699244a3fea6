"""YAML read as text with places: every scalar stays what was written, every value keeps its line and column.

YAML 1.1 would read `NO` as false, `10:00` as 600 and `012` as 10; here the type of a field reads the text.
The events of libyaml are read instead of its nodes: composing nodes recurses in C, so that a file of two
hundred thousand brackets would end the process.
"""

import re
from collections.abc import Callable
from typing import Any

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
)
from yaml._yaml import CParser

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.frozen import replace
from chapterhouse.load.documents import Document, Mark, Route
from chapterhouse.load.front_matter import NULLS
from chapterhouse.load.yaml_mistakes import explain
from chapterhouse.text import count

MAX_DEPTH = 12
"""How deep lists and groups may lie in each other; records need four levels."""
MAX_VALUES = 20_000
"""How many values a file may have, repeated ones (aliases) counted each time."""

_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})


_REMARK = re.compile(r"([ \t]+(#[^\s#][^\n]*?))[ \t]*(?:\n|\Z)")
"""A remark without a space behind its sign: probably none."""


class Refused(Exception):
    """YAML that is understood and not allowed."""

    def __init__(self, code: str, message: str, mark: Any, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.mark, self.hint = code, message, mark, hint


def read(text: str, path: str, first_line: int = 1) -> Document:
    """Read the YAML of a file; `first_line` is the line of the file on which the text begins.

    Whatever is wrong with the writing itself is one diagnostic; then there is no data.
    """
    text = text.translate(_BREAKS)
    reader = _Reader(text, path, first_line)
    try:
        data = reader.document()
    except Refused as problem:
        return Document(path=path, diagnostics=(reader.diagnostic(problem),))
    except YAMLError as problem:
        return Document(path=path, diagnostics=(explain(problem, text, path, first_line),))
    return Document(
        path=path, data=data, marks=reader.marks, keys=reader.keys, diagnostics=tuple(reader.diagnostics)
    )


class _Reader:
    """Turns the events of one text into data and marks."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.next: Callable[[], Any] = CParser(text.encode("utf-8", "replace")).get_event
        self.marks: dict[Route, Mark] = {}
        self.keys: dict[Route, Mark] = {}
        self.anchors: dict[str | None, tuple[Any, int]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.values = 0
        self.has_remarks = "#" in text

    def document(self) -> dict[str, Any]:
        """Return the only document's fields."""
        self.next()
        event = self.next()
        if isinstance(event, StreamEndEvent):
            return {}
        event = self.next()
        if not isinstance(event, MappingStartEvent):
            if isinstance(event, ScalarEvent) and event.implicit[0] and event.value in NULLS:
                return {}
            raise Refused("not-fields", *_not_fields(event, self.text))
        data: dict[str, Any] = self.node(event, (), 0)
        self.next()
        event = self.next()
        if not isinstance(event, StreamEndEvent):
            message = "there is a second part after a line of three hyphens; only one is read"
            raise Refused("yaml-syntax", message, event.start_mark, "remove the line ---")
        return data

    def node(self, event: Any, route: Route, depth: int) -> Any:
        """Return the value that begins with an event."""
        before = self.values
        self.values += 1
        if isinstance(event, ScalarEvent) and event.tag is None:
            value: Any = None if event.implicit[0] and event.value in NULLS else event.value
            self.mark(event.start_mark, event.end_mark, route)
            if self.has_remarks and event.implicit[0]:
                self.remark(event.end_mark, value, route)
        elif isinstance(event, AliasEvent):
            value, size = self.anchors.get(event.anchor, (None, 0))
            if not size:
                raise Refused("yaml-syntax", *_unknown_alias(event))
            self.values += size
            self.mark(event.start_mark, event.end_mark, route)
        elif event.tag is not None:
            raise Refused("yaml-syntax", *_tag(event))
        elif depth >= MAX_DEPTH:
            message = f"more than {MAX_DEPTH} lists and groups lie in each other"
            raise Refused("yaml-too-large", message, event.start_mark)
        elif isinstance(event, MappingStartEvent):
            value = self.mapping(event, route, depth + 1)
        else:
            value = self.sequence(event, route, depth + 1)
        if self.values > MAX_VALUES:
            message = f"it has more than {count(MAX_VALUES, 'value')}, repeated ones counted"
            raise Refused("yaml-too-large", message, event.start_mark)
        if event.anchor and not isinstance(event, AliasEvent):
            self.anchors[event.anchor] = (value, self.values - before)
        return value

    def mapping(self, start: Any, route: Route, depth: int) -> dict[str, Any]:
        """Return a group of fields, saying which key stands twice."""
        found: dict[str, Any] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            if not isinstance(event, ScalarEvent) or event.tag is not None:
                raise Refused("yaml-syntax", *_odd_key(event))
            key = str(event.value)
            here = (*route, key)
            mark = self.measure(event.start_mark, event.end_mark)
            first = self.keys.get(here)
            if first is not None:
                self.twice(key, first, mark)
                self.node(self.next(), here, depth)
                continue
            self.keys[here] = mark
            value = self.node(self.next(), here, depth)
            if value is not None:
                found[key] = value
        self.mark(start.start_mark, event.end_mark, route)
        return found

    def sequence(self, start: Any, route: Route, depth: int) -> list[Any]:
        """Return a list."""
        found: list[Any] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            found.append(self.node(event, (*route, len(found)), depth))
        self.mark(start.start_mark, event.end_mark, route)
        return found

    def mark(self, start: Any, end: Any, route: Route) -> None:
        """Remember where a value stands, unless its key stood there before."""
        self.marks.setdefault(route, self.measure(start, end))

    def measure(self, start: Any, end: Any) -> Mark:
        """Return the stretch between two places, as far as it is on the first line."""
        line, column = start.line, start.column
        if end.line == line:
            length = end.column - column
        else:
            stop = self.text.find("\n", start.index)
            length = len(self.text[start.index : stop if stop >= 0 else None].rstrip())
        return Mark(line + self.first_line, column + 1, length or 1)

    def remark(self, end: Any, value: Any, route: Route) -> None:
        """Report a # that was meant as text: `color: #2f6f5e`, `title: Meeting #3`."""
        match = _REMARK.match(self.text, end.index)
        if not match:
            return
        written = f"{value or ''}{match[1]}".strip()
        key = f"{route[-1]}: " if route and isinstance(route[-1], str) else "- "
        place = Location(self.path, end.line + self.first_line, end.column + match.start(2) - end.index + 1)
        found = Diagnostic(
            code="yaml-remark",
            message=f'everything from # on is a remark: "{match[2]}" is not read',
            location=replace(place, length=len(match[2])),
            hint=f'write: {key}"{written}"' if '"' not in written else "put the text in quotes",
            severity=Severity.ERROR if value is None else Severity.WARNING,
        )
        self.diagnostics.append(found)

    def twice(self, key: str, first: Mark, second: Mark) -> None:
        """Report a key that stands twice."""
        message = f'"{key}" stands here a second time; the first is on line {first.line}'
        hint = f"keep one of the two, or join what they say under one {key}:"
        place = Location(self.path, *second)
        self.diagnostics.append(Diagnostic(code="duplicate-key", message=message, location=place, hint=hint))

    def diagnostic(self, problem: Refused) -> Diagnostic:
        """Return a refusal as a diagnostic."""
        place = Location(self.path, problem.mark.line + self.first_line, problem.mark.column + 1)
        return Diagnostic(code=problem.code, message=problem.message, location=place, hint=problem.hint)


def _not_fields(event: Any, text: str) -> tuple[str, Any, str]:
    source = text.split("\n")[event.start_mark.line]
    name, colon, rest = source.partition(":")
    if colon and rest and not rest.startswith(" ") and " " not in name:
        return "a space is missing after the colon", event.start_mark, f"write: {name}: {rest}"
    return (
        "there is no field here",
        event.start_mark,
        'write each fact as "name: value", such as title: Our board',
    )


def _unknown_alias(event: Any) -> tuple[str, Any, str]:
    message = "a text that begins with * has a special meaning in YAML"
    return message, event.start_mark, f'put the text in quotes: "*{event.anchor} ..."'


def _tag(event: Any) -> tuple[str, Any, str]:
    message = "a text that begins with ! has a special meaning in YAML"
    return message, event.start_mark, "put the text in quotes"


def _odd_key(event: Any) -> tuple[str, Any, str]:
    message = "the name of a field must be plain words"
    return message, event.start_mark, 'write "name: value", without brackets, * or ! in the name'
