"""New files."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from chapterhouse.content_types import content_types
from chapterhouse.record import Record
from chapterhouse.starters import HIDDEN, entry, quoted, record

DATES = {"news": "date", "event": "start"}


def values(type_name: str, title: str = "Spring meeting") -> dict[str, str]:
    more = {DATES[type_name]: "2027-05-12 18:30"} if type_name in DATES else {}
    return {"title": title, **more}


def read(cls: type[Any], text: str) -> Any:
    """Read YAML as Chapterhouse does: every value is the text that was written, empty ones left out."""
    data = yaml.load(text, yaml.BaseLoader)
    return TypeAdapter(cls).validate_python({name: value for name, value in data.items() if value != ""})


def front(text: str) -> str:
    return text.split("---\n")[1]


def uncommented(text: str) -> str:
    """Take away the # before each line that is a field, as a volunteer does."""
    lines = text.splitlines()
    return "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and _is_field(line) else line for line in lines
    )


def _is_field(line: str) -> bool:
    name, colon, _ = line.removeprefix("# ").partition(":")
    return bool(colon) and name.strip().isidentifier() and name.strip() != "own"


def test_a_new_record_is_read_with_what_was_given() -> None:
    text = record({"name": "Door County: the club"})
    assert text.startswith("# The facts of one association.")
    assert read(Record, text) == Record(name="Door County: the club")


def test_a_new_record_has_every_field_as_help() -> None:
    text = record({"name": "Door County"})
    assert "# The full official name." not in text
    for name in Record.__dataclass_fields__:
        assert (f"# {name}:" in text) == (name not in HIDDEN and name != "name"), name


def test_lists_and_groups_are_shown_as_they_are_written() -> None:
    text = record({"name": "Door County"})
    assert "# regions: [US-WI]\n" in text
    assert '# brand:\n#   color: "#2f6f5e"\n#   logo: images/logo.svg\n' in text
    assert '#   text: "Our conference: 5 May"\n' in text
    assert "# parts: [events]\n" in entry("page", values("page"), "x")


@pytest.mark.parametrize("type_name", content_types())
def test_a_new_entry_is_read_with_what_was_given(type_name: str) -> None:
    text = entry(type_name, values(type_name), "Write here.")
    found = read(content_types()[type_name].Fields, front(text))
    assert found.title == "Spring meeting"
    assert text.endswith("\n---\n\nWrite here.\n")


@pytest.mark.parametrize(
    ("cls", "text"),
    [
        (Record, record({"name": "Door County"})),
        *((found.Fields, front(entry(name, values(name), "x"))) for name, found in content_types().items()),
    ],
)
def test_every_example_in_a_new_file_is_a_good_one(cls: type[Any], text: str) -> None:
    given = yaml.load(text, yaml.BaseLoader)
    examples = yaml.load(uncommented(text), yaml.BaseLoader)
    assert len(examples) > len(given)
    for name, value in examples.items():
        part = {key: one for key, one in value.items() if one} if isinstance(value, dict) else value
        # A recurrence needs more than its one example.
        if part and name != "repeats":
            assert TypeAdapter(cls).validate_python({**given, name: part}), name


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Our board", "Our board"),
        ("2027-05-12 18:30", "2027-05-12 18:30"),
        ("Ó Sé", "Ó Sé"),
        ("yes", '"yes"'),
        ("Null", '"Null"'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("a#b", "a#b"),
        ("#2f6f5e", '"#2f6f5e"'),
        ("- a", '"- a"'),
        ("[a]", '"[a]"'),
        ('"a"', r'"\"a\""'),
        (" a", '" a"'),
        ("", '""'),
        ("a\nb", r'"a\nb"'),
    ],
)
def test_quotes_stand_where_they_are_needed(value: str, written: str) -> None:
    assert quoted(value) == written


@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029\ufffe\uffff")
    )
)
def test_a_quoted_value_is_read_as_itself(value: str) -> None:
    assert yaml.load(f"title: {quoted(value)}\n", yaml.BaseLoader) == {"title": value}
