"""The same news as in the Atom feed of a site as JSON Feed 1.1, for programs that would rather read that."""

from collections.abc import Callable, Iterable
from typing import Any

from chapterhouse.localised import localised
from chapterhouse.model import SiteJob
from chapterhouse.render.feeds import FEED, NEWEST, moment
from chapterhouse.render.items import Item, url
from chapterhouse.render.json_text import encode, quoted

VERSION = "https://jsonfeed.org/version/1.1"


def json_route(route: str) -> str:
    """Return where the JSON Feed lies beside an Atom feed: `feed.json`."""
    return f"{route.removesuffix('.atom')}.json"


def json_feed(
    job: SiteJob, news: Iterable[Item], body: Callable[[Item], str], language: str, route: str = FEED
) -> str:
    """Return a feed of news, the newest first.

    `body` gives the HTML of an own item as in the Atom feed, `route` is that of the Atom feed beside it.
    """
    site = job.site
    name = localised(job.record, language).name
    home = site.url + route.removesuffix(FEED)
    head = {
        "version": VERSION,
        "title": name,
        "home_page_url": home,
        "feed_url": url(site, json_route(route)),
        "language": language,
        "authors": [{"name": name, "url": site.url}],
    }
    items = ",".join(_item(item, job, body(item)) for item in list(news)[:NEWEST])
    return f'{encode(head)[:-1]},"items":[{items}]}}\n'


def _item(item: Item, job: SiteJob, content: str) -> str:
    """Return an item as JSON; its content is put in as it is encoded, for it is long."""
    fields = item.fields
    zone = item.time_zone or job.time_zone
    author = fields.author or item.origin
    names = encode({"id": item.url, "url": item.url, "title": item.title})
    kind, words = ("html", content) if content else ("text", item.summary or item.title)
    found: dict[str, Any] = {}
    if item.summary:
        found["summary"] = item.summary
    found["date_published"] = moment(fields.date, zone).isoformat()
    if fields.updated:
        found["date_modified"] = moment(fields.updated, zone).isoformat()
    found["language"] = item.language
    if author:
        found["authors"] = [{"name": author}]
    if fields.topics:
        found["tags"] = list(fields.topics)
    return f'{names[:-1]},"content_{kind}":{quoted(words)},{encode(found)[1:]}'
