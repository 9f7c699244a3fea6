"""What the index of each site is made from, with a fingerprint that changes when any of it does."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from chapterhouse.files import digest
from chapterhouse.frozen import field, frozen
from chapterhouse.model import HUB, Association, Entry, Folder, Network, NetworkFacts, Site
from chapterhouse.network_facts import network_facts
from chapterhouse.placement import placed_on
from chapterhouse.record_values import value_of
from chapterhouse.shared_pages import shared_entries, shared_pages


@frozen
class Placed:
    """An entry of another site that shows on this one."""

    entry: Entry
    site: Site
    """Where it comes from."""
    values: Mapping[str, str]


@frozen
class Source:
    """One site and everything that can be found on it."""

    site: Site
    hub: Site
    """Where the search is: addresses are as the hub links to them."""
    folder: Folder
    association: Association | None = None
    """None for the hub."""
    shared: tuple[Entry, ...] = ()
    placed: tuple[Placed, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    """The record values that its pages use."""
    words: str = ""
    """Fingerprint of the network's vocabulary."""

    @property
    def has_site(self) -> bool:
        """Whether there are pages to be found on it."""
        return self.association is None or self.association.has_site

    @property
    def place(self) -> str:
        """The fingerprint of where it is found."""
        return digest(repr((self.site, self.hub)).encode())

    @property
    def key(self) -> str:
        """The fingerprint."""
        parts: list[Any] = [
            self.association and self.association.has_site,
            self.folder.digest,
            self.words,
        ]
        parts += [(entry.path, entry.digest, entry.route, entry.body) for entry in self.shared]
        parts += [
            (one.entry.path, one.entry.digest, one.site, sorted(one.values.items())) for one in self.placed
        ]
        parts += sorted(self.values.items())
        return digest(repr(parts).encode("utf-8", "surrogatepass"))


def sources(network: Network) -> Iterator[Source]:
    """Yield the hub, then each association, sorted by slug."""
    facts = network_facts(network)
    placed = placed_on(network)
    shared = shared_entries(network.shared)
    main = network.record.languages[0]
    words = _vocabulary(network)
    by_slug = {one.slug: one for one in network.associations}

    def values(association: Association | None, names: Iterable[str]) -> dict[str, str]:
        site = association.site if association else network.hub
        record = association.record if association else None
        found = {name: value_of(name, record, facts, site) for name in sorted(set(names))}
        return {name: value for name, value in found.items() if value is not None}

    def shown(slug: str) -> tuple[Placed, ...]:
        found = []
        for entry, origin in placed.get(slug, ()):
            home = by_slug.get(origin)
            used = values(home, (value.path for value in entry.values)) if entry.values else {}
            found.append(Placed(entry=entry, site=home.site if home else network.hub, values=used))
        return tuple(found)

    yield Source(
        site=network.hub,
        hub=network.hub,
        folder=network.hub_folder,
        placed=shown(HUB),
        values=values(None, (value.path for _, value in network.hub_folder.values)),
        words=words,
    )
    for one in network.associations:
        languages = one.record.languages or network.record.languages
        pages = shared_pages(shared, one, languages, main) if one.has_site else ()
        used = [value.path for _, value in one.folder.values]
        used += [value.path for entry in pages for value in entry.values]
        yield Source(
            site=one.site,
            hub=network.hub,
            folder=one.folder,
            association=one,
            shared=pages,
            placed=shown(one.slug) if one.has_site else (),
            values=values(one, used),
            words=words,
        )


def search_key(network: Network, engine: str, held: Iterable[str] = ()) -> str:
    """Return the fingerprint of all that can be found: while it is the same, there is nothing to index."""
    facts: NetworkFacts = network_facts(network)
    parts: list[Any] = [engine, sorted(held), network.hub, network.hub_folder.digest, network.shared.digest]
    parts += [facts.association_count, facts.country_count, facts.as_of]
    parts += [(one.site, one.has_site, one.folder.digest) for one in network.associations]
    return digest(repr(parts).encode("utf-8", "surrogatepass"))


def _vocabulary(network: Network) -> str:
    record = network.record
    parts = (record.kinds, record.services, record.regions, record.languages)
    return digest(repr(parts).encode("utf-8", "surrogatepass"))
