"""What a dataclass says about its fields."""

from typing import Any

from chapterhouse.content_types import content_types, event
from chapterhouse.load.shapes import (
    SYNONYMS,
    annotation_at,
    annotations,
    class_at,
    help_of,
    inner_class,
    is_list,
    vocabulary_fields,
)
from chapterhouse.record import Address, Contact, NetworkRecord, Record, Term, WebLink


def test_a_route_leads_to_the_class_of_its_value() -> None:
    assert class_at(Record, ()) is Record
    assert class_at(Record, ("contact", "address")) is Address
    assert class_at(Record, ("links", 3)) is WebLink
    assert class_at(NetworkRecord, ("kinds", "chapter")) is Term
    assert class_at(NetworkRecord, ("endorsement", "categories", "fa")) is Term
    assert class_at(Record, ("social", "x")) is None
    assert class_at(event.Fields, ("venue", "address")) is Address


def test_a_field_says_what_it_holds() -> None:
    assert inner_class(annotations(Record)["contact"]) is Contact
    assert is_list(annotation_at(Record, ("links", 0)))
    assert not is_list(annotation_at(Record, ("contact", "email")))
    words = help_of(Record, "name")
    assert words is not None
    assert words.example


def test_vocabulary_is_found_in_every_depth() -> None:
    assert vocabulary_fields(Record) == (
        (("kind",), "kinds"),
        (("services",), "services"),
        (("endorsement", "generation"), "endorsement.generations"),
        (("links", "kind"), "link_kinds"),
    )


def test_every_synonym_means_a_field_that_exists() -> None:
    known: set[str] = set(annotations(Record)) | set(annotations(Address)) | set(annotations(Contact))
    for content_type in content_types().values():
        fields: Any = content_type.Fields
        known |= set(annotations(fields))
    assert set(SYNONYMS.values()) - known == {"color"}
