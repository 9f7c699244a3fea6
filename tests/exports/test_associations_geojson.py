"""The map layer, read by geojson-pydantic."""

from typing import Any

from geojson_pydantic import Feature, FeatureCollection, Point

from chapterhouse.exports import associations_geojson
from chapterhouse.model import Network
from tests.builders import association, network

Found = Feature[Point, dict[str, Any]]


def layer(network: Network) -> FeatureCollection[Found]:
    """Return the layer as another program reads it."""
    return FeatureCollection[Found].model_validate_json(associations_geojson.render(network))


def test_a_location_is_a_point_with_longitude_first(clubs: Network) -> None:
    north, online, past = layer(clubs).features
    assert isinstance(north.geometry, Point)
    assert (north.geometry.coordinates.longitude, north.geometry.coordinates.latitude) == (-89.4, 43.07)
    assert online.geometry is None
    assert past.geometry is None


def test_what_names_no_place_is_somewhere_in_its_region() -> None:
    (found,) = layer(network(association("north", regions=("IE-ZZ", "US-WI")))).features
    assert isinstance(found.geometry, Point)
    assert -93 < found.geometry.coordinates.longitude < -87
    assert 42 < found.geometry.coordinates.latitude < 47
    assert found.properties is not None
    assert found.properties["point"] == "region"


def test_a_feature_has_the_facts(clubs: Network) -> None:
    north = layer(clubs).features[0]
    assert north.id == "north"
    assert north.properties is not None
    assert north.properties["unconfirmed"] == ["website", "contact.phone"]
    assert north.properties["url"] == "https://example.org/north/"


def test_a_layer_without_features_is_valid(nobody: Network) -> None:
    assert layer(nobody).features == []
