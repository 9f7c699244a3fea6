"""Record values by their names."""

from chapterhouse.config import site
from chapterhouse.network_facts import network_facts
from chapterhouse.record import Contact, Record
from chapterhouse.record_values import known_paths, resolve, value_names, value_of
from tests.builders import SETTINGS, association, network

RECORD = Record(
    name="North Club",
    former_names=("Nord", "Norte", "Nort"),
    contact=Contact(email="office@example.org"),
    custom={"telescopes": 3, "open": True},
    note="private",
)


def test_values_of_a_record_are_plain_text() -> None:
    assert resolve("name", RECORD) == "North Club"
    assert resolve("label", RECORD) == "North Club"
    assert resolve("former_names", RECORD) == "Nord, Norte and Nort"
    assert resolve("contact.email", RECORD) == "office@example.org"
    assert resolve("custom.telescopes", RECORD) == "3"
    assert resolve("custom.open", RECORD) == "yes"


def test_what_is_no_value_is_none() -> None:
    for path in (
        "website",
        "contact",
        "nothing",
        "note",
        "__class__",
        "name.upper",
        "contact.email.split",
        "",
    ):
        assert resolve(path, RECORD) is None


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
