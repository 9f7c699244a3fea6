"""What can be found: a document for each page of each site, and one for each association."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from chapterhouse import gazetteer, places
from chapterhouse.entries import Entry
from chapterhouse.model import Association, Network
from chapterhouse.search.words import markup_words, words
from chapterhouse.text import shorten

TOKEN = 0xF0000
"""The first of the characters that stand for record values: docs/architecture.md."""
SUMMARY = 180
"""The most characters of a summary that a result shows."""
HUB_NAME = "hub"
"""The hub's name in the search; no association may have it."""
DIRECTORY = "directory/"
"""Where the hub has its page about each association."""


class Document(NamedTuple):
    """One page that can be found, as plain data."""

    href: str
    """Its address as the hub links to it."""
    title: str
    summary: str
    type: str
    """`association`, or the name of its content type."""
    language: str
    slug: str
    """Of the association whose site it is on; `hub` is the hub's."""
    topics: tuple[str, ...]
    day: str
    """Of news its date, of events the day they begin."""
    named: str
    """The words of its title and names."""
    headed: str
    """The words of its headings."""
    summed: str
    """The words of its summary."""

    @property
    def shown(self) -> tuple[Any, ...]:
        """Return what a result shows, without the empty end."""
        row: list[Any] = [*self[:8]]
        while not row[-1]:
            row.pop()
        return tuple(row)


def entry_document(entry: Entry, slug: str, href: str, values: Mapping[str, str]) -> Document:
    """Return the document of an entry on a site; `values` are that site's record values."""
    fields = entry.fields
    summary = filled(entry.summary, entry, values)
    heads = " ".join(filled(heading.text, entry, values) for heading in entry.headings)
    names = " ".join(filter(None, (entry.title, getattr(fields, "name", None))))
    return Document(
        href=href,
        title=entry.title,
        summary=shorten(summary, SUMMARY),
        type=entry.type,
        language=entry.language,
        slug=slug or HUB_NAME,
        topics=tuple(fields.topics),
        day=str(getattr(fields, "date", None) or getattr(fields, "start", None) or "")[:10],
        named=_unique(names),
        headed=_unique(heads),
        summed=_unique(summary),
    )


def association_document(association: Association, network: Network) -> Document:
    """Return the document of the hub's page about an association."""
    record = association.record
    terms = network.record
    names = [record.name, record.short_name, *record.former_names, *record.also_known_as]
    codes = sorted({*record.regions, *map(places.country, record.regions)})
    regions = [name for code in codes for name in (code.rpartition("-")[2], *_names(code, network))]
    services = [terms.services[code].label for code in record.services if code in terms.services]
    kind = terms.kinds[record.kind].label if record.kind in terms.kinds else ""
    about = record.summary or record.mission or ""
    return Document(
        href=f"{network.hub.root}{DIRECTORY}{association.slug}/",
        title=record.name,
        summary=shorten(about, SUMMARY),
        type="association",
        language=(record.languages or terms.languages)[0],
        slug=association.slug,
        topics=(),
        day="",
        named=_unique(" ".join(filter(None, names))),
        headed=_unique(" ".join([*regions, kind])),
        summed=_unique(" ".join([about, record.mission or "", *services])),
    )


def _names(code: str, network: Network) -> tuple[str, ...]:
    """Return what a region is called: by the network, officially, and by those who live there."""
    return (network.record.regions.get(code, ""), places.name(code), *gazetteer.other_names().get(code, ()))


def filled(text: str, entry: Entry, values: Mapping[str, str]) -> str:
    """Return a text of an entry with its record values put in."""
    for number, value in enumerate(entry.values):
        text = text.replace(chr(TOKEN + number), values.get(value.path) or value.default or "")
    return text


def body_words(markup: str, entry: Entry, values: Mapping[str, str]) -> set[str]:
    """Return the words of a rendered body."""
    return markup_words(filled(markup, entry, values) if entry.values else markup)


def _unique(text: str) -> str:
    return " ".join(dict.fromkeys(words(text)))
