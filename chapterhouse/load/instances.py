"""Values as an instance of a dataclass where nothing can be wrong with them, without pydantic.

Nearly all that people write is right, and pydantic takes longer to be imported and to make its validators
than a whole association takes to be read. What this module accepts is what pydantic makes of it, a test holds
that; at the slightest doubt it leaves the values to pydantic.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from chapterhouse.field_types import Accepts, Help, Vocabulary
from chapterhouse.frozen import is_frozen, needed
from chapterhouse.load.shapes import annotations

Read = Callable[[Any], Any]
"""Returns a value as its field has it; raises ValueError in any doubt."""

_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,8}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?")


def make_quickly(cls: Any, data: Mapping[str, Any]) -> Any:
    """Return the values as an instance of the class, or None in any doubt."""
    try:
        return _reader(cls)(data)
    except ValueError:
        return None


def reads_of(cls: Any) -> dict[str, Read]:
    """Return what reads the value of each field of a class; it raises ValueError in any doubt."""
    return {name: _reader(annotation) for name, annotation in annotations(cls).items()}


@cache
def _reader(annotation: Any) -> Read:
    """Return what reads values of a type."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _accepting(_reader(parts[0]), parts[1:])
    if origin in (Union, UnionType):
        return _one_of(parts)
    if origin is Literal:
        return _among(frozenset(parts))
    if origin is tuple and len(parts) == 2 and parts[1] is ...:
        return _list(_reader(parts[0]))
    if origin is dict:
        return _mapping(*map(_reader, parts))
    if is_frozen(annotation):
        return _group(annotation)
    return {str: _text, bool: _boolean, int: _whole, float: _decimal, Any: _anything}.get(annotation, _doubt)


def _doubt(_: Any) -> Any:
    raise ValueError


def _anything(value: Any) -> Any:
    return value


def _text(value: Any) -> Any:
    return value if type(value) is str else _doubt(value)


def _boolean(value: Any) -> Any:
    return _BOOLEANS[value] if type(value) is str and value in _BOOLEANS else _doubt(value)


def _whole(value: Any) -> Any:
    return int(value) if type(value) is str and _WHOLE.fullmatch(value) else _doubt(value)


def _decimal(value: Any) -> Any:
    return float(value) if type(value) is str and _DECIMAL.fullmatch(value) else _doubt(value)


def _among(allowed: frozenset[Any]) -> Read:
    return lambda value: value if type(value) is str and value in allowed else _doubt(value)


def _accepting(inner: Read, extras: tuple[Any, ...]) -> Read:
    reads = [extra.read for extra in extras if isinstance(extra, Accepts)]
    if not all(isinstance(extra, Accepts | Help | Vocabulary) for extra in extras):
        return _doubt
    if not reads:
        return inner
    if len(reads) > 1:
        return _doubt
    read = reads[0]
    if inner is _text:
        return lambda value: read(value) if type(value) is str else _doubt(value)
    return lambda value: read(inner(value))


def _one_of(members: tuple[Any, ...]) -> Read:
    """Read the only member besides None, or the first of several if it accepts the value as a text."""
    others = [member for member in members if member is not NoneType]
    if len(others) > 1 and not _is_text(others[0]):
        return _doubt
    # Files never say None: what has no value is left out.
    return _reader(others[0])


def _is_text(annotation: Any) -> bool:
    return annotation is str or (get_origin(annotation) is Annotated and get_args(annotation)[0] is str)


def _list(read: Read) -> Read:
    return lambda value: tuple(map(read, value)) if type(value) is list else _doubt(value)


def _mapping(key: Read, content: Read) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise ValueError
        made = {key(name): content(inner) for name, inner in value.items()}
        # Two names that became one are for pydantic to decide.
        return made if len(made) == len(value) else _doubt(value)

    return read


def _group(cls: Any) -> Read:
    reads = reads_of(cls)
    always = needed(cls)

    def read(value: Any) -> Any:
        if type(value) is not dict or not always <= value.keys():
            raise ValueError
        try:
            return cls(**{name: reads[name](written) for name, written in value.items()})
        except KeyError:
            raise ValueError from None

    return read
