"""Values against the words that `network.yaml` declares: kinds, services, topics and others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.load.shapes import Route, annotations, inner_class, vocabulary_fields
from chapterhouse.model import HUB_FOLDER
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.text import did_you_mean, is_slug, shorten

Place = Callable[[Route], Location]
"""Where a value stands; only asked for where something is wrong."""

NETWORK_FILE = f"{HUB_FOLDER}/network.yaml"


def unlisted(cls: Any, data: Mapping[str, Any], network: NetworkRecord, place: Place) -> list[Diagnostic]:
    """Return a diagnostic for each value that the network's record does not declare.

    `data` is what was written for the fields of the class; other mistakes in it do not hide these.
    """
    found: list[Diagnostic] = []
    for way, name in vocabulary_fields(cls):
        written = data.get(way[0])
        if written is None:
            continue
        terms = declared(network, name)
        if _all_listed(written, way, terms):
            continue
        for route, value in _values(data, way, ()):
            if value not in terms and is_slug(value):
                found.append(_unlisted(value, name, terms, place(route)))
    return found


def declared(network: NetworkRecord, name: str) -> Iterable[str]:
    """Return the values that a vocabulary allows: `endorsement.generations` leads through the endorsement."""
    here: Any = network
    for part in name.split(".") if "." in name else (name,):
        here = getattr(here, part, None)
    return here or {}


def _all_listed(written: Any, way: tuple[str, ...], terms: Iterable[str]) -> bool:
    """Tell whether nothing but declared values stands at the end of a way: all but a few have no other."""
    found = written if type(written) is list else [written]
    for name in way[1:]:
        found = [one.get(name) if type(one) is dict else one for one in found]
    return not [one for one in found if one is not None and (type(one) is not str or one not in terms)]


def _values(holder: Any, way: tuple[str, ...], route: Route) -> Iterator[tuple[Route, str]]:
    """Yield each text at the end of a way through groups and lists, with its route."""
    if isinstance(holder, list):
        for number, item in enumerate(holder):
            yield from _values(item, way, (*route, number))
    elif isinstance(holder, Mapping) and way:
        yield from _values(holder.get(way[0]), way[1:], (*route, way[0]))
    elif isinstance(holder, str) and not way:
        yield route, holder.strip()


def _unlisted(value: str, name: str, terms: Iterable[str], place: Location) -> Diagnostic:
    words = (
        f'"{shorten(value, 60)}" is not among the {name.replace("_", " ").replace(".", " ")} of this network'
    )
    allowed = sorted(terms)
    if allowed:
        parts = (did_you_mean(value, allowed), f"allowed: {', '.join(allowed)}")
        hint = "; ".join(part for part in parts if part)
    else:
        words += ", which has none"
        hint = f"the steward can declare it in {NETWORK_FILE} under {name.replace('.', ': ')}:"
    return Diagnostic(code="not-allowed-value", message=words, location=place, hint=hint)


def unknown_unconfirmed(record: Record | NetworkRecord, place: Place) -> list[Diagnostic]:
    """Return a diagnostic for each name under `unconfirmed` that is no field: `website`, `contact.email`."""
    found: list[Diagnostic] = []
    custom = getattr(record, "custom", {})
    cls: Any = type(record)
    for number, name in enumerate(record.unconfirmed):
        if _is_field(cls, name, custom):
            continue
        hint = did_you_mean(name, [*annotations(cls), *custom]) or "write the name of a field of this file"
        message = f'"{shorten(name, 60)}" is not a field of the record'
        location = place(("unconfirmed", number))
        found.append(Diagnostic(code="unknown-field", message=message, location=location, hint=hint))
    return found


def _is_field(cls: Any, name: str, custom: Iterable[str]) -> bool:
    first, _, rest = name.partition(".")
    if first == "custom":
        return not rest or rest in custom
    if first not in annotations(cls):
        return name in custom
    inner = inner_class(annotations(cls)[first])
    return not rest or inner is None or _is_field(inner, rest, ())
