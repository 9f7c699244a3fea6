"""The quick reader finds what the YAML reader finds, or says that it does not know."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from chapterhouse.load.front_matter import decode
from chapterhouse.load.nodes import read
from chapterhouse.load.quick_reader import read_quickly, read_record_quickly

ROOT = Path(__file__).parents[2]

words = st.text(st.sampled_from("aZ09 :#-_'\"[]{},&*!|>%@`?~./\\é\u00a0😀\u2028\x85\t"), max_size=14)
values = st.one_of(
    words,
    words.map(lambda t: f'"{t}"'),
    words.map(lambda t: f"'{t}'"),
    st.lists(st.sampled_from(["a", "b-c", "null", "Null", "yes", "~", ""]), max_size=3).map(
        lambda i: f"[{', '.join(i)}]"
    ),
    st.sampled_from(
        ["null", "~", "NO", "012", "10:00", "2026-05-17", "a: b", "a:", "- x", "# x", "x #y", "x# y", "[]"]
    ),
)
keys = st.sampled_from(["a", "title", "b_1", "null", "yes", "on", "B", "1a", "a b", ""])
gaps = st.sampled_from([": ", ":", ":  ", ":\t", " : "])
ends = st.sampled_from(["\n", " \n", "\n\n", "\n  ", "\t\n"])
fronts = st.lists(st.tuples(keys, gaps, values, ends).map("".join), max_size=4).map(
    lambda rows: "".join(rows) + "\n"
)


groups = st.lists(
    st.tuples(
        st.sampled_from(["  ", "  ", "  ", "", " ", "    "]),
        st.sampled_from(["- ", "-", "-  ", "a: ", "b_1: ", "title:", "null: ", "a:  ", ""]),
        values,
        st.sampled_from(["\n", " \n", "\n\n"]),
    ).map("".join),
    max_size=4,
).map("".join)


@given(fronts)
@example("a: b\nc: d\n")
@example("a: \"\"\nb: ''\nc: []\nd:\n")
@example("a: x:y\nb: a#b\n")
def test_the_quick_reader_finds_what_the_yaml_reader_finds(front: str) -> None:
    _compare(front)


def _compare(front: str) -> None:
    quick = read_quickly(front, 2)
    if quick is not None:
        document = read(front, "f", 2)
        assert not document.diagnostics
        assert quick.data == document.data
        assert quick.lines == document.lines


@given(fronts, groups, fronts)
@example("", "  a: b\n  b_1: c\n", "a: b\n")
@example("", "  - a\n  - b\n", "a: b\n")
@example("", "- a\n- b\n", "a: b\n")
@example("", "  - a\n - b\n", "")
@example("", "  - a\n    b\n", "")
@example("", "  a: ~\n  b_1:\n", "a: b\n")
def test_the_quick_reader_finds_the_same_lists_and_groups(before: str, below: str, after: str) -> None:
    _compare(f"{before}venue:\n{below}{after}")


rows = st.tuples(
    st.sampled_from(["", "  ", "    ", "   ", "      "]),
    st.sampled_from(["", "", "", "- ", "-   ", "-"]),
    st.sampled_from(["", "a:", "b:", "c-1:", "a: ", "b:  ", "null: "]),
    st.one_of(
        st.sampled_from(
            ["", "", "x", "x y", "~", '"x"', "''", "[a, b]", ">-", ">", "|", "|-", "# x", "x #", ">+"]
        ),
        words,
    ),
    st.sampled_from(["\n", "\n", "\n", " \n", "\n\n", "\n# x\n", "\n  \n"]),
).map("".join)


@given(st.lists(rows, max_size=9).map("".join))
@example("a:\n  - b: x\n    c-1: >-\n      x: y\n      # z\n\n# x\n    a:\n    - y\nb: |\n  x  \n")
@example("a: >\n  x\n   y\n")
@example("a: >-\n  x\n\n  y\n")
@example("a: >-\n  x\n\n  # y\n")
@example("a:\n  - b: >-\n    x\n")
@example("a:\n- >-\n x\n- b:\n  - x\n  a: y\n")
@example("a:\n  b:\n    a:\n      b:\n        a:\n          b:\n            a: x\n")
@example("  a: x\nb: y\n")
@example("a: x\n  b: y\n")
@example("- a: x\n")
def test_the_quick_reader_finds_the_same_in_records(record: str) -> None:
    _compare(record)


def test_the_quick_reader_finds_the_same_in_every_record_of_ours() -> None:
    folders = ("associations", "content", "tests/networks")
    records = [path for folder in folders for path in sorted((ROOT / folder).glob("**/*.yaml"))]
    texts = [decode(path.read_bytes()) for path in records]
    assert len(texts) > 100
    for text in texts:
        if isinstance(text, str):
            _compare(text if text.endswith("\n") else text + "\n")


def test_records_of_the_demonstration_need_no_yaml_reader() -> None:
    records = [ROOT / "content/hub/network.yaml", *ROOT.glob("associations/*/association.yaml")]
    texts = {path.parent.name: path.read_text(encoding="utf-8") for path in records}
    assert [name for name, text in texts.items() if read_record_quickly(text) is None] == []


def test_the_quick_reader_reads_lists_and_groups() -> None:
    front = "title: x\nvenue:\n  name: Main Hall\n  url:\ntopics:\n  - a\n  - 'b c'\nkinds:\n- d\nmenu: no\n"
    quick = read_quickly(front, 2)
    assert quick is not None
    assert quick.data == {
        "title": "x",
        "venue": {"name": "Main Hall"},
        "topics": ["a", "b c"],
        "kinds": ["d"],
        "menu": "no",
    }
    assert quick.lines == {"title": 2, "venue": 3, "topics": 6, "kinds": 9, "menu": 11}


def test_the_quick_reader_reads_what_people_write() -> None:
    front = (
        'title: The fair\nsummary: "One: two"\ndate: 2026-05-17 18:30\ntopics: [a, b-c]\nmenu: no\nimage:\n'
    )
    quick = read_quickly(front, 2)
    assert quick is not None
    assert quick.data == {
        "title": "The fair",
        "summary": "One: two",
        "date": "2026-05-17 18:30",
        "topics": ["a", "b-c"],
        "menu": "no",
    }
    assert quick.lines == {"title": 2, "summary": 3, "date": 4, "topics": 5, "menu": 6, "image": 7}
