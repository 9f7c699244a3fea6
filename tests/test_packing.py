"""What is packed in a short way comes out equal, and as frozen as it was."""

import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from chapterhouse.content_types import content_types
from chapterhouse.content_types.event import Fields, Recurrence, Venue
from chapterhouse.entries import Entry, Link

ENTRY = Entry(
    path="associations/x/events/fair.md",
    type="event",
    route="events/fair/",
    language="en",
    fields=Fields(
        title="Fair",
        start="2026-05-17",
        repeats=Recurrence(every="month", days=("monday",)),
        venue=Venue(name="Hall"),
    ),
    summary="Once a month",
    links=(Link("https://example.org", "", 7, 1),),
    fields_lines={"title": 2, "start": 3},
)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_an_entry_comes_out_equal(protocol: int) -> None:
    again = pickle.loads(pickle.dumps(ENTRY, protocol=protocol))
    assert again == ENTRY
    assert type(again.fields) is Fields
    assert [getattr(again, one.name) for one in fields(again)] == [
        getattr(ENTRY, one.name) for one in fields(ENTRY)
    ]


def test_what_comes_out_is_frozen_and_can_be_replaced() -> None:
    again = pickle.loads(pickle.dumps(ENTRY))
    with pytest.raises(FrozenInstanceError):
        again.route = "elsewhere/"
    assert replace(again, route="elsewhere/").route == "elsewhere/"
    assert replace(again, route="elsewhere/").path == ENTRY.path


@pytest.mark.parametrize("name", content_types())
def test_the_fields_of_every_content_type_are_packed_short(name: str) -> None:
    one = content_types()[name].Fields
    required = {"title": "T", "start": "2026-05-17", "date": "2026-05-17"}
    made = one(**{key: value for key, value in required.items() if key in one.__dataclass_fields__})
    assert pickle.loads(pickle.dumps(made)) == made
    assert b"_dataclass" not in pickle.dumps(made)
    assert made.__reduce__()[1][0] is one
