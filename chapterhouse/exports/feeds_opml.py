"""The news feeds of all sites as a list that feed readers subscribe to at once (OPML 2.0)."""

from collections.abc import Iterator
from html import escape

from chapterhouse.model import Network
from chapterhouse.text import for_xml
from chapterhouse.words import phrase

FILE = "data/feeds.opml"
TITLE = phrase("All news feeds")
MEDIA_TYPE = "text/x-opml"
SCHEMA = "http://opml.org/spec2.opml"
FEED = "feed.atom"
"""Where each site has its feed."""


def render(network: Network) -> bytes:
    """Return the list, the hub's feed first."""
    return for_xml("\n".join(_lines(network)) + "\n").encode()


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
