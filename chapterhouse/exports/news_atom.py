"""The news of the whole network as an Atom feed, newest first; one for each topic and audience."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from chapterhouse.exports._entries import Shown, moment, narrowed, newest_first
from chapterhouse.exports._once import once
from chapterhouse.model import Network
from chapterhouse.text import for_xml
from chapterhouse.words import phrase

FILE = "data/news.atom"
TITLE = phrase("News, for feed readers")
MEDIA_TYPE = "application/atom+xml"
SCHEMA = "https://www.rfc-editor.org/rfc/rfc4287"
NEWEST = 50
"""How many items a feed has."""
_BEFORE_ALL = "2000-01-01T00:00:00+00:00"


def render(network: Network) -> bytes:
    """Return the feed of all news."""
    return _feed(FILE, f"{network.record.label}: news", newest_first(network), network)


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of topics and audiences."""
    for one in narrowed(network, "news"):
        path = f"{one.path}.atom"
        yield path, _feed(path, f"{network.record.label}: {one.label}", one.found, network)


def listed(network: Network) -> Iterator[tuple[str, str]]:
    """Yield name and path of the feeds of topics and audiences."""
    for one in narrowed(network, "news"):
        yield one.label, f"{one.path}.atom"


def _feed(path: str, title: str, newest: Sequence[Shown], network: Network) -> bytes:
    some = newest[:NEWEST]
    hub = network.hub.url
    updated = max((_changed(one) for one in some), key=datetime.fromisoformat, default=_BEFORE_ALL)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(network.record.languages[0])}">',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(hub + path)}</id>",
        f'<link rel="self" type="{MEDIA_TYPE}" href="{escape(hub + path)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(hub)}"/>',
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(network.record.name)}</name></author>",
        *(_once_written(one, network) for one in some),
        "</feed>\n",
    ]
    return for_xml("\n".join(lines)).encode()


def _once_written(one: Shown, network: Network) -> str:
    """Return an entry as all feeds have it."""
    known = _written(network)
    if one.entry.path not in known:
        known[one.entry.path] = "".join(_entry(one))
    return known[one.entry.path]


@once
def _written(network: Network) -> dict[str, str]:
    """Return where the entries that were written for one feed are remembered for the others, by path."""
    return {}


def _entry(one: Shown) -> Iterator[str]:
    fields = one.entry.fields
    url = escape(one.url)
    yield f'<entry xml:lang="{escape(one.entry.language)}">'
    yield f"<title>{escape(fields.title)}</title><id>{url}</id>"
    yield f'<link rel="alternate" type="text/html" href="{url}"/>'
    yield f"<published>{moment(fields.date, one.zone)}</published><updated>{_changed(one)}</updated>"
    yield f"<author><name>{escape(fields.author or one.origin)}</name></author>"
    for topic in fields.topics:
        yield f'<category term="{escape(topic)}"/>'
    yield f"<summary>{escape(one.summary or fields.title)}</summary></entry>"


def _changed(one: Shown) -> str:
    fields = one.entry.fields
    return moment(fields.updated or fields.date, one.zone)
