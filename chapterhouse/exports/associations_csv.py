"""All associations as a table for spreadsheets: one row each, lists separated by semicolons.

A text that a spreadsheet would take for a formula has an apostrophe before it (telephone numbers with a
country code among them); programs read the JSON file instead. The column `unconfirmed` names what nobody has
confirmed.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from chapterhouse import places
from chapterhouse.exports._csv import MEDIA_TYPE, table
from chapterhouse.exports._facts import label, page_url, region_name
from chapterhouse.model import Association, Network
from chapterhouse.record import Record
from chapterhouse.words import phrase

FILE = "data/associations.csv"
TITLE = phrase("Associations, as a table")
SCHEMA = "https://www.rfc-editor.org/rfc/rfc4180"

__all__ = ["FILE", "MEDIA_TYPE", "SCHEMA", "TITLE", "render"]

Column = Callable[[Sequence[Association], Network], Iterable[Any]]
"""Returns what stands in a column, one value for each association: a table is filled column by column."""


def _several(values: Iterable[Any]) -> str:
    return "; ".join(map(str, values))


def _own(name: str) -> Column:
    read = attrgetter(f"record.{name}")
    return lambda found, _: map(read, found)


def _listed(name: str) -> Column:
    read = attrgetter(f"record.{name}")
    return lambda found, _: map(_several, map(read, found))


def _of(part: str, name: str) -> Column:
    """Return the column of a field of a part of the record, empty where the record has no such part."""
    whole, read = attrgetter(f"record.{part}"), attrgetter(name)
    return lambda found, _: (one and read(one) for one in map(whole, found))


def _kind(record: Record, network: Network) -> str | None:
    return record.kind and label(record.kind, network.record.kinds)


def _region_names(record: Record, network: Network) -> str:
    return _several([region_name(code, network) for code in record.regions])


def _countries(record: Record) -> str:
    return _several(sorted(set(map(places.country, record.regions))))


def _links(record: Record) -> str:
    return _several([f"{link.label}: {link.url}" for link in record.links])


def _social(record: Record) -> str:
    return _several([f"{name}: {url}" for name, url in sorted(record.social.items())])


_COLUMNS: dict[str, Column] = {
    "slug": lambda found, _: (one.slug for one in found),
    "name": _own("name"),
    "short_name": _own("short_name"),
    "former_names": _listed("former_names"),
    "also_known_as": _listed("also_known_as"),
    "kind": _own("kind"),
    "kind_label": lambda found, network: (_kind(one.record, network) for one in found),
    "status": _own("status"),
    "merged_into": _own("merged_into"),
    "regions": _listed("regions"),
    "region_names": lambda found, network: (_region_names(one.record, network) for one in found),
    "countries": lambda found, _: (_countries(one.record) for one in found),
    **{name: _of("location", name) for name in ("latitude", "longitude")},
    "languages": _listed("languages"),
    "time_zone": _own("time_zone"),
    "website": _own("website"),
    "other_websites": _listed("other_websites"),
    "site": lambda found, _: (one.site.url if one.has_site else None for one in found),
    "page": lambda found, network: (page_url(one, network) for one in found),
    **{name: _own(f"contact.{name}") for name in ("email", "phone", "form")},
    **{
        name: _of("contact.address", name)
        for name in ("street", "locality", "region", "postal_code", "country")
    },
    **{f"host_{name}": _of("host", name) for name in ("name", "url")},
    "founded": _own("founded"),
    "joined": _own("joined"),
    "mission": _own("mission"),
    "summary": _own("summary"),
    "services": _listed("services"),
    **{f"endorsement_{name}": _of("endorsement", name) for name in ("offered", "since", "generation", "url")},
    "links": lambda found, _: (_links(one.record) for one in found),
    "social": lambda found, _: (_social(one.record) for one in found),
    "aliases": _listed("aliases"),
    "verified_on": _own("verified_on"),
    "unconfirmed": _listed("unconfirmed"),
    "sources": _listed("sources"),
}


def render(network: Network) -> bytes:
    """Return the table; the fields that the network adds are its last columns."""
    found = network.associations
    columns = [column(found, network) for column in _COLUMNS.values()]
    custom = tuple(network.record.fields)
    columns += [[_custom(one.record.custom.get(name)) for one in found] for name in custom]
    return table((*_COLUMNS, *(f"custom_{name}" for name in custom)), zip(*columns, strict=True))


def _custom(value: Any) -> Any:
    return _several(value) if isinstance(value, list | tuple) else value
