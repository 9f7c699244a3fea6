"""The fields that only this network has: `custom` in a record, against `fields` in `network.yaml`."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.field_types import Email, Help, Text, Url, YearOrDate
from chapterhouse.frozen import frozen
from chapterhouse.load.documents import Document
from chapterhouse.load.shapes import Route
from chapterhouse.record import STRICT, CustomField
from chapterhouse.text import did_you_mean

_TYPES: dict[str, Any] = {
    "text": Text,
    "number": float,
    "boolean": bool,
    "date": YearOrDate,
    "url": Url,
    "email": Email,
    "choice": Text,
    "list": tuple[Text, ...],
}


class Custom(NamedTuple):
    """The custom values of a record, read, and what is wrong with them."""

    values: dict[str, Any]
    diagnostics: list[Diagnostic]


def read_custom(written: Mapping[str, Any], fields: Mapping[str, CustomField], document: Document) -> Custom:
    """Return the values with the types that the network declares for them."""
    from chapterhouse.load.validate import make, mistakes

    known = {name: written[name] for name in written if name in fields}
    cls = _record_class(tuple((n, f.type, f.required, f.help or f.label) for n, f in fields.items()))
    data = {"custom": known}
    whole: Any = make(cls, data)
    found = mistakes(cls, data, document) if whole is None else []
    values: dict[str, Any] = {}
    if whole is not None:
        values = {name: _number(getattr(whole.custom, name)) for name in known}
    found += [_unknown(name, fields, document.key_place) for name in written if name not in fields]
    for name, value in known.items():
        found += _not_among(name, value, fields[name], document.place)
    return Custom(values, found)


@cache
def _record_class(fields: tuple[tuple[str, str, bool, str], ...]) -> type:
    """Return a class whose only field is `custom`, with what the network declares."""
    hints: dict[str, Any] = {}
    body: dict[str, Any] = {"__annotations__": hints, "__pydantic_config__": STRICT}
    for name, kind, required, words in fields:
        if required:
            hints[name] = Annotated[_TYPES[kind], Help(words)]
        else:
            hints[name] = Annotated[_TYPES[kind] | None, Help(words)]
            body[name] = None
    custom = frozen(type("Custom", (), body))
    whole: type = frozen(type("CustomRecord", (), {"__annotations__": {"custom": custom}}))
    return whole


def _number(value: Any) -> Any:
    """Return a number without a fraction as a whole number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _unknown(name: str, fields: Mapping[str, CustomField], place: Callable[[Route], Location]) -> Diagnostic:
    hint = did_you_mean(name, fields)
    if not hint:
        known = f"declared are: {', '.join(sorted(fields))}" if fields else "this network declares none"
        hint = f"{known}; the steward can declare it in network.yaml under fields:"
    message = f'unknown field "{name}"'
    return Diagnostic(code="unknown-field", message=message, location=place(("custom", name)), hint=hint)


def _not_among(
    name: str, value: Any, declared: CustomField, place: Callable[[Route], Location]
) -> list[Diagnostic]:
    """Return a diagnostic for each text that the network does not allow in a choice or a list."""
    from chapterhouse.load.validate import not_allowed

    allowed = sorted(declared.values)
    if declared.type == "choice" and isinstance(value, str) and value.strip() not in allowed:
        return [not_allowed(f'"{name}"', value, allowed, place(("custom", name)))]
    if declared.type != "list" or not allowed or not isinstance(value, list):
        return []
    return [
        not_allowed(f'an item of "{name}"', item, allowed, place(("custom", name, number)))
        for number, item in enumerate(value)
        if isinstance(item, str) and item.strip() not in allowed
    ]
