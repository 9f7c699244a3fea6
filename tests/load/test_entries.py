"""One file becomes an entry, or a list of everything that is wrong with it."""

import pytest

from chapterhouse.diagnostics import Severity
from chapterhouse.load.entries import Reading, Setting, read_entry
from chapterhouse.model import HUB_FOLDER, Entry
from chapterhouse.record import NetworkRecord, Term
from tests.load.told import codes, told

NETWORK = NetworkRecord(name="N", topics={"policy": Term(label="Policy")})
SETTING = Setting(folder="associations/north", main_language="en", network=NETWORK)


def reading(text: str, path: str = "pages/about.md", setting: Setting = SETTING) -> Reading:
    return read_entry(text.encode(), "f", path, setting)


def entry(text: str, path: str = "pages/about.md", setting: Setting = SETTING) -> Entry:
    found = reading(text, path, setting)
    assert found.diagnostics == []
    assert found.entry is not None
    return found.entry


def test_an_entry_has_its_fields_its_body_and_their_places() -> None:
    found = read_entry(
        b"---\norder: 5\ntitle: M\xc3\xbcll\n---\n\nOne *two*.\n\n## Three\n",
        "f",
        "pages/about.md",
        SETTING,
        70,
    )
    assert found.entry is not None
    assert found.diagnostics == []
    one = found.entry
    assert (one.path, one.type, one.route) == ("associations/north/pages/about.md", "page", "about/")
    assert (one.title, one.fields.order, one.summary, one.audience) == ("Müll", 5, "One two.", "own")
    assert (one.fields_lines, one.title_line) == ({"order": 2, "title": 3}, 3)
    assert one.body == (70, len(found.html))
    assert b"<em>two</em>" in found.html
    assert [h.text for h in one.headings] == ["Three"]
    assert one.digest == "f"


def test_the_written_summary_comes_first_and_a_long_paragraph_is_shortened() -> None:
    assert entry("---\ntitle: x\nsummary: Short\n---\nLong words.\n").summary == "Short"
    shortened = entry(f"---\ntitle: x\n---\n{'word ' * 100}\n").summary
    assert len(shortened) <= 200
    assert shortened.endswith("…")


def test_the_audience_is_that_of_the_content_type_but_the_hub_hands_down_nothing_by_itself() -> None:
    news = "---\ntitle: x\ndate: 2026-05-17\n---\n"
    hub = Setting(folder=HUB_FOLDER, main_language="en", network=NETWORK)
    assert entry(news, "news/x.md").audience == "network"
    assert entry(news, "news/x.md", hub).audience == "own"
    assert entry(news.replace("title", "audience: network\ntitle"), "news/x.md", hub).audience == "network"


def test_the_language_comes_from_the_name_or_the_field() -> None:
    spanish = entry("---\ntitle: x\n---\n", "pages/about.es.md")
    assert (spanish.language, spanish.route) == ("es", "es/about/")
    irish = entry("---\ntitle: x\nlanguage: ga\n---\n")
    assert (irish.language, irish.route) == ("ga", "ga/about/")
    assert entry("---\ntitle: x\nlanguage: en\n---\n").route == "about/"
    both = reading("---\ntitle: x\nlanguage: ga\n---\n", "pages/about.es.md")
    assert told(both.diagnostics) == [
        "associations/north/pages/about.es.md:3:11 conflicting-fields | remove this line"
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ntitle: a: b\n---\n", ["2:9 yaml-colon"]),
        ("---\ntitel: x\nmenu: maybe\n---\n", ["2:1 missing-field", "3:7 wrong-type", "2:1 unknown-field"]),
        ("---\ntitle: x\nurl: /x/\n---\n", ["3:1 forbidden-field"]),
        ("---\ntitle: x\ntopics: [polcy]\n---\n", ["3:10 not-allowed-value"]),
        ("---\ntitle: x\ntitle: y\n---\n", ["3:1 duplicate-key"]),
        ("---\ntitle: Meeting #3\n---\n", ["2:16 yaml-remark"]),
        ("", ["1:1 empty-file"]),
        ("words\n", ["1:1 no-front-matter"]),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, lines: list[str]) -> None:
    found = told(reading(text).diagnostics)
    assert [line.partition(" | ")[0].partition(".md:")[2] for line in found] == lines


def test_fields_that_contradict_each_other_are_told() -> None:
    found = reading("---\ntitle: x\nstart: 2026-05-17\nend: 2026-05-16\n---\n", "events/x.md")
    (one,) = found.diagnostics
    assert (one.code, one.message) == ("conflicting-fields", '"end" is before the start, 2026-05-17')
    assert (one.location.line, one.location.column) == (4, 6)


def test_another_encoding_is_told_with_the_line_of_the_byte() -> None:
    found = read_entry(b"---\ntitle: x\n---\n\ncaf\xe9\n", "f", "pages/x.md", SETTING)
    assert told(found.diagnostics)[0].startswith("associations/north/pages/x.md:5:4 not-utf-8")


def test_a_name_that_is_no_address_is_told_with_the_mistakes_of_the_yaml() -> None:
    assert codes(reading("---\ntitle: a: b\n---\n", "pages/My Page.md").diagnostics) == [
        "not-a-slug",
        "yaml-colon",
    ]


def test_a_draft_is_no_entry_and_its_mistakes_are_warnings() -> None:
    found = reading("---\ntitle: x\ndraft: yes\nzork: 1\n---\n[x](nowhere.md)\n")
    assert found.entry is None
    assert [(d.code, d.severity) for d in found.diagnostics] == [("unknown-field", Severity.WARNING)]


def test_mistakes_of_the_body_are_told_even_if_the_front_matter_has_some() -> None:
    found = reading("---\ntitel: x\n---\n\n[x](javascript:alert)\n")
    assert "unsafe-link" in codes(found.diagnostics)
    assert found.entry is None
