"""What exports say of an association: its record's public facts, in the same words and order everywhere."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from chapterhouse import places
from chapterhouse.frozen import fields, is_frozen
from chapterhouse.identifiers import identifier
from chapterhouse.model import Association, Network
from chapterhouse.record import Term

PRIVATE = frozenset({"accepts", "note", "brand", "domain"})
"""Fields of the record that are for those who keep it up, or for the look of its own site."""
DIRECTORY = "directory/"
"""Where the hub has its page about each association."""


def public(association: Association, network: Network) -> dict[str, Any]:
    """Return every public fact of an association; what is not known is null or empty.

    A value that JSON has no form for, such as an address, is still as the record has it: see `plain`.
    """
    return {
        "slug": association.slug,
        "id": f"urn:uuid:{uuid(network, 'association', association.slug)}",
        "site": association.site.url if association.has_site else None,
        "page": page_url(association, network),
        **{
            name: dict(sorted(value.items())) if isinstance(value, dict) else value
            for name, value in plain(association.record).items()
        },
    }


@cache
def public_names(cls: Any) -> tuple[str, ...]:
    """Return the names of a record's fields that exports carry."""
    return tuple(name for name in fields(cls) if name not in PRIVATE)


def plain(value: Any) -> Any:
    """Return what JSON is to have of a value that it has no form for: its fields by name, or its words."""
    cls: Any = type(value)
    return {name: getattr(value, name) for name in public_names(cls)} if is_frozen(cls) else str(value)


def uuid(network: Network, *parts: str) -> str:
    """Return an identifier that never changes: it is made from the hub's address and a thing's name."""
    return identifier(network.hub.url + "#" + "/".join(parts))


def page_url(association: Association, network: Network) -> str:
    """Return the absolute address of the hub's page about an association."""
    return f"{network.hub.url}{DIRECTORY}{association.slug}/"


def home_url(association: Association, network: Network) -> str:
    """Return where to send people: its site here, its own website, or the hub's page about it."""
    if association.has_site:
        return association.site.url
    return association.record.website or page_url(association, network)


def region_name(code: str, network: Network) -> str:
    """Return the name of a region: the network's own, or the one of ISO 3166."""
    return network.record.regions.get(code) or places.name(code)


def label(code: str, terms: Mapping[str, Term]) -> str:
    """Return the words for a value of a vocabulary."""
    return terms[code].label if code in terms else code


def description(association: Association, network: Network) -> str:
    """Return what an association is, in a sentence or two."""
    record = association.record
    return record.summary or record.mission or f"{record.name}: a member of {network.record.name}."


def as_of(network: Network) -> str | None:
    """Return the newest day on which a record was verified, or None."""
    return max((one.record.verified_on or "" for one in network.associations), default="") or None
