"""The dataclasses of records and front matter: which field holds which class, help or vocabulary."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from chapterhouse.field_types import Help, Vocabulary
from chapterhouse.frozen import is_frozen

Route = tuple[str | int, ...]

SYNONYMS = {
    "address": "contact",
    "begin": "start",
    "categories": "topics",
    "category": "topics",
    "city": "locality",
    "colour": "color",
    "created": "date",
    "datum": "date",
    "description": "summary",
    "established": "founded",
    "excerpt": "summary",
    "finish": "end",
    "from": "start",
    "hidden": "draft",
    "homepage": "website",
    "lang": "language",
    "link": "url",
    "location": "venue",
    "mail": "email",
    "modified": "updated",
    "name": "title",
    "nav_order": "order",
    "photo": "image",
    "picture": "image",
    "place": "venue",
    "postcode": "postal_code",
    "recurrence": "repeats",
    "region": "regions",
    "role": "title",
    "shortname": "short_name",
    "state": "region",
    "subject": "title",
    "tags": "topics",
    "tel": "phone",
    "telephone": "phone",
    "timezone": "time_zone",
    "titel": "title",
    "titre": "title",
    "título": "title",
    "to": "end",
    "town": "locality",
    "web": "website",
    "weight": "order",
    "where": "venue",
    "zip": "postal_code",
    "zone": "time_zone",
}
"""What people write, because another program or language calls it so, and the field that they mean."""

FORBIDDEN = {
    "save_as": "the address comes from the file's name",
    "url": "the address comes from the file's name",
    "slug": "the address comes from the name of the file or folder",
    "permalink": "the address comes from the file's name",
    "path": "the address comes from the file's name",
    "template": "the look comes from the theme and the folder that the file is in",
    "layout": "the look comes from the theme and the folder that the file is in",
}
"""What other programs let pages say of themselves, and why it is not for a page to say here."""


@cache
def annotations(cls: Any) -> dict[str, Any]:
    """Return the annotation of each field of a class."""
    return get_type_hints(cls, include_extras=True)


@cache
def help_of(cls: Any, name: str) -> Help | None:
    """Return a field's words for volunteers."""
    return next((extra for extra in _extras(annotations(cls).get(name)) if isinstance(extra, Help)), None)


def inner_class(annotation: Any) -> type | None:
    """Return the dataclass that a field holds, one or many of them."""
    if isinstance(annotation, type) and is_frozen(annotation):
        return annotation
    for part in get_args(annotation):
        found = inner_class(part)
        if found is not None:
            return found
    return None


def is_list(annotation: Any) -> bool:
    """Tell whether a field holds a list."""
    if get_origin(annotation) is Annotated:
        return is_list(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return any(is_list(part) for part in get_args(annotation))
    return get_origin(annotation) is tuple


def class_at(cls: type, route: Route) -> type | None:
    """Return the class of the value to which a route leads, or None where it is no dataclass."""
    here: type | None = cls
    below = False
    for part in route:
        if below or isinstance(part, int) or here is None:
            below = False
            continue
        annotation = annotations(here).get(part)
        here = inner_class(annotation)
        below = _is_mapping(annotation)
    return here


def annotation_at(cls: type, route: Route) -> Any:
    """Return the annotation of the field to which a route leads."""
    names = [part for part in route if isinstance(part, str)]
    owner = class_at(cls, route[: len(route) - 1 - route[::-1].index(names[-1])]) if names else None
    return annotations(owner).get(names[-1]) if owner else None


@cache
def vocabulary_fields(cls: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the attributes that a vocabulary governs, each as the way to it and the vocabulary's name."""
    found: list[tuple[tuple[str, ...], str]] = []
    for name, annotation in annotations(cls).items():
        found += [((name,), extra.name) for extra in _extras(annotation) if isinstance(extra, Vocabulary)]
        inner = inner_class(annotation)
        if inner is not None and inner is not cls:
            found += [((name, *way), vocabulary) for way, vocabulary in vocabulary_fields(inner)]
    return tuple(found)


def _extras(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()


def _is_mapping(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _is_mapping(get_args(annotation)[0])
    return get_origin(annotation) is dict
