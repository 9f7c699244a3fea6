"""The associations as a map layer: a point for each that has a location (RFC 7946).

An association that serves a region and names no point is there with its facts and no geometry.
"""

from typing import Any

from chapterhouse.exports._facts import as_of, description, home_url, page_url, region_name
from chapterhouse.exports._json import listing
from chapterhouse.model import Association, Network

FILE = "data/associations.geojson"
TITLE = "Associations, as a map layer"
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
    place = record.location
    return {
        "type": "Feature",
        "id": association.slug,
        # A position is longitude first.
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place else None,
        "properties": {
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
