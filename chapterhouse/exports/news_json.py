"""The news of the whole network as a feed (JSON Feed 1.1), newest first; one for each topic and audience.

A file holds 200 items and says where the next one is.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from chapterhouse.exports._entries import Shown, moment, narrowed, newest_first, shown
from chapterhouse.exports._json import listing
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
    return next(_files(FILE, f"{network.record.label}: news", shown(network, "news"), network))[1]


def listed(network: Network) -> Iterator[tuple[str, str]]:
    """Yield name and path of the feeds of topics and audiences."""
    for one in narrowed(network, "news"):
        yield one.label, f"{one.path}.json"


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the further files of the combined feed, and the feeds of topics and audiences."""
    found = shown(network, "news")
    files = _files(FILE, f"{network.record.label}: news", found, network)
    next(files)
    yield from files
    for one in narrowed(network, "news"):
        name = f"{network.record.label}: {one.label}"
        yield from _files(f"{one.path}.json", name, one.found, network)


def _files(path: str, title: str, found: Iterable[Shown], network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield a feed's files; the first is there even where there is no news."""
    newest = newest_first(found)
    parts = [newest[start : start + LENGTH] for start in range(0, len(newest), LENGTH)] or [[]]
    paths = [path] + [path.replace(".json", f"-{number}.json") for number in range(2, len(parts) + 1)]
    for number, (own, part) in enumerate(zip(paths, parts, strict=True)):
        following = paths[number + 1] if number + 1 < len(paths) else None
        yield own, listing(_head(own, title, following, network), "items", map(_item, part))


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
