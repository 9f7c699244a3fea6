"""What visitors search in: each site's index with its text, and the network's with titles and summaries.

A site that did not change is not read again, and where nothing changed that can be found nothing is indexed.
Everything is plain JSON below `search/` of the hub, fetched by `search.js` piece by piece.
"""

import marshal
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from chapterhouse.files import digest, write_atomically
from chapterhouse.frozen import field, slotted
from chapterhouse.model import Network, Written
from chapterhouse.search.documents import HUB_NAME, Document, association_document
from chapterhouse.search.index import network_index
from chapterhouse.search.site import IndexJob, SiteIndex, index_site
from chapterhouse.search.sources import Source, search_key, sources
from chapterhouse.staging import write_staged

__all__ = ["FOLDER", "search_key", "write_search"]

FOLDER = "search/"
"""Where they lie, below the hub."""
CACHE = "search"
"""The file in `.chapterhouse/` that remembers what was indexed."""

Mapper = Callable[[Callable[[IndexJob], SiteIndex], "list[IndexJob]"], Iterable[SiteIndex]]
"""Like `map`, perhaps in other processes; results come in the order of the jobs."""
Remembered = tuple[str, str, list[tuple[Any, ...]], str, tuple[str, int]]
"""Of a site: place, key, documents in the network's index, their fingerprint, its file's and its size."""


def write_search(
    network: Network,
    *,
    work: Path,
    stage: Path,
    bodies: Path,
    published: Mapping[str, str],
    engine: str,
    held: Collection[str] = (),
    mapper: Mapper = map,
) -> tuple[Written, ...]:
    """Write to the stage what is not published with the same bytes; return all files of the search.

    `work` is `.chapterhouse/`, `published` has path and fingerprint of what lies in the output. Of held sites
    the same is found as before, since their pages stay; but where they are now.
    """
    prefix = f"{network.hub.folder}/{FOLDER}" if network.hub.folder else FOLDER
    indexing = _Indexing(network, work, stage, bodies, published, engine, frozenset(held), mapper, prefix)
    return indexing.run()


@slotted
class _Indexing:
    """One pass over all sites."""

    network: Network
    work: Path
    stage: Path
    bodies: Path
    published: Mapping[str, str]
    engine: str
    held: frozenset[str]
    mapper: Mapper
    prefix: str
    written: list[Written] = field(default_factory=list)

    def run(self) -> tuple[Written, ...]:
        """Index what changed, and put the network's index together."""
        known = _read_cache(self.work / CACHE, self.engine)
        sites = self._sites(known["sites"])
        key = digest(repr([(slug, site[3]) for slug, site in sites.items()]).encode())
        files: list[tuple[str, str, int]] = known["files"]
        if known["key"] == key and all(self.published.get(path) == print_ for path, print_, _ in files):
            self.written += [Written(path=path, digest=print_, size=size) for path, print_, size in files]
        else:
            files = list(self._network(sites))
        if known["sites"] != sites or known["key"] != key:
            made = {"engine": self.engine, "key": key, "sites": sites, "files": files}
            write_atomically(self.work / CACHE, marshal.dumps(made))
        return tuple(sorted(self.written, key=lambda one: one.path))

    def _sites(self, known: Mapping[str, Remembered]) -> dict[str, Remembered]:
        """Return what is remembered of each site, the changed ones indexed anew."""
        found = list(sources(self.network))
        jobs = [self._job(each) for each in found if not self._is_known(each, known.get(each.site.slug))]
        made = {one.slug: self._staged(one) for one in self.mapper(index_site, jobs)}
        sites = {}
        for source in found:
            slug = source.site.slug
            site = sites[slug] = made.get(slug) or known[slug]
            if source.has_site:
                print_, size = site[4]
                self.written.append(Written(path=self._path(slug), digest=print_, size=size))
        return sites

    def _is_known(self, source: Source, known: Remembered | None) -> bool:
        slug = source.site.slug
        if known is None or known[0] != source.place or (known[1] != source.key and slug not in self.held):
            return False
        return not source.has_site or self.published.get(self._path(slug)) == known[4][0]

    def _job(self, source: Source) -> IndexJob:
        one = source.association
        return IndexJob(
            source=source,
            bodies=os.fspath(self.bodies),
            shared_bodies=self.network.shared.bodies,
            association=association_document(one, self.network) if one else None,
        )

    def _staged(self, one: SiteIndex) -> Remembered:
        file = ("", 0) if one.content is None else self._stage(self._path(one.slug), one.content)
        return one.place, one.key, one.rows, one.print, file

    def _path(self, slug: str) -> str:
        return f"{self.prefix}sites/{slug or HUB_NAME}.json"

    def _network(self, sites: Mapping[str, Remembered]) -> Iterator[tuple[str, str, int]]:
        """Stage the network's index and yield its files."""
        documents = [Document._make(row) for site in sites.values() for row in site[2]]
        for name, content in network_index(documents):
            path = f"{self.prefix}{name}"
            print_, size = self._stage(path, content)
            self.written.append(Written(path=path, digest=print_, size=size))
            yield path, print_, size

    def _stage(self, path: str, content: bytes) -> tuple[str, int]:
        print_ = digest(content)
        if self.published.get(path) != print_:
            write_staged(self.stage, path, content)
        return print_, len(content)


def _read_cache(file: Path, engine: str) -> dict[str, Any]:
    """Return what the last indexing remembered, or nothing where another engine made it."""
    nothing: dict[str, Any] = {"engine": engine, "key": "", "sites": {}, "files": []}
    try:
        found = marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return nothing
    return found if isinstance(found, dict) and found.get("engine") == engine else nothing
