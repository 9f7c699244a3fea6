"""Values against the fields of a dataclass, in plain words; pydantic is asked only where it is needed."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.load.documents import Document, Route
from chapterhouse.load.instances import make_quickly
from chapterhouse.load.shapes import (
    FORBIDDEN,
    SYNONYMS,
    annotation_at,
    annotations,
    class_at,
    help_of,
    inner_class,
    is_list,
)
from chapterhouse.text import did_you_mean, listed, shorten, slugify

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

_NEEDED = {
    "bool": "yes or no",
    "int": "a whole number such as 10",
    "float": "a number such as 43.07",
    "finite": "a number such as 43.07",
    "string": "a text",
    "tuple": "a list",
    "dict": "a group of names and values",
    "dataclass": "a group of fields",
}
"""The first word of pydantic's error type, and what a person should write."""


@cache
def _adapter(cls: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(cls)


def make(cls: type[T], data: Mapping[str, Any]) -> T | None:
    """Return the values as an instance of the class, or None where something is wrong with them."""
    made: T | None = make_quickly(cls, data)
    if made is not None:
        return made
    from pydantic import ValidationError

    key: Any = cls
    try:
        made = _adapter(key).validate_python(data)
    except ValidationError:
        return None
    return made


def mistakes(cls: Any, data: Mapping[str, Any], document: Document) -> list[Diagnostic]:
    """Return everything that is wrong with the values, each once and where it stands."""
    from pydantic import ValidationError

    try:
        _adapter(cls).validate_python(data)
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_context=True)
    else:
        return []
    groups: dict[Route, list[Any]] = {}
    for error in errors:
        groups.setdefault(_route(error["loc"], error["type"], document), []).append(error)
    return [_diagnostic(cls, route, group, document) for route, group in groups.items()]


def _route(loc: Route, kind: str, document: Document) -> Route:
    """Return the way through the file that pydantic's means, which names the members of unions as well."""
    route: Route = ()
    for part in loc:
        if (*route, part) in document.keys or (*route, part) in document.marks:
            route = (*route, part)
    return (*route, loc[-1]) if kind == "missing" and route != loc else route


def _diagnostic(cls: type, route: Route, group: list[Any], document: Document) -> Diagnostic:
    error = next((e for e in group if "-" in e["type"]), group[0])
    kind: str = error["type"]
    value = error["input"]
    if kind == "missing":
        return _missing(cls, route, document)
    if kind == "unexpected_keyword_argument":
        return _unknown(cls, route, document)
    if error["loc"][-1:] == ("[key]",):
        message = f'the name "{route[-1]}" {_clause(error["msg"])[0]}'
        return _make(kind, message, document.key_place(route), _value_hint(kind, str(route[-1])))
    place = document.place(route)
    if value is None:
        return _make("empty-value", f"{_name(route)} is empty", place, "write something, or remove the line")
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        return not_allowed(_name(route), str(value), allowed, place)
    if "-" in kind:
        return _refused(kind, route, group, error, place)
    needed = [_NEEDED.get(e["type"].partition("_")[0], "another value") for e in group]
    message = (
        f"{_name(route)} is {_written(value)}, but {listed(list(dict.fromkeys(needed)), 'or')} is needed"
    )
    return _make("wrong-type", message, place, _shape_hint(cls, route, value))


def _make(code: str, message: str, place: Location, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, location=place, hint=hint)


def _name(route: Route) -> str:
    """Return how a person would call a value: `"url"`, or `an item of "regions"`."""
    if not route:
        return "the file"
    if isinstance(route[-1], int):
        names = [part for part in route if isinstance(part, str)]
        return f'an item of "{names[-1]}"'
    return f'"{route[-1]}"'


def _written(value: Any) -> str:
    if isinstance(value, str):
        return f'"{shorten(value, 60)}"' if value else "empty"
    return "a list" if isinstance(value, list) else "a group of fields"


def _clause(message: str) -> tuple[str, str]:
    """Return the words of a field type and the suggestion that may follow them."""
    words, _, hint = message.partition("; did you mean")
    return words, f"did you mean{hint}" if hint else ""


def _refused(kind: str, route: Route, group: list[Any], error: Any, place: Location) -> Diagnostic:
    words, hint = _clause(error["msg"])
    value = error["input"]
    if words.startswith(("is ", "has ")):
        message = (
            f"{_name(route)} {words}" if not value else f'{_name(route)}: "{shorten(value, 60)}" {words}'
        )
    else:
        message = f'{_name(route)}: "{shorten(value, 60)}" is not accepted: {words}'
    if any(e["type"].startswith("bool") for e in group):
        message += ", or yes or no"
    return _make(kind, message, place, hint or _value_hint(kind, value))


def _value_hint(kind: str, value: str) -> str:
    """Return what was probably meant by a refused value."""
    words = value.strip()
    if kind == "bad-url" and re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", words):
        return f"write: https://{words}"
    if kind == "bad-url" and re.match(r"(?:https?:/[^/]|https?//)", words):
        return "write two slashes after the colon: https://"
    if kind == "bad-slug" and slugify(words):
        return f"write: {slugify(words)}"
    if kind == "bad-language" and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?", words):
        first, _, second = words.replace("_", "-").partition("-")
        return f"write: {first.lower()}{'-' + second.upper() if second else ''}"
    if kind == "bad-region":
        return _region_hint(words)
    if kind == "empty-value":
        return "write something, or remove the line"
    return _date_hint(words) if kind == "bad-date" else ""


def _date_hint(words: str) -> str:
    match = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)", words)
    if not match:
        return "" if words.isdigit() else "write the year, the month and the day in this order: 2026-05-17"
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not 1 <= month <= 12:
        return "the month is the second number; it is at most 12"
    # With the calendar comes all that Python knows of languages, and few dates are wrong.
    from calendar import monthrange

    days = monthrange(year or 2000, month)[1]
    if not 1 <= day <= days:
        return f"that month has {days} days"
    if match[4] and words.startswith(f"{year:04}-{month:02}-{day:02}"):
        return f"write hours from 0 to 23 and minutes: {year:04}-{month:02}-{day:02} 18:30"
    return f"write: {year:04}-{month:02}-{day:02}{match[4]}"


def _region_hint(words: str) -> str:
    """Return the code of a region that was named by its name."""
    from chapterhouse.places import names

    if re.fullmatch(r"[A-Za-z]{2}(?:[-_ ][A-Za-z0-9]{1,3})?", words):
        return f"write: {re.sub('[_ ]', '-', words.upper())}"
    found = [code for code, name in names().items() if name.lower() == words.lower()]
    return f"write: {listed(sorted(found), 'or')}" if found else ""


def _shape_hint(cls: type, route: Route, value: Any) -> str:
    """Return the mended line where a text stands in place of a list or group."""
    annotation = annotation_at(cls, route)
    name = next((part for part in reversed(route) if isinstance(part, str)), "")
    if isinstance(value, str) and value and is_list(annotation) and not isinstance(route[-1], int):
        inner = inner_class(annotation)
        if inner is None:
            return f"write: {name}: [{value}]"
        return f"write - before each item and its fields below it: {', '.join(annotations(inner))}"
    inner = inner_class(annotation)
    if inner is not None:
        return f"write its fields below it, further right: {', '.join(annotations(inner))}"
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"write: {name}: {value[0]}"
    return ""


def _missing(cls: type, route: Route, document: Document) -> Diagnostic:
    name = str(route[-1])
    owner = class_at(cls, route[:-1])
    words = help_of(owner, name) if owner else None
    hint = (
        f"add a line: {name}: {words.example or '...'} ({words.text})"
        if words
        else f"add a line: {name}: ..."
    )
    if route in document.keys:
        return _make("missing-field", f'"{name}" has no value', document.key_place(route), hint)
    parent = f" in {_name(route[:-1])}" if len(route) > 1 else ""
    return _make("missing-field", f'"{name}" is missing{parent}', document.place(route[:-1]), hint)


def _unknown(cls: type, route: Route, document: Document) -> Diagnostic:
    name = str(route[-1])
    owner = class_at(cls, route[:-1]) or cls
    known = annotations(owner)
    if name in FORBIDDEN and len(route) == 1:
        message = f'"{name}" cannot be set here: {FORBIDDEN[name]}'
        return _make("forbidden-field", message, document.key_place(route), "remove the line")
    meant = SYNONYMS.get(name.lower())
    hint = f'did you mean "{meant}"?' if meant in known else did_you_mean(name.replace("-", "_"), known)
    if not hint:
        above = next((field for field, a in known.items() if {name, meant} & _inner_names(a)), "")
        hint = f'write it below "{above}:", further right' if above else _fields(known)
    return _make("unknown-field", f'unknown field "{name}"', document.key_place(route), hint)


def _inner_names(annotation: Any) -> set[str]:
    inner = inner_class(annotation)
    return set(annotations(inner)) if inner else set()


def _fields(known: Mapping[str, Any]) -> str:
    return (
        f"the fields are {listed(list(known))}" if len(known) <= 8 else "remove the line, or write it as text"
    )


def not_allowed(name: str, value: str, allowed: list[str], place: Location) -> Diagnostic:
    """Return the diagnostic of a value that is none of a few allowed ones."""
    suggestion = did_you_mean(value, allowed)
    words = f"allowed: {', '.join(allowed)}" if allowed else ""
    hint = "; ".join(part for part in (suggestion, words) if part)
    return _make(
        "not-allowed-value", f'{name}: "{shorten(value, 60)}" is none of the allowed values', place, hint
    )
