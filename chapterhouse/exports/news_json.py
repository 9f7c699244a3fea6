"""The news of the whole network as a feed (JSON Feed 1.1), newest first; one for each topic and audience.

A file holds 200 items and says where the next one is.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from chapterhouse.exports._entries import Shown, moment, narrowed, newest_first
from chapterhouse.exports._json import bound, line
from chapterhouse.exports._once import once
from chapterhouse.model import Network
from chapterhouse.words import phrase

FILE = "data/news.json"
TITLE = phrase("News, as a feed")
MEDIA_TYPE = "application/feed+json"
SCHEMA = "https://www.jsonfeed.org/version/1.1/"
LENGTH = 200
"""How many items a file has."""


def render(network: Network) -> bytes:
    """Return the first file of the combined feed."""
    return next(_files(FILE, f"{network.record.label}: news", newest_first(network), network))[1]


def listed(network: Network) -> Iterator[tuple[str, str]]:
    """Yield name and path of the feeds of topics and audiences."""
    for one in narrowed(network, "news"):
        yield one.label, f"{one.path}.json"


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the further files of the combined feed, and the feeds of topics and audiences."""
    files = _files(FILE, f"{network.record.label}: news", newest_first(network), network)
    next(files)
    yield from files
    for one in narrowed(network, "news"):
        name = f"{network.record.label}: {one.label}"
        yield from _files(f"{one.path}.json", name, one.found, network)


def _files(path: str, title: str, newest: Sequence[Shown], network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield a feed's files; the first is there even where there is no news."""
    known = _lines(network)
    parts = [newest[start : start + LENGTH] for start in range(0, len(newest), LENGTH)] or [()]
    paths = [path] + [path.replace(".json", f"-{number}.json") for number in range(2, len(parts) + 1)]
    for number, (own, part) in enumerate(zip(paths, parts, strict=True)):
        following = paths[number + 1] if number + 1 < len(paths) else None
        lines = [known[one.entry.path] for one in part]
        yield own, bound(_head(own, title, following, network), "items", lines)


@once
def _lines(network: Network) -> dict[str, str]:
    """Return each item as all feeds have it, by its entry's path."""
    return {one.entry.path: line(_item(one)) for one in newest_first(network)}


def _head(path: str, title: str, following: str | None, network: Network) -> dict[str, Any]:
    url = network.hub.url
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": url,
        "feed_url": url + path,
        **({"next_url": url + following} if following else {}),
        "language": network.record.languages[0],
        "authors": [{"name": network.record.name, "url": url}],
    }


def _item(one: Shown) -> dict[str, Any]:
    fields = one.entry.fields
    item: dict[str, Any] = {
        "id": one.url,
        "url": one.url,
        "title": fields.title,
        "content_text": one.summary or fields.title,
        "date_published": moment(fields.date, one.zone),
        "language": one.entry.language,
        "authors": [{"name": fields.author or one.origin}],
    }
    if one.summary:
        item["summary"] = one.summary
    if fields.updated:
        item["date_modified"] = moment(fields.updated, one.zone)
    if fields.topics:
        item["tags"] = list(fields.topics)
    return item
