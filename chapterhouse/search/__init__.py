"""What visitors search in: each site's index with its text, and the network's with titles and summaries.

A site that did not change is not read again, and where nothing changed that can be found nothing is indexed.
Everything is plain JSON below `search/` of the hub, fetched by `search.js` piece by piece.
"""

import marshal
import pickle
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chapterhouse.entries import Entry, Pages
from chapterhouse.files import digest, write_atomically
from chapterhouse.model import HUB, Folder, Network, Written
from chapterhouse.placement import NETWORK, STAYS
from chapterhouse.search.documents import (
    HUB_NAME,
    Document,
    association_document,
    body_words,
    entry_document,
)
from chapterhouse.search.index import network_index, site_index
from chapterhouse.search.sources import Placed, Source, search_key, sources
from chapterhouse.staging import write_staged

__all__ = ["FOLDER", "SEARCH", "search_key", "write_search"]

SEARCH = "@search"
"""Stands for a site's slug where the files of the search are published."""
FOLDER = "search/"
"""Where they lie, below the hub."""
CACHE = "search"
"""The file in `.chapterhouse/` that remembers what was indexed."""

Remembered = tuple[str, list[tuple[Any, ...]], str, tuple[str, int]]
"""Of a site: key, documents in the network's index, their fingerprint, fingerprint and size of its file."""


def write_search(
    network: Network,
    *,
    work: Path,
    stage: Path,
    bodies: Path,
    published: Mapping[str, str],
    engine: str,
    held: Collection[str] = (),
) -> tuple[Written, ...]:
    """Write to the stage what is not published with the same bytes; return all files of the search.

    `work` is `.chapterhouse/`, `published` has path and fingerprint of what lies in the output. Of held sites the
    same is found as before, since their pages stay.
    """
    prefix = f"{network.hub.folder}/{FOLDER}" if network.hub.folder else FOLDER
    return _Indexing(network, work, stage, bodies, published, engine, frozenset(held), prefix).run()


@dataclass(slots=True)
class _Indexing:
    """One pass over all sites."""

    network: Network
    work: Path
    stage: Path
    bodies: Path
    published: Mapping[str, str]
    engine: str
    held: frozenset[str]
    prefix: str
    written: list[Written] = field(default_factory=list)
    read: dict[str, bytes] = field(default_factory=dict)
    """The rendered bodies of the shared folder, once read."""

    def run(self) -> tuple[Written, ...]:
        """Index what changed, and put the network's index together."""
        known = _read_cache(self.work / CACHE, self.engine)
        sites: dict[str, Remembered] = {}
        for source in sources(self.network):
            slug = source.site.slug
            sites[slug] = self._site(source, known["sites"].get(slug))
        key = digest(repr([(slug, site[2]) for slug, site in sites.items()]).encode())
        files: list[tuple[str, str, int]] = known["files"]
        if known["key"] == key and all(self.published.get(path) == print_ for path, print_, _ in files):
            self.written += [Written(path=path, digest=print_, size=size) for path, print_, size in files]
        else:
            files = list(self._network(sites))
        if known["sites"] != sites or known["key"] != key:
            made = {"engine": self.engine, "key": key, "sites": sites, "files": files}
            write_atomically(self.work / CACHE, marshal.dumps(made))
        return tuple(sorted(self.written, key=lambda one: one.path))

    def _site(self, source: Source, known: Remembered | None) -> Remembered:
        path = f"{self.prefix}sites/{source.site.slug or HUB_NAME}.json"
        has_site = source.association is None or source.association.has_site
        is_same = known and (known[0] == source.key or source.site.slug in self.held)
        if known and is_same and (not has_site or self.published.get(path) == known[3][0]):
            if has_site:
                self.written.append(Written(path=path, digest=known[3][0], size=known[3][1]))
            return known
        own = _entries(source.folder) if has_site else ()
        documents = [self._document(entry, source) for entry in own]
        pairs = zip(documents, own, strict=True)
        shown = [tuple(one) for one, entry in pairs if self._is_for_all(entry, source.site.slug)]
        if source.association:
            shown.insert(0, tuple(association_document(source.association, self.network)))
        file = ("", 0)
        if has_site:
            texts = list(self._texts(own, source, self._read(source.folder)))
            shared = [self._document(entry, source) for entry in source.shared]
            shared_texts = list(self._texts(source.shared, source, self._shared_bodies()))
            placed = [self._document(one.entry, one) for one in source.placed]
            content = site_index(
                [*documents, *shared, *placed], [*texts, *shared_texts, *("" for _ in placed)]
            )
            written = self._stage(path, content)
            file = (written.digest, written.size)
        return source.key, shown, digest(repr(shown).encode("utf-8", "surrogatepass")), file

    def _is_for_all(self, entry: Entry, slug: str) -> bool:
        """Tell whether the whole network may find an entry: not what is for its own site only."""
        return entry.type in STAYS or slug == HUB or entry.audience == NETWORK

    def _document(self, entry: Entry, home: Source | Placed) -> Document:
        return entry_document(
            entry, home.site.slug, self.network.hub.link(home.site, entry.route), home.values
        )

    def _texts(self, entries: tuple[Entry, ...], source: Source, bodies: bytes) -> Iterator[str]:
        for entry in entries:
            offset, length = entry.body
            yield body_words(bodies[offset : offset + length].decode("utf-8"), entry, source.values)

    def _read(self, folder: Folder) -> bytes:
        return (self.bodies / folder.bodies).read_bytes() if folder.bodies else b""

    def _shared_bodies(self) -> bytes:
        folder = self.network.shared
        if folder.name not in self.read:
            self.read[folder.name] = self._read(folder)
        return self.read[folder.name]

    def _network(self, sites: Mapping[str, Remembered]) -> Iterator[tuple[str, str, int]]:
        """Stage the network's index and yield its files."""
        documents = [Document._make(row) for site in sites.values() for row in site[1]]
        for name, content in network_index(documents):
            written = self._stage(f"{self.prefix}{name}", content)
            yield written.path, written.digest, written.size

    def _stage(self, path: str, content: bytes) -> Written:
        written = Written(path=path, digest=digest(content), size=len(content))
        if self.published.get(path) != written.digest:
            write_staged(self.stage, path, content)
        self.written.append(written)
        return written


def _entries(folder: Folder) -> tuple[Entry, ...]:
    if not folder.pages:
        return ()
    pages: Pages = pickle.loads(folder.pages)
    return pages.entries


def _read_cache(file: Path, engine: str) -> dict[str, Any]:
    """Return what the last indexing remembered, or nothing where another engine made it."""
    nothing: dict[str, Any] = {"engine": engine, "key": "", "sites": {}, "files": []}
    try:
        found = marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return nothing
    return found if isinstance(found, dict) and found.get("engine") == engine else nothing
