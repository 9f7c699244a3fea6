"""The associations as organizations, services and locations for other directories (Open Referral HSDS 3).

Facts that nobody has confirmed are named in `attributes` with the label `unconfirmed`.
"""

from collections.abc import Iterator

from chapterhouse.exports._hsds import Thing, locations, organizations, services
from chapterhouse.exports._json import listing
from chapterhouse.model import Network
from chapterhouse.words import phrase

FILE = "data/hsds/organizations.json"
TITLE = phrase("Associations, for other directories")
MEDIA_TYPE = "application/json"
SCHEMA = "https://docs.openreferral.org/en/latest/hsds/schema_reference.html"


def render(network: Network) -> bytes:
    """Return the organizations."""
    return _page(organizations(network))


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the services and the locations."""
    yield "data/hsds/services.json", _page(services(network))
    yield "data/hsds/locations.json", _page(locations(network))


def _page(things: list[Thing]) -> bytes:
    """Return things in the envelope that the specification's API has for a list: here, all on one page."""
    head = {
        "total_items": len(things),
        "total_pages": 1,
        "page_number": 1,
        "size": len(things),
        "first_page": True,
        "last_page": True,
        "empty": not things,
    }
    return listing(head, "contents", things)
