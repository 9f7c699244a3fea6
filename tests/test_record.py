"""What people write in records."""

from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from chapterhouse import record as module
from chapterhouse.field_types import Help
from chapterhouse.record import NetworkRecord, Record

CLASSES = [
    found for found in vars(module).values() if is_dataclass(found) and found.__module__ == module.__name__
]


def make(cls: type[Any], **values: Any) -> Any:
    return TypeAdapter(cls).validate_python(values)


def codes(cls: type[Any], **values: Any) -> list[tuple[Any, ...]]:
    with pytest.raises(ValidationError) as caught:
        make(cls, **values)
    return [(error["type"], *error["loc"]) for error in caught.value.errors()]


def test_a_name_is_all_that_a_record_needs() -> None:
    found = make(Record, name="North Club")
    assert found == Record(name="North Club")
    assert found.status == "active"
    assert found.contact.email is None
    assert codes(Record) == [("missing", "name")]


def test_the_label_is_the_name_that_people_use() -> None:
    assert Record(name="North Club").label == "North Club"
    assert Record(name="North Club", short_name="NC").label == "NC"
    assert NetworkRecord(name="Network", short_name="N").label == "N"


def test_every_mistake_is_found_at_once_with_its_way() -> None:
    found = codes(
        Record,
        webiste="https://example.org/",
        regions=["US-WI", "Wisconsin"],
        contact={"email": "nobody", "address": {"country": "US-WI"}},
        links=[{"label": "Join", "url": "example.org"}],
        social={"Face Book": "https://example.org/"},
        status="asleep",
    )
    assert found == [
        ("missing", "name"),
        ("literal_error", "status"),
        ("bad-region", "regions", 1),
        ("bad-email", "contact", "email"),
        ("bad-region", "contact", "address", "country"),
        ("bad-url", "links", 0, "url"),
        ("bad-slug", "social", "Face Book", "[key]"),
        ("unexpected_keyword_argument", "webiste"),
    ]


def test_yes_and_no_are_read_as_people_write_them() -> None:
    assert make(module.Endorsement, offered="yes").offered is True
    assert make(module.Endorsement, offered="no").offered is False
    assert codes(module.Endorsement, offered="perhaps") == [("bool_parsing", "offered")]


def test_a_custom_field_has_one_of_the_known_types() -> None:
    assert make(module.CustomField, type="choice", label="Sky").facet is False
    assert codes(module.CustomField, type="colour", label="Sky") == [("literal_error", "type")]


def test_the_network_has_a_language_and_a_time_zone_of_its_own() -> None:
    found = make(NetworkRecord, name="Network")
    assert found.languages == ("en",)
    assert found.time_zone == "UTC"


@pytest.mark.parametrize("cls", CLASSES)
def test_every_field_is_explained_in_a_sentence(cls: type[Any]) -> None:
    for field in fields(cls):
        words = [mark for mark in get_args(field.type) if isinstance(mark, Help)]
        assert len(words) == 1, field.name
        assert words[0].text.endswith("."), field.name


@pytest.mark.parametrize("cls", CLASSES)
def test_an_unknown_field_is_refused_everywhere(cls: type[Any]) -> None:
    assert ("unexpected_keyword_argument", "surprise") in codes(cls, surprise="x")
