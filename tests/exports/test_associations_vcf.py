"""The address book, read by vobject."""

from typing import Any

import vobject

from chapterhouse.exports import associations_vcf
from chapterhouse.model import Network


def cards(network: Network) -> list[Any]:
    """Return the cards as another program reads them."""
    return list(vobject.readComponents(associations_vcf.render(network).decode()))


def test_a_card_has_the_facts(clubs: Network) -> None:
    north = cards(clubs)[0]
    assert north.version.value == "4.0"
    assert north.kind.value == "org"
    assert north.fn.value == "North Club, of Stars"
    assert north.email.value == "office@north.example"
    assert north.tel.value == "+1 608 555 0100"
    assert north.adr.value.street == "12 Observatory Lane; rear door"
    assert north.adr.value.city == "Baile Átha Cliath"
    assert north.adr.value.country == "Ireland"
    assert north.url.value == "https://north.example/?a=1&b=2"
    assert north.geo.value == "geo:43.07,-89.4"
    assert [one.value for one in north.contents["lang"]] == ["en", "ga"]
    assert north.rev.value == "20260501T000000Z"
    assert b"NICKNAME:NCS,Club\\; North\r\n" in associations_vcf.render(clubs)


def test_a_card_says_what_is_not_confirmed_and_what_has_ended(clubs: Network) -> None:
    north, _, past = cards(clubs)
    assert north.note.value.endswith("Not confirmed: website, contact.phone.")
    assert past.note.value.startswith("Merged into another association.")


def test_each_card_has_an_identifier_of_its_own(clubs: Network) -> None:
    found = [card.uid.value for card in cards(clubs)]
    assert len(set(found)) == 3
    assert all(uid.startswith("urn:uuid:") for uid in found)


def test_each_card_is_a_file_too(clubs: Network) -> None:
    files = dict(associations_vcf.each(clubs))
    assert sorted(files) == ["data/vcards/north.vcf", "data/vcards/online.vcf", "data/vcards/past.vcf"]
    assert b"".join(files.values()) == associations_vcf.render(clubs)
    assert b"SOURCE:https://example.org/data/vcards/online.vcf\r\n" in files["data/vcards/online.vcf"]


def test_lines_are_folded(clubs: Network) -> None:
    lines = associations_vcf.render(clubs).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_a_book_without_cards_is_empty(nobody: Network) -> None:
    assert associations_vcf.render(nobody) == b""
