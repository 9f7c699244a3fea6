"""Record values by their dotted names: what `{{ association.name }}` in a page stands for."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from chapterhouse.frozen import fields, is_frozen
from chapterhouse.model import NetworkFacts, Site
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.text import listed

PROPERTIES = frozenset({"label"})
"""Computed attributes that count as values."""
HIDDEN = frozenset({"note"})
"""Fields that are never published."""
NUMBERS = ("association_count", "country_count", "as_of", "url")
"""Values of the network that no file says, but that follow from all records together."""


def value_of(path: str, record: Record | None, facts: NetworkFacts, site: Site) -> str | None:
    """Return the value of `association.*`, `network.*` or `site.*` as plain text, None if there is none."""
    root, _, rest = path.partition(".")
    if root == "association":
        return resolve(rest, record)
    if root == "site":
        return resolve(rest, {"url": site.url, "slug": site.slug})
    if root == "network":
        return resolve(rest, facts if rest in NUMBERS else facts.record)
    return None


@cache
def value_names() -> tuple[str, ...]:
    """Return every name that may stand between the braces, custom fields left out, sorted."""
    names = [f"association.{name}" for name in known_paths(Record)]
    names += [f"network.{name}" for name in (*known_paths(NetworkRecord), *NUMBERS)]
    return tuple(sorted((*names, "site.slug", "site.url")))


def resolve(path: str, source: object) -> str | None:
    """Return a value of a record as plain text, None where there is none.

    Only fields of dataclasses, keys of mappings and the properties named in this module are values: nothing
    is ever called.
    """
    for name in path.split("."):
        if name in HIDDEN or name.startswith("_"):
            return None
        kind: Any = type(source)
        if isinstance(source, Mapping):
            source = source.get(name)
        elif name in _names(kind):
            source = getattr(source, name, None)
        else:
            return None
    return _as_text(source)


@cache
def _names(cls: type) -> frozenset[str]:
    return PROPERTIES | fields(cls).keys() if is_frozen(cls) else frozenset()


def _as_text(value: object) -> str | None:
    match value:
        case bool():
            return "yes" if value else "no"
        case str() | int() | float():
            return str(value) or None
        case tuple() | list():
            words = [_as_text(one) for one in value]
            return listed([word for word in words if word]) or None if all(words) else None
        case _:
            return None


@cache
def known_paths(cls: type) -> tuple[str, ...]:
    """Return every dotted path to a value of a dataclass, sorted: what "did you mean" chooses from."""
    return tuple(sorted(_paths(cls)))


def _paths(cls: type) -> Iterator[str]:
    yield from (name for name in PROPERTIES if hasattr(cls, name))
    for name, hint in get_type_hints(cls, include_extras=False).items():
        if name in HIDDEN or name.startswith("_"):
            continue
        inner = _plain_type(hint)
        if is_frozen(inner):
            yield from (f"{name}.{rest}" for rest in known_paths(inner))
        elif get_origin(inner) is not dict:
            yield name


def _plain_type(hint: Any) -> Any:
    """Return what a type hint is about: `Annotated[Host | None, ...]` is about `Host`."""
    if get_origin(hint) is Annotated:
        return _plain_type(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return next((_plain_type(one) for one in get_args(hint) if one is not type(None)), hint)
    return hint
