"""All associations as a table for spreadsheets: one row each, lists separated by semicolons.

A text that a spreadsheet would take for a formula has an apostrophe before it (telephone numbers with a
country code among them); programs read the JSON file instead. The column `unconfirmed` names what nobody has
confirmed.
"""

from collections.abc import Callable
from typing import Any

from chapterhouse import places
from chapterhouse.exports._csv import MEDIA_TYPE, table
from chapterhouse.exports._facts import label, page_url, region_name
from chapterhouse.model import Association, Network
from chapterhouse.record import Address, Endorsement, Host, Record
from chapterhouse.words import phrase

FILE = "data/associations.csv"
TITLE = phrase("Associations, as a table")
SCHEMA = "https://www.rfc-editor.org/rfc/rfc4180"

__all__ = ["FILE", "MEDIA_TYPE", "SCHEMA", "TITLE", "render"]

_NO_HOST = Host(name="")
_NO_ADDRESS = Address()
_NO_ENDORSEMENT = Endorsement()

Column = Callable[[Record, Association, Network], Any]


def _several(values: Any) -> str:
    return "; ".join(str(value) for value in values)


def _of_host(name: str) -> Column:
    return lambda record, _, __: getattr(record.host or _NO_HOST, name)


def _of_contact(name: str) -> Column:
    return lambda record, _, __: getattr(record.contact, name)


def _of_address(name: str) -> Column:
    return lambda record, _, __: getattr(record.contact.address or _NO_ADDRESS, name)


def _of_endorsement(name: str) -> Column:
    return lambda record, _, __: getattr(record.endorsement or _NO_ENDORSEMENT, name)


def _of_place(name: str) -> Column:
    return lambda record, _, __: getattr(record.location, name) if record.location else None


def _own(name: str) -> Column:
    return lambda record, _, __: getattr(record, name)


def _listed(name: str) -> Column:
    return lambda record, _, __: _several(getattr(record, name))


_COLUMNS: dict[str, Column] = {
    "slug": lambda _, association, __: association.slug,
    "name": _own("name"),
    "short_name": _own("short_name"),
    "former_names": _listed("former_names"),
    "also_known_as": _listed("also_known_as"),
    "kind": _own("kind"),
    "kind_label": lambda record, _, network: record.kind and label(record.kind, network.record.kinds),
    "status": _own("status"),
    "merged_into": _own("merged_into"),
    "regions": _listed("regions"),
    "region_names": lambda record, _, network: _several(region_name(one, network) for one in record.regions),
    "countries": lambda record, _, __: _several(sorted({places.country(one) for one in record.regions})),
    **{name: _of_place(name) for name in ("latitude", "longitude")},
    "languages": _listed("languages"),
    "time_zone": _own("time_zone"),
    "website": _own("website"),
    "other_websites": _listed("other_websites"),
    "site": lambda _, association, __: association.site.url if association.has_site else None,
    "page": lambda _, association, network: page_url(association, network),
    **{name: _of_contact(name) for name in ("email", "phone", "form")},
    **{name: _of_address(name) for name in ("street", "locality", "region", "postal_code", "country")},
    "host_name": _of_host("name"),
    "host_url": _of_host("url"),
    "founded": _own("founded"),
    "joined": _own("joined"),
    "mission": _own("mission"),
    "summary": _own("summary"),
    "services": _listed("services"),
    **{f"endorsement_{name}": _of_endorsement(name) for name in ("offered", "since", "generation", "url")},
    "links": lambda record, _, __: _several(f"{link.label}: {link.url}" for link in record.links),
    "social": lambda record, _, __: _several(f"{name}: {url}" for name, url in sorted(record.social.items())),
    "aliases": _listed("aliases"),
    "verified_on": _own("verified_on"),
    "unconfirmed": _listed("unconfirmed"),
    "sources": _listed("sources"),
}


def render(network: Network) -> bytes:
    """Return the table; the fields that the network adds are its last columns."""
    custom = tuple(network.record.fields)
    return table(
        (*_COLUMNS, *(f"custom_{name}" for name in custom)),
        (
            [read(one.record, one, network) for read in _COLUMNS.values()]
            + [_custom(one.record.custom.get(name)) for name in custom]
            for one in network.associations
        ),
    )


def _custom(value: Any) -> Any:
    return _several(value) if isinstance(value, list | tuple) else value
