"""The news feeds of all sites as a list that feed readers subscribe to at once (OPML 2.0)."""

from collections.abc import Iterator
from html import escape

from chapterhouse.model import Network
from chapterhouse.words import phrase

FILE = "data/feeds.opml"
TITLE = phrase("All news feeds")
MEDIA_TYPE = "text/x-opml"
SCHEMA = "http://opml.org/spec2.opml"
FEED = "feed.atom"
"""Where each site has its feed."""

# Characters that XML 1.0 has no way to write.
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def render(network: Network) -> bytes:
    """Return the list, the hub's feed first."""
    return ("\n".join(_lines(network)) + "\n").translate(_NOT_IN_XML).encode()


def _lines(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<opml version="2.0">'
    title = f"{network.record.label}: news feeds"
    yield f"<head><title>{escape(title)}</title><ownerName>{escape(network.record.name)}</ownerName></head>"
    yield "<body>"
    yield _outline(network.record.label, network.hub.url)
    for association in network.associations:
        if association.has_site:
            yield _outline(association.record.name, association.site.url)
    yield "</body>"
    yield "</opml>"


def _outline(name: str, url: str) -> str:
    words = escape(name)
    return (
        f'<outline type="rss" version="ATOM" text="{words}" title="{words}" '
        f'xmlUrl="{escape(url + FEED)}" htmlUrl="{escape(url)}"/>'
    )
