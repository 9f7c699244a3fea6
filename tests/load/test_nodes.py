"""YAML keeps every text as written and every place in characters."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.diagnostics import Severity
from chapterhouse.load.documents import Document, Mark
from chapterhouse.load.nodes import read
from tests.load.told import codes, told


def data(text: str) -> object:
    document = read(text, "f.yaml")
    assert not document.diagnostics
    return document.data


@pytest.mark.parametrize(
    "text", ["NO", "yes", "on", "10:00", "012", "1_000", "1.10", "1999-02-30", "0x1F", ".inf", "=", "<<"]
)
def test_a_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert data(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_key_without_a_value_is_left_out_but_its_place_is_known(text: str) -> None:
    document = read(f"a: {text}\nb: x\n", "f.yaml")
    assert document.data == {"b": "x"}
    assert document.keys["a",] == Mark(1, 1, 1)


def test_a_quoted_null_is_a_text() -> None:
    assert data("a: '~'\nb: \"\"\n") == {"a": "~", "b": ""}


def test_places_count_characters_not_bytes() -> None:
    document = read("título: Ünï 😀 x\nb: [😀, {ö: 'ü'}]\n", "f.yaml", first_line=5)
    assert document.keys["título",] == Mark(5, 1, 6)
    assert document.marks["título",] == Mark(5, 9, 7)
    assert document.marks["b", 0] == Mark(6, 5, 1)
    assert document.keys["b", 1, "ö"] == Mark(6, 9, 1)
    assert document.marks["b", 1, "ö"] == Mark(6, 12, 3)


def test_a_value_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    document = read("a: >-\n  one\n  two\nb:\n  - x: 1\n    y: 2\n", "f.yaml")
    assert document.data == {"a": "one two", "b": [{"x": "1", "y": "2"}]}
    assert document.marks["a",] == Mark(1, 4, 2)
    assert document.marks["b", 0] == Mark(5, 5, 4)


def test_a_place_that_is_not_there_is_that_of_what_should_hold_it() -> None:
    document = read("a:\n  b: 1\n", "f.yaml")
    assert document.place(("a", "b", "c")).line == 2
    assert document.place(("z",)).line == 1
    assert document.key_place(("a", "z")).column == 3
    assert Document(path="f").place(("a",)).line == 1


def test_a_key_that_stands_twice_names_both_lines() -> None:
    document = read("a: 1\nb: 2\na: 3\n", "f.yaml", first_line=2)
    assert told(document.diagnostics)[0].startswith("f.yaml:4:1 duplicate-key")
    assert "line 2" in document.diagnostics[0].message
    assert document.data == {"a": "1", "b": "2"}


def test_aliases_repeat_a_value() -> None:
    assert data("a: &x [1, 2]\nb: *x\n") == {"a": ["1", "2"], "b": ["1", "2"]}


def test_a_bomb_of_aliases_is_refused() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert codes(read("\n".join(rows), "f.yaml").diagnostics) == ["yaml-too-large"]


@pytest.mark.parametrize("depth", [20, 200_000])
def test_brackets_without_end_are_refused_and_do_not_end_the_process(depth: int) -> None:
    assert codes(read("a: " + "[" * depth, "f.yaml").diagnostics) == ["yaml-too-large"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !python/object:os.system x\n", "f.yaml:1:4"),
        ("a: *nobody\n", "f.yaml:1:4"),
        ("a: &x [*x]\n", "f.yaml:1:8"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1"),
        ("? [a]\n: b\n", "f.yaml:1:3"),
        ("a: \x07\n", "f.yaml:1:4"),
        ("ä: \ud800\n", "f.yaml:1:4"),
    ],
)
def test_what_records_do_not_need_is_refused_with_its_place(text: str, place: str) -> None:
    (found,) = read(text, "f.yaml").diagnostics
    assert found.code == "yaml-syntax"
    assert str(found.location) == place


@pytest.mark.parametrize("text", ["- a\n", "just words\n", "title:Hello\n"])
def test_a_file_without_fields_is_told(text: str) -> None:
    (found,) = read(text, "f.yaml").diagnostics
    assert found.code == "not-fields"
    assert ": " in found.hint


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "~\n"])
def test_nothing_is_no_mistake_of_the_yaml(text: str) -> None:
    assert data(text) == {}


@pytest.mark.parametrize(
    "text", ["---\na: 1\n", "a: 1\n...\n", "\ufeffa: 1\n", "--- \t\na: 1\n", "%YAML 1.2\n---\na: 1\n"]
)
def test_a_document_may_have_its_marks(text: str) -> None:
    assert data(text) == {"a": "1"}


def test_a_hash_sign_that_swallows_the_value_is_an_error() -> None:
    (found,) = read("color: #2f6f5e\n", "f.yaml").diagnostics
    assert (found.code, found.severity, found.hint) == (
        "yaml-remark",
        Severity.ERROR,
        'write: color: "#2f6f5e"',
    )
    assert (found.location.column, found.location.length) == (8, 7)


def test_a_hash_sign_that_cuts_a_text_is_a_warning_and_a_remark_is_none() -> None:
    (found,) = read("title: Meeting #3\nfounded: 2001 # about\nb: a#b\n", "f.yaml").diagnostics
    assert (str(found.location), found.severity) == ("f.yaml:1:16", Severity.WARNING)


values = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abcdé", min_size=1, max_size=4), values, max_size=4), st.booleans())
def test_what_yaml_writes_is_read_as_its_own_text_reader_reads_it(
    value: dict[str, object], flow: bool
) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    document = read(text, "f.yaml")
    assert not document.diagnostics
    assert document.data == yaml.load(text, yaml.BaseLoader) == value


@given(st.text(st.sampled_from("ab:-#'\"[]{},&*!|>%@`? \n\t~\u00e9\U0001f600\x00"), max_size=30))
def test_whatever_is_written_is_read_or_told(text: str) -> None:
    document = read(text, "f.yaml")
    lines = text.count("\n") + 1
    for found in document.diagnostics:
        assert 1 <= found.location.line <= lines
        assert found.location.column >= 1
    if not document.diagnostics and document.data and "*" not in text and "&" not in text:
        theirs = yaml.load(text, yaml.CBaseLoader)
        assert document.data.keys() <= theirs.keys()
