"""Words that the network declares, and names of fields that nobody confirmed."""

import pytest

from chapterhouse.content_types import news
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.load.nodes import read
from chapterhouse.load.vocabulary import declared, unknown_unconfirmed, unlisted
from chapterhouse.record import EndorsementTerms, NetworkRecord, Record, Term
from tests.load.told import told

NETWORK = NetworkRecord(
    name="N",
    kinds={"chapter": Term(label="Chapter"), "group": Term(label="Group")},
    link_kinds={"shop": Term(label="Shop")},
    endorsement=EndorsementTerms(name="E", generations={"first": Term(label="First")}),
)


def told_of(cls: type, text: str) -> list[Diagnostic]:
    document = read(text, "f")
    return unlisted(cls, document.data, NETWORK, document.place)


def test_declared_words_are_accepted_in_every_depth() -> None:
    text = "kind: chapter\nlinks: [{kind: shop}, {label: x}]\nendorsement: {generation: first}\n"
    assert told_of(Record, text) == []
    assert set(declared(NETWORK, "endorsement.generations")) == {"first"}


def test_other_words_are_told_with_their_place_and_the_allowed_ones() -> None:
    text = "kind: chaptr\nlinks:\n  - kind: pub\nendorsement: {generation: second}\n"
    assert told(told_of(Record, text)) == [
        'f:1:7 not-allowed-value | did you mean "chapter"?; allowed: chapter, group',
        "f:4:27 not-allowed-value | allowed: first",
        "f:3:11 not-allowed-value | allowed: shop",
    ]


@pytest.mark.parametrize("text", ["kind: [x]\n", "links: x\n", "kind: Not A Slug\n", "endorsement: [1]\n"])
def test_what_is_wrong_in_another_way_is_not_told_twice(text: str) -> None:
    found = told_of(Record, text)
    assert all(d.code == "not-allowed-value" for d in found)
    assert len(found) == (1 if text == "kind: [x]\n" else 0)


def test_a_network_that_declares_nothing_says_where_to_declare() -> None:
    (found,) = told_of(news.Fields, "topics: [policy]\n")
    assert "which has none" in found.message
    assert found.hint == "the steward can declare it in content/hub/network.yaml under topics:"


def test_unconfirmed_names_are_fields() -> None:
    names = ("website", "contact.email", "links", "custom.size", "size")
    good = Record(name="x", unconfirmed=names, custom={"size": "1"})
    assert unknown_unconfirmed(good, read("", "f").place) == []
    document = read("unconfirmed: [webiste, contact.fax, custom.x]\n", "f")
    bad = Record(name="x", unconfirmed=("webiste", "contact.fax", "custom.x"))
    found = told(unknown_unconfirmed(bad, document.place))
    assert found[0] == 'f:1:15 unknown-field | did you mean "website"?'
    assert len(found) == 3
