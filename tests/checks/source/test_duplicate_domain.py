"""Domains that two claim."""

from tests.builders import association, network
from tests.checks.source.running import told


def test_domains_of_their_own() -> None:
    found = network(
        association("a", domain="a.example"), association("b", domain="b.example"), association("c")
    )
    assert told("duplicate-domain", found) == []


def test_one_domain_for_two() -> None:
    places = {"places": {"domain": (6, 9, 9)}}
    found = network(
        association("a", domain="a.example"), association("b", domain="a.example", of_folder=places)
    )
    assert told("duplicate-domain", found) == [
        ("associations/b/association.yaml:6:9", 'the domain "a.example" belongs to A')
    ]


def test_the_hubs_own_host() -> None:
    assert [
        words for _, words in told("duplicate-domain", network(association("a", domain="example.org")))
    ] == ['the domain "example.org" belongs to the hub']
