"""What pages say of the network."""

from chapterhouse.config import Settings, site
from chapterhouse.network_facts import facts_for, network_facts
from tests.builders import SETTINGS, URL, association, network


def test_only_living_associations_are_counted() -> None:
    facts = network_facts(
        network(
            association("a", regions=("US-WI", "IE"), verified_on="2026-01-01"),
            association("b", status="forming", regions=("US-IL",)),
            association("c", status="closed", regions=("AU",), verified_on="2026-02-02"),
        )
    )
    assert (facts.association_count, facts.country_count, facts.as_of) == (2, 2, "2026-02-02")


def test_empty_network_has_facts_too() -> None:
    facts = network_facts(network(short_name="Stars"))
    assert (facts.label, facts.url, facts.home, facts.association_count, facts.as_of) == (
        "Stars",
        URL,
        "/",
        0,
        "",
    )


def test_another_host_links_to_the_hub_in_full() -> None:
    found = network()
    facts = network_facts(found)
    assert facts_for(site(SETTINGS, "north"), facts, found.hub).home == "/"
    apart = facts_for(site(Settings(url=URL), "north", "north.example"), facts, found.hub)
    assert apart.home == URL
    assert apart.association_count == facts.association_count
