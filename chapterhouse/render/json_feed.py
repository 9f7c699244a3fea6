"""The same news as in the Atom feed of a site as JSON Feed 1.1, for programs that would rather read that."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from chapterhouse.localised import localised
from chapterhouse.model import SiteJob
from chapterhouse.render.feeds import FEED, NEWEST, absolute, moment
from chapterhouse.render.items import Item, url

VERSION = "https://jsonfeed.org/version/1.1"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_route(route: str) -> str:
    """Return where the JSON Feed lies beside an Atom feed: `feed.json`."""
    return f"{route.removesuffix('.atom')}.json"


def json_feed(
    job: SiteJob, news: Iterable[Item], body: Callable[[Item], str], language: str, route: str = FEED
) -> str:
    """Return a feed of news, the newest first.

    `body` gives the HTML of an own item, `route` is that of the Atom feed beside it.
    """
    site = job.site
    name = localised(job.record, language).name
    home = site.url + route.removesuffix(FEED)
    feed = {
        "version": VERSION,
        "title": name,
        "home_page_url": home,
        "feed_url": url(site, json_route(route)),
        "language": language,
        "authors": [{"name": name, "url": site.url}],
        "items": [_item(item, job, body) for item in list(news)[:NEWEST]],
    }
    return _ENCODE(feed) + "\n"


def _item(item: Item, job: SiteJob, body: Callable[[Item], str]) -> dict[str, Any]:
    fields = item.fields
    zone = item.time_zone or job.time_zone
    content = body(item)
    author = fields.author or item.origin
    found: dict[str, Any] = {"id": item.url, "url": item.url, "title": item.title}
    if content:
        found["content_html"] = absolute(content, job.site.host)
    else:
        found["content_text"] = item.summary or item.title
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
    return found
