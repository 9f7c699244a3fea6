"""The index of one site: a job goes in, its documents and its file come out, in whatever process."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from chapterhouse.entries import Entry
from chapterhouse.files import digest
from chapterhouse.frozen import frozen
from chapterhouse.model import HUB, Site
from chapterhouse.pages import read_pages
from chapterhouse.placement import NETWORK, STAYS
from chapterhouse.search.documents import Document, body_words, entry_document
from chapterhouse.search.index import site_index
from chapterhouse.search.sources import Placed, Source


@frozen
class IndexJob:
    """Everything that the index of one site is made from."""

    source: Source
    bodies: str
    """The folder of the rendered bodies."""
    shared_bodies: str
    """The name of the file there that has those of the shared pages."""
    association: Document | None
    """The document of the hub's page about the association."""


@frozen
class SiteIndex:
    """What is made of one site."""

    slug: str
    place: str
    key: str
    """The fingerprints of its source."""
    rows: list[tuple[Any, ...]]
    """Its documents in the network's index, as plain data."""
    print: str
    """The fingerprint of these."""
    content: bytes | None
    """Its own index; None where it has no site."""


def index_site(job: IndexJob) -> SiteIndex:
    """Read the pages of a site and make its index."""
    source = job.source
    own = read_pages(source.folder).entries if source.has_site else ()
    documents = [_document(entry, source, source.hub) for entry in own]
    pairs = zip(documents, own, strict=True)
    rows = [tuple(one) for one, entry in pairs if _is_for_all(entry, source.site.slug)]
    if job.association:
        rows.insert(0, tuple(job.association))
    return SiteIndex(
        slug=source.site.slug,
        place=source.place,
        key=source.key,
        rows=rows,
        print=digest(repr(rows).encode("utf-8", "surrogatepass")),
        content=_content(job, own, documents) if source.has_site else None,
    )


def _content(job: IndexJob, own: tuple[Entry, ...], documents: list[Document]) -> bytes:
    source = job.source
    texts = [*_texts(own, source, _read(job, source.folder.bodies))]
    if source.shared:
        documents = documents + [_document(entry, source, source.hub) for entry in source.shared]
        texts += _texts(source.shared, source, _read(job, job.shared_bodies))
    documents = documents + [_document(one.entry, one, source.hub) for one in source.placed]
    return site_index(documents, texts + [set()] * len(source.placed))


def _is_for_all(entry: Entry, slug: str) -> bool:
    """Tell whether the whole network may find an entry: not what is for its own site only."""
    return entry.type in STAYS or slug == HUB or entry.audience == NETWORK


def _document(entry: Entry, home: Source | Placed, hub: Site) -> Document:
    return entry_document(entry, home.site.slug, hub.link(home.site, entry.route), home.values)


def _texts(entries: Iterable[Entry], source: Source, bodies: bytes) -> Iterator[set[str]]:
    for entry in entries:
        offset, length = entry.body
        yield body_words(bodies[offset : offset + length].decode("utf-8"), entry, source.values)


def _read(job: IndexJob, name: str) -> bytes:
    return Path(job.bodies, name).read_bytes() if name else b""
