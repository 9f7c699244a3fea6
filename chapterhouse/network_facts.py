"""What every page may say of the network."""

from chapterhouse import places
from chapterhouse.model import Network, NetworkFacts, Site

ALIVE = frozenset({"active", "forming"})
"""Status of the associations that the network counts as its members."""


def network_facts(network: Network) -> NetworkFacts:
    """Return the facts, with the hub's home page as the hub itself links to it."""
    records = [association.record for association in network.associations]
    members = [record for record in records if record.status in ALIVE]
    return NetworkFacts(
        name=network.record.name,
        label=network.record.label,
        url=network.hub.url,
        home=network.hub.root,
        record=network.record,
        association_count=len(members),
        country_count=len({places.country(region) for record in members for region in record.regions}),
        as_of=max((record.verified_on or "" for record in records), default=""),
    )


def facts_for(site: Site, facts: NetworkFacts, hub: Site) -> NetworkFacts:
    """Return the facts as one site says them: with the hub's home page as linked from there."""
    home = site.link(hub)
    if home == facts.home:
        return facts
    return NetworkFacts(
        name=facts.name,
        label=facts.label,
        url=facts.url,
        home=home,
        record=facts.record,
        association_count=facts.association_count,
        country_count=facts.country_count,
        as_of=facts.as_of,
    )
