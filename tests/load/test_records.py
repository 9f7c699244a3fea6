"""The two records, read whole."""

import pytest

from chapterhouse.load.records import read_association, read_network
from chapterhouse.record import CustomField, NetworkRecord, Record, Term
from tests.load.told import told

NETWORK = NetworkRecord(
    name="N", kinds={"club": Term(label="Club")}, fields={"dome": CustomField(type="boolean", label="Dome")}
)


def test_an_association_is_read_with_its_custom_values_and_places() -> None:
    content = b"name: North Club\nkind: club\nregions: [US-WI]\ncustom: {dome: yes}\nbrand:\n  logo: x.svg\n"
    loaded = read_association(content, "a.yaml", NETWORK)
    assert loaded.diagnostics == []
    assert isinstance(loaded.record, Record)
    assert (loaded.record.name, loaded.record.custom) == ("North Club", {"dome": True})
    assert loaded.places.get("brand.logo") == (6, 9, 5)
    assert loaded.places.get("regions.0") == (3, 11, 5)


def test_a_record_that_is_read_in_the_long_way_is_the_same() -> None:
    content = b"name: North Club\nkind: club\nregions:\n  - US-WI\ncustom:\n  dome: yes\n"
    quick = read_association(content, "a.yaml", NETWORK)
    long = read_association(content.replace(b"North Club", b"North\n  Club"), "a.yaml", NETWORK)
    assert quick.record == long.record
    assert quick.places.get("custom.dome") == (6, 9, 3)
    assert long.places.get("custom.dome") == (7, 9, 3)


def test_without_the_network_vocabulary_is_not_checked() -> None:
    loaded = read_association(b"name: x\nkind: club\ncustom: {other: 1}\n", "a.yaml", None)
    assert (loaded.diagnostics, loaded.record.custom) == ([], {"other": "1"})


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "a.yaml:1 empty-file | begin it with a line such as  name: Rivertown Gardeners"),
        (
            b"name: Zo\xeb!\n",
            'a.yaml:1:9 not-utf-8 | save it with the encoding "UTF-8"; editors offer it under "Save as"',
        ),
        (
            b"name: x\nname: y\n",
            "a.yaml:2:1 duplicate-key | keep one of the two, or join what they say under one name:",
        ),
        (b"name: x\nkind: clb\n", 'a.yaml:2:7 not-allowed-value | did you mean "club"?; allowed: club'),
        (b"name: x\nlocation: {latitude: 95, longitude: 1}\n", "a.yaml:2:22 not-allowed-value | "),
        (b"name: x\nlocation: {latitude: nan, longitude: 1}\n", "a.yaml:2:22 not-allowed-value | "),
        (
            b"name: x\nunconfirmed: [zork]\n",
            "a.yaml:2:15 unknown-field | write the name of a field of this file",
        ),
        (b"name: x\ncustom: {doem: yes}\n", 'a.yaml:2:10 unknown-field | did you mean "dome"?'),
        (b"name: a: b\n", 'a.yaml:1:8 yaml-colon | write: name: "a: b"'),
    ],
)
def test_what_is_wrong_is_told(content: bytes, line: str) -> None:
    assert told(read_association(content, "a.yaml", NETWORK).diagnostics) == [line]


def test_a_record_with_a_wrong_value_is_none_and_tells_all_of_them() -> None:
    loaded = read_association(b"website: x\nfounded: 1999-02-30\n", "a.yaml", NETWORK)
    assert loaded.record is None
    assert len(loaded.diagnostics) == 3


def test_the_network_record_is_checked_against_itself() -> None:
    good = (
        b"name: N\nlink_kinds: {shop: {label: Shop}}\nlinks:\n"
        b"  - {label: a, url: https://x.org, kind: shop}\n"
    )
    assert read_network(good, "n.yaml").diagnostics == []
    bad = (
        b"name: N\nfields:\n  Bad-Name: {type: text, label: x}\n  sky: {type: choice, label: Sky}\n"
        b"endorsement: {name: E, categories: {fa: {label: FA, generation: old}}}\n"
        b"links:\n  - {label: a, url: https://x.org, kind: pub}\n"
    )
    rows = bad.split(b"\n")
    found = [line.partition(" | ")[0] for line in told(read_network(bad, "n.yaml").diagnostics)]
    assert sorted(found) == [
        "n.yaml:3:13 bad-slug",
        "n.yaml:4:8 missing-field",
        f"n.yaml:5:{rows[4].index(b'old') + 1} not-allowed-value",
        f"n.yaml:7:{rows[6].index(b'pub') + 1} not-allowed-value",
    ]


def test_one_mistake_does_not_hide_another() -> None:
    content = b"zork: 1\nname: x\nkind: clb\ncustom: {dome: perhaps, doem: yes}\n"
    assert [d.code for d in read_association(content, "a.yaml", NETWORK).diagnostics] == [
        "unknown-field",
        "not-allowed-value",
        "wrong-type",
        "unknown-field",
    ]
