"""Packing of what every page has one of: frozen dataclasses, at a third of what pickle takes by itself."""

from functools import cache
from operator import attrgetter
from typing import Any


def reduce(one: Any) -> tuple[Any, ...]:
    """Return what pickle needs to make a frozen dataclass again; set as `__reduce__` of its class."""
    cls: Any = type(one)
    return again, (cls, *_values(cls)(one))


def again(cls: Any, *values: Any) -> Any:
    """Return an instance of a frozen dataclass with the values of its fields, in their order."""
    one = object.__new__(cls)
    for put, value in zip(_setters(cls), values, strict=True):
        put(one, value)
    return one


@cache
def _values(cls: Any) -> Any:
    return attrgetter(*cls.__dataclass_fields__)


@cache
def _setters(cls: Any) -> tuple[Any, ...]:
    """Return what sets each slot, past the methods that make the class frozen."""
    return tuple(getattr(cls, name).__set__ for name in cls.__dataclass_fields__)
