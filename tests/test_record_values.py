"""Record values by their names."""

import pytest

from chapterhouse.config import site
from chapterhouse.frozen import frozen
from chapterhouse.model import NetworkFacts
from chapterhouse.network_facts import network_facts
from chapterhouse.record import Contact, Endorsement, Record, WebLink
from chapterhouse.record_values import known_paths, resolve, value_names, value_of
from tests.builders import SETTINGS, association, network

RECORD = Record(
    name="Wisconsin & Co",
    short_name="WI",
    former_names=("A", "B", "C"),
    contact=Contact(email="office@example.org"),
    endorsement=Endorsement(offered=True, since="2009"),
    links=(WebLink(label="Join", url="https://example.org/"),),
    social={"some-net": "https://example.org/s"},
    note="hidden",
    custom={"members": 12, "open": False, "empty": None},
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("association.name", "Wisconsin & Co"),
        ("association.label", "WI"),
        ("association.former_names", "A, B and C"),
        ("association.contact.email", "office@example.org"),
        ("association.contact.phone", None),
        ("association.endorsement.offered", "yes"),
        ("association.endorsement.since", "2009"),
        ("association.social.some-net", "https://example.org/s"),
        ("association.custom.members", "12"),
        ("association.custom.open", "no"),
        ("association.custom.empty", None),
        ("association.host.name", None),
        ("association.links", None),
        ("association.aliases", None),
        ("association.note", None),
        ("association.contact", None),
        ("association.name.upper", None),
        ("association.__class__", None),
        ("association.custom.keys", None),
        ("network.name", None),
    ],
)
def test_resolve_reads_fields_and_keys_and_nothing_else(path: str, expected: str | None) -> None:
    assert resolve(path, {"association": RECORD}) == expected


def test_resolve_calls_no_property_but_the_named_ones() -> None:
    @frozen
    class Trap:
        name: str = "x"

        @property
        def secret(self) -> str:
            raise AssertionError

    assert resolve("secret", Trap()) is None
    assert resolve("name", Trap()) == "x"


def test_known_paths_lists_values_and_no_folders() -> None:
    paths = known_paths(Record)
    assert {"name", "label", "contact.email", "contact.address.street", "endorsement.since"} <= set(paths)
    assert "contact" not in paths and "note" not in paths and "custom" not in paths
    assert list(paths) == sorted(paths)
    assert "record.mission" in known_paths(NetworkFacts)


def test_value_of_knows_the_three_roots() -> None:
    found = network(association("north", short_name="N", regions=("US-WI",)), mission="To look up.")
    facts = network_facts(found)
    where = site(SETTINGS, "north")
    record = found.associations[0].record
    assert value_of("association.label", record, facts, where) == "N"
    assert value_of("network.mission", record, facts, where) == "To look up."
    assert value_of("network.association_count", record, facts, where) == "1"
    assert value_of("site.url", record, facts, where) == "https://example.org/north/"
    assert value_of("association.name", None, facts, where) is None
    assert value_of("os.environ", record, facts, where) is None


def test_names_lead_to_values() -> None:
    assert "contact.email" in known_paths(Record)
    assert "note" not in known_paths(Record)
    assert {"association.name", "network.as_of", "site.url"} <= set(value_names())
