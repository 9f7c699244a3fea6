"""Everything that is wrong with the values of a file, in plain words, where it stands."""

import subprocess
import sys

import pytest

from chapterhouse.content_types import event, page
from chapterhouse.load.nodes import read
from chapterhouse.load.validate import make, mistakes
from chapterhouse.record import Record
from tests.load.told import told


def wrong(cls: type, text: str) -> list[str]:
    document = read(text, "f")
    assert not document.diagnostics
    assert make(cls, document.data) is None
    return sorted(told(mistakes(cls, document.data, document)))


def test_right_values_become_an_instance_and_have_no_mistakes() -> None:
    document = read("title: x\norder: 012\nmenu: no\ntopics: [a]\n", "f")
    fields = make(page.Fields, document.data)
    assert fields == page.Fields(title="x", order=12, menu=False, topics=("a",))
    assert mistakes(page.Fields, document.data, document) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("titel: x\ntitle: y\n", 'f:1:1 unknown-field | did you mean "title"?'),
        ("title: y\ntags: [x]\n", 'f:2:1 unknown-field | did you mean "topics"?'),
        ("title: y\nsumary: x\n", 'f:2:1 unknown-field | did you mean "summary"?'),
        ("title: y\nzork: x\n", "f:2:1 unknown-field | remove the line, or write it as text"),
        ("title: y\nsave_as: x\n", "f:2:1 forbidden-field | remove the line"),
        ("title: y\ntemplate: x\n", "f:2:1 forbidden-field | remove the line"),
        ("title: y\nmenu: maybe\n", "f:2:7 wrong-type | "),
        ("title: y\norder: 1.5\n", "f:2:8 wrong-type | "),
        ("title: y\ntopics: a\n", "f:2:9 wrong-type | write: topics: [a]"),
        ("title: [y]\n", "f:1:8 wrong-type | write: title: y"),
        ('title: ""\n', "f:1:8 empty-value | write something, or remove the line"),
        ("title: y\ntopics: [a, ~]\n", "f:2:13 empty-value | write something, or remove the line"),
        (
            "title: y\naudience: netwrk\n",
            'f:2:11 not-allowed-value | did you mean "network"?; allowed: own, network',
        ),
        ("title: y\nkinds: [A B]\n", "f:2:9 bad-slug | write: a-b"),
        ("title: y\nlanguage: EN\n", "f:2:11 bad-language | write: en"),
    ],
)
def test_a_page(text: str, line: str) -> None:
    assert wrong(page.Fields, text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "start: 2026-02-30\n",
            "f:2:8 bad-date | that month has 28 days",
        ),
        ("start: 2026/5/1\n", "f:2:8 bad-date | write: 2026-05-01"),
        ("start: 2026-13-01\n", "f:2:8 bad-date | the month is the second number; it is at most 12"),
        (
            "start: 2026-05-01 6 pm\n",
            "f:2:8 bad-date | write hours from 0 to 23 and minutes: 2026-05-01 18:30",
        ),
        (
            "start: tomorrow\n",
            "f:2:8 bad-date | write the year, the month and the day in this order: 2026-05-17",
        ),
        ("start: 2026-05-17\nonline: maybe\n", "f:3:9 bad-url | "),
        ("start: 2026-05-17\nregistration: www.x.org\n", "f:3:15 bad-url | write: https://www.x.org"),
        (
            "start: 2026-05-17\nvenue: Here\n",
            "f:3:8 wrong-type | write its fields below it, further right: name, address, url",
        ),
        (
            "start: 2026-05-17\naddress: Here\n",
            'f:3:1 unknown-field | write it below "venue:", further right',
        ),
        ("start: 2026-05-17\nlocation: Here\n", 'f:3:1 unknown-field | did you mean "venue"?'),
        (
            "start: 2026-05-17\nrepeats: {every: week, days: [mon]}\n",
            "f:3:31 not-allowed-value | did you mean",
        ),
        (
            "start: 2026-05-17\ntime_zone: America/Chicgo\n",
            'f:3:12 bad-time-zone | did you mean "America/Chicago"?',
        ),
    ],
)
def test_an_event(text: str, line: str) -> None:
    (found,) = wrong(event.Fields, f"title: x\n{text}")
    assert found.startswith(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("social:\n  Bad Key: https://x.org\n", "f:2:3 bad-slug | write: bad-key"),
        ("social:\n  ok: nope\n", "f:2:7 bad-url | "),
        ("links:\n  - label: x\n", "f:2:5 missing-field | add a line: url: ... (Where it leads.)"),
        ("links:\n  - x\n", "f:2:5 wrong-type | write its fields below it, further right: label, url, kind"),
        (
            "links: x\n",
            "f:1:8 wrong-type | write - before each item and its fields below it: label, url, kind",
        ),
        ("regions: [us-wi]\n", "f:1:11 bad-region | write: US-WI"),
        ("regions: [Wisconsin]\n", "f:1:11 bad-region | write: US-WI"),
        ("regions: [Georgia]\n", "f:1:11 bad-region | write: GE or US-GA"),
        ("email: a@b.org\n", 'f:1:1 unknown-field | write it below "contact:", further right'),
        ("brand: {colour: red}\n", 'f:1:9 unknown-field | did you mean "color"?'),
        ("contact: {email: nobody}\n", "f:1:18 bad-email | "),
        ("location: {latitude: x, longitude: 2}\n", "f:1:22 wrong-type | "),
    ],
)
def test_a_record(text: str, line: str) -> None:
    assert wrong(Record, f"{text}name: x\n") == [line]


def test_a_missing_field_says_what_to_write() -> None:
    document = read("title:\n", "f")
    (empty,) = mistakes(page.Fields, document.data, document)
    assert (empty.code, empty.message) == ("missing-field", '"title" has no value')
    document = read("order: 1\n", "f")
    (missing,) = mistakes(page.Fields, document.data, document)
    assert (str(missing.location), missing.message) == ("f:1:1", '"title" is missing')
    assert missing.hint.startswith("add a line: title: ")


def test_every_mistake_of_a_file_is_told_with_its_length() -> None:
    document = read("titel: x\norder: ten\nkinds: [A B]\naudience: x\n", "f")
    found = mistakes(page.Fields, document.data, document)
    assert sorted((d.location.line, d.code, d.location.length) for d in found) == [
        (1, "missing-field", 8),
        (1, "unknown-field", 5),
        (2, "wrong-type", 3),
        (3, "bad-slug", 3),
        (4, "not-allowed-value", 1),
    ]


def test_a_program_that_reads_nothing_does_not_pay_for_pydantic() -> None:
    code = "import sys, chapterhouse.load, chapterhouse.load.all; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
