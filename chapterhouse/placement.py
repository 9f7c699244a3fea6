"""On which sites an entry shows: decided here, and nowhere else, for pages, feeds, calendars and exports."""

from collections.abc import Iterator, Mapping

from chapterhouse.model import HUB, Association, Entry, Network

STAYS = frozenset({"page", "person"})
"""Content types that show on their own site only, whatever they ask for."""
NETWORK = "network"
"""The audience of what shows on the hub too; said by the hub, of what it hands down."""
GONE = frozenset({"closed", "merged"})
"""Status of associations that receive nothing from others."""


def placement(entry: Entry, origin: str, associations: Mapping[str, Association]) -> tuple[str, ...]:
    """Return the slugs of the sites on which an entry shows, its own first, `""` for the hub.

    Drafts show nowhere. Associations that an entry names show it if their records accept its origin; the hub
    need not ask. What the hub hands down (`audience: network`) shows on every association's site, or
    on those of the `kinds` that it names.
    """
    fields = entry.fields
    if fields.draft:
        return ()
    if entry.type in STAYS:
        return (origin,)
    hosts = co_hosts(entry, origin, associations) if fields.associations else ()
    further = [slug for slug in hosts if _receives(associations[slug])]
    if fields.audience == NETWORK:
        further += [HUB] if origin != HUB else _handed_down(entry, associations)
    return (origin, *sorted(set(further)))


def co_hosts(entry: Entry, origin: str, associations: Mapping[str, Association]) -> tuple[str, ...]:
    """Return the other associations that an entry names and that accept to be named, as it names them."""
    named = [slug for slug in dict.fromkeys(entry.fields.associations) if slug in associations]
    return tuple(slug for slug in named if slug != origin and accepts(associations[slug], origin))


def accepts(association: Association, origin: str) -> bool:
    """Tell whether an association lets another name it: nothing of one changes a site of another unasked."""
    return origin == HUB or origin in association.record.accepts


def _handed_down(entry: Entry, associations: Mapping[str, Association]) -> Iterator[str]:
    kinds = entry.fields.kinds
    for slug, association in associations.items():
        if _receives(association) and (not kinds or association.record.kind in kinds):
            yield slug


def _receives(association: Association | None) -> bool:
    return association is not None and association.has_site and association.record.status not in GONE


def placed_on(network: Network) -> Mapping[str, tuple[tuple[Entry, str], ...]]:
    """Return for each site the entries of other folders that show on it, each with its origin's slug.

    They are sorted by path; a site on which nothing of others shows is left out.
    """
    associations = {association.slug: association for association in network.associations}
    offers = [(HUB, network.hub_folder.offered)]
    offers += [(association.slug, association.folder.offered) for association in network.associations]
    found: dict[str, list[tuple[Entry, str]]] = {}
    for origin, entries in offers:
        for entry in entries:
            for slug in placement(entry, origin, associations)[1:]:
                found.setdefault(slug, []).append((entry, origin))
    return {slug: tuple(sorted(placed, key=lambda one: one[0].path)) for slug, placed in found.items()}
