"""What is made of front matter quickly is what the long way makes of it."""

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chapterhouse.content_types import content_types
from chapterhouse.load import fields
from chapterhouse.load.addresses import address
from chapterhouse.load.front_matter import Parts
from chapterhouse.load.quick_fields import make_fields
from chapterhouse.record import NetworkRecord, Term

NETWORK = NetworkRecord(
    name="N",
    kinds={"chapter": Term(label="C")},
    topics={"policy": Term(label="P"), "health": Term(label="H")},
    audiences={"families": Term(label="F")},
)
PATHS = {"page": "pages/a.md", "news": "news/a.md", "event": "events/a.md", "resource": "resources/a.md"}
LINES = (
    *("title: About us", 'title: "About: us"', "title: Ä # b", "title: a: b", "title:", "title: null"),
    *("summary: Words", "summary:  Words ", "order: 4", "order: four", "menu: no", "menu: maybe"),
    *(
        "topics: [policy, health]",
        "topics: [policy, other]",
        "topics: []",
        "topics: policy",
        "topics: [null]",
    ),
    *("kinds: [chapter]", "intended_for: [families]", "intended_for: [nobody]", "audience: network"),
    *(
        "audience: all",
        "date: 2026-05-17",
        "date: 2026-02-30",
        "updated: 2026-05-16",
        "start: 2026-05-17 18:30",
    ),
    *("end: 2026-05-17", "draft: yes", "language: ga", "parts: [events]", "parts: [nothing]", "webiste: x"),
    *(
        "",
        "# remark",
        "  name: x",
        "- x",
        "venue:",
        "null: x",
        "url: https://example.org/a#b",
        "aliases: [old]",
    ),
    *("title: x\ty", "summary: >", "...", "image: images/a.png", "image_alt: ''"),
)


@given(
    st.sampled_from(sorted(PATHS)),
    st.lists(st.sampled_from(LINES), max_size=6),
    st.sampled_from([None, NETWORK]),
)
@example("page", ["title: About us", "topics: [policy, health]", "order: 4"], NETWORK)
@example("page", ["title: About us", "topics: [policy, other]"], NETWORK)
@example("event", ["title: Fair", "start: 2026-05-17 18:30", "end: 2026-05-17"], NETWORK)
@example("news", ["title: Fair", "title: Fair", "date: 2026-05-17"], NETWORK)
@example("page", ["title: x\ty"], None)
@example("event", ["title: Fair", "venue:\n  name: Hall", "start: 2026-05-17"], NETWORK)
@example("event", ["title: Fair", "venue: x\n  name: Hall", "start: 2026-05-17"], NETWORK)
@example("page", ["title: Fair", "topics:\n  - policy\n  - other"], NETWORK)
def test_both_ways_find_the_same(kind: str, lines: list[str], network: NetworkRecord | None) -> None:
    parts = Parts("".join(f"{line}\n" for line in lines), 2, "", len(lines) + 3)
    named = address(PATHS[kind])
    assert not hasattr(named, "hint")
    path = f"associations/a/{PATHS[kind]}"
    quick = fields.read_fields(parts, path, named, "associations/a", network)
    with patch.object(fields, "make_fields", return_value=None):
        slow = fields.read_fields(parts, path, named, "associations/a", network)
    assert quick == slow
    assert list(quick.lines) == list(slow.lines)


@pytest.mark.parametrize(
    ("kind", "front"),
    [
        ("page", "title: About us\nsummary: What we do\norder: 4\nmenu: no\ntopics: [policy]\n"),
        ("news", 'title: "A day: out"\ndate: 2026-05-17\naudience: own\nintended_for: [families]\n'),
        (
            "event",
            "title: Fair\nvenue:\n  name: Hall\nstart: 2026-05-17 18:30\nonline: https://example.org/\n",
        ),
    ],
)
def test_what_people_mostly_write_is_understood(kind: str, front: str) -> None:
    made = make_fields(content_types()[kind].Fields, front, 2, "network", NETWORK)
    assert made is not None
    values, lines = made
    assert values.title in ("About us", "A day: out", "Fair")
    assert values.audience == ("own" if "audience" in front else "network")
    rows = enumerate(front.splitlines(), start=2)
    assert lines == {line.partition(":")[0]: number for number, line in rows if line[0] != " "}


@pytest.mark.parametrize(
    "front",
    [
        "title: x\ndraft: yes\n",
        "title: x\nlanguage: ga\n",
        "title: x\nparts: [events]\n",
        "title: x\ntopics: [unknown]\n",
        "summary: no title\n",
        "title: x\n\norder: 1\n",
        f"title: {'x' * 20_001}\n",
    ],
)
def test_there_is_doubt(front: str) -> None:
    assert make_fields(content_types()["page"].Fields, front, 2, "own", NETWORK) is None
