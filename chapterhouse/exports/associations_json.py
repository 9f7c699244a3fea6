"""All associations with every public fact, for programs: what is not known is null or empty.

`unconfirmed` of each association names the facts that nobody has confirmed; `vocabulary` says what codes
mean.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.exports._facts import as_of, plain, public, region_name
from chapterhouse.exports._json import bound, in_one_line
from chapterhouse.model import Network
from chapterhouse.record import Term
from chapterhouse.words import phrase

FILE = "data/associations.json"
TITLE = phrase("Associations, for programs")
MEDIA_TYPE = "application/json"
SCHEMA = "data/schema/associations.schema.json"
_line = in_one_line(plain)


def render(network: Network) -> bytes:
    """Return the list, sorted by slug."""
    record = network.record
    return bound(
        {
            "$schema": network.hub.url + SCHEMA,
            "name": record.name,
            "url": network.hub.url,
            "as_of": as_of(network),
            "generated_for": network.today,
            "count": len(network.associations),
            "vocabulary": _vocabulary(network),
        },
        "associations",
        map(_line, (public(association, network) for association in network.associations)),
    )


def _vocabulary(network: Network) -> dict[str, Mapping[str, str]]:
    record = network.record
    used = sorted({code for one in network.associations for code in one.record.regions})
    endorsement = record.endorsement
    return {
        "kinds": _labels(record.kinds),
        "services": _labels(record.services),
        "generations": _labels(endorsement.generations if endorsement else {}),
        "link_kinds": _labels(record.link_kinds),
        "regions": {code: region_name(code, network) for code in used},
        "custom": {name: field.label for name, field in record.fields.items()},
    }


def _labels(terms: Mapping[str, Term]) -> dict[str, Any]:
    return {code: term.label for code, term in terms.items()}
