"""Words that the network declares, and names of fields that nobody confirmed."""

from chapterhouse.content_types import news
from chapterhouse.load.nodes import read
from chapterhouse.load.vocabulary import declared, unknown_unconfirmed, unlisted
from chapterhouse.record import Endorsement, EndorsementTerms, NetworkRecord, Record, Term, WebLink
from tests.load.told import told

NETWORK = NetworkRecord(
    name="N",
    kinds={"chapter": Term(label="Chapter"), "group": Term(label="Group")},
    link_kinds={"shop": Term(label="Shop")},
    endorsement=EndorsementTerms(name="E", generations={"first": Term(label="First")}),
)


def test_declared_words_are_accepted_in_every_depth() -> None:
    record = Record(
        name="x",
        kind="chapter",
        links=(WebLink(label="a", url="https://x.org", kind="shop"), WebLink(label="b", url="https://x.org")),
        endorsement=Endorsement(generation="first"),
    )
    assert unlisted(record, NETWORK, read("", "f").place) == []
    assert set(declared(NETWORK, "endorsement.generations")) == {"first"}


def test_other_words_are_told_with_their_place_and_the_allowed_ones() -> None:
    document = read("kind: chaptr\nlinks:\n  - kind: pub\nendorsement: {generation: second}\n", "f")
    record = Record(
        name="x",
        kind="chaptr",
        links=(WebLink(label="a", url="https://x.org", kind="pub"),),
        endorsement=Endorsement(generation="second"),
    )
    assert told(unlisted(record, NETWORK, document.place)) == [
        'f:1:7 not-allowed-value | did you mean "chapter"?; allowed: chapter, group',
        "f:4:27 not-allowed-value | allowed: first",
        "f:3:11 not-allowed-value | allowed: shop",
    ]


def test_a_network_that_declares_nothing_says_where_to_declare() -> None:
    fields = news.Fields(title="x", date="2026-05-17", topics=("policy",))
    (found,) = unlisted(fields, NETWORK, read("topics: [policy]\n", "f").place)
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
