"""What is made quickly is what pydantic makes of it."""

from typing import Annotated, Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from chapterhouse.content_types import content_types
from chapterhouse.field_types import Date, Help, Slug, Text, Url
from chapterhouse.frozen import field, frozen
from chapterhouse.load.instances import make_quickly
from chapterhouse.record import STRICT, NetworkRecord, Record


@frozen
class Inner:
    """A group."""

    __pydantic_config__ = STRICT
    label: Text
    url: Annotated[Url | None, Help("Where.")] = None


@frozen
class Outer:
    """One field of each kind."""

    __pydantic_config__ = STRICT
    text: Text
    number: int = 1
    decimal: float | None = None
    flag: bool = False
    perhaps: bool | None = None
    online: Annotated[Url | bool | None, Help("Either.")] = None
    choice: Literal["a", "b"] = "a"
    day: Date | None = None
    items: tuple[Slug, ...] = ()
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()
    terms: dict[Slug, Inner] = field(default_factory=dict)
    anything: dict[str, Any] = field(default_factory=dict)


scalars: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(
        [
            *(
                "",
                " ",
                "a",
                "b",
                " a ",
                "A B",
                "yes",
                "No",
                "true",
                "on",
                "0",
                "1",
                "-1",
                "007",
                "+1",
                "1_000",
            ),
            *(
                "1.5",
                ".5",
                "1e3",
                "nan",
                "inf",
                "-0",
                "1.",
                "99999999999999999999",
                "2026-02-28",
                "2026-02-30",
            ),
            *("https://example.org/", "http://x", "ftp://x.org", "label", "url"),
        ]
    ),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["label", "url", "a", "b ", "b", "x y"]), inner, max_size=3)
    ),
    max_leaves=6,
)
names = st.sampled_from([*Outer.__dataclass_fields__, "unknown"])


@given(st.dictionaries(names, values, max_size=5), st.sampled_from(["t", " t ", "", None]))
@example({"terms": {"b": {"label": "x"}, "b ": {"label": "y"}}}, "t")
@example({"online": "yes"}, "t")
@example({"inner": {"label": "x", "url": None}}, "t")
def test_what_is_accepted_is_what_pydantic_makes_of_it(data: dict[str, Any], text: Any) -> None:
    data = {"text": text, **data}
    made = make_quickly(Outer, data)
    if made is not None:
        assert made == TypeAdapter(Outer).validate_python(data)
        assert [type(value) for value in vars_of(made)] == [
            type(value) for value in vars_of(TypeAdapter(Outer).validate_python(data))
        ]


def vars_of(one: Any) -> list[Any]:
    return [getattr(one, name) for name in type(one).__dataclass_fields__]


@pytest.mark.parametrize(
    "data",
    [
        {"text": "t"},
        {"text": "t", "number": "12", "decimal": "-8.25", "flag": "yes", "choice": "b", "items": ["a", "b"]},
        {"text": "t", "online": "https://example.org/", "day": "2026-05-17", "inner": {"label": "x"}},
        {
            "text": "t",
            "many": [{"label": "x", "url": "https://example.org/"}],
            "terms": {"a": {"label": "x"}},
        },
    ],
)
def test_what_people_mostly_write_is_accepted(data: dict[str, Any]) -> None:
    assert make_quickly(Outer, data) == TypeAdapter(Outer).validate_python(data)


@pytest.mark.parametrize(
    "data", [{}, {"text": "t", "unknown": "x"}, {"text": "t", "number": "x"}, {"text": "t", "items": "a"}]
)
def test_what_is_wrong_is_left_to_pydantic(data: dict[str, Any]) -> None:
    assert make_quickly(Outer, data) is None
    with pytest.raises(ValidationError):
        TypeAdapter(Outer).validate_python(data)


def test_records_and_every_content_type_are_understood() -> None:
    needed = {"title": "t", "date": "2026-05-17", "start": "2026-05-17 18:30"}
    for content_type in content_types().values():
        data = {name: needed[name] for name in needed if name in content_type.Fields.__dataclass_fields__}
        assert make_quickly(content_type.Fields, data) == content_type.Fields(**data)
    assert make_quickly(Record, {"name": "x"}) == Record(name="x")
    assert make_quickly(NetworkRecord, {"name": "x"}) == NetworkRecord(name="x")
