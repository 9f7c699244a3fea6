"""The associations as a map layer: a point for each that has a location or serves a known region (RFC 7946).

`point` says which of the two it is: a place where the association is (`location`), or only some point inside
the first region that it serves (`region`). Where neither is known there are facts and no geometry.
"""

from typing import Any

from chapterhouse import atlas
from chapterhouse.exports._facts import as_of, description, home_url, page_url, region_name
from chapterhouse.exports._json import listing
from chapterhouse.model import Association, Network
from chapterhouse.record import Record
from chapterhouse.words import phrase

FILE = "data/associations.geojson"
TITLE = phrase("Associations, as a map layer")
MEDIA_TYPE = "application/geo+json"
SCHEMA = "https://www.rfc-editor.org/rfc/rfc7946"


def render(network: Network) -> bytes:
    """Return the layer."""
    return listing(
        {
            "type": "FeatureCollection",
            "name": network.record.name,
            "as_of": as_of(network),
        },
        "features",
        (_feature(association, network) for association in network.associations),
    )


def _feature(association: Association, network: Network) -> dict[str, Any]:
    record = association.record
    latitude, longitude, kind = _point(record)
    return {
        "type": "Feature",
        "id": association.slug,
        # A position is longitude first.
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if kind else None,
        "properties": {
            "point": kind,
            "name": record.name,
            "label": record.label,
            "status": record.status,
            "kind": record.kind,
            "regions": list(record.regions),
            "region_names": [region_name(code, network) for code in record.regions],
            "summary": description(association, network),
            "url": home_url(association, network),
            "page": page_url(association, network),
            "website": record.website,
            "verified_on": record.verified_on,
            "unconfirmed": list(record.unconfirmed),
        },
    }


def _point(record: Record) -> tuple[float, float, str | None]:
    """Return latitude, longitude and what is there: the association, or only its region."""
    if record.location:
        return record.location.latitude, record.location.longitude, "location"
    found = next((found for code in record.regions if (found := atlas.point(code))), None)
    return (*found, "region") if found else (0.0, 0.0, None)
