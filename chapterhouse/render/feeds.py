"""The Atom feed of a site's news (RFC 4287); every date in it comes from the content."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from html import escape
from zoneinfo import ZoneInfo

from chapterhouse.localised import localised
from chapterhouse.model import SiteJob
from chapterhouse.render.content import SiteContent
from chapterhouse.render.items import Item, url
from chapterhouse.render.languages import home_route, is_shown_in, languages
from chapterhouse.render.listings import listing_items
from chapterhouse.render.picture_markup import plain
from chapterhouse.text import for_xml

FEED = "feed.atom"
NEWEST = 30
"""How many items a feed has."""
_BEFORE_ALL = "2000-01-01"


def feeds(content: SiteContent) -> dict[str, str]:
    """Return the language of each feed of a site by its route: the main one's, and those with news."""
    main, *others = languages(content)
    with_news = {item.language for item in _news(content)}
    more = {home_route(content, other) + FEED: other for other in others if other in with_news}
    return {FEED: main, **more}


def feed_route(content: SiteContent, language: str) -> str:
    """Return the feed for readers of a language: the main one's where there is no news in it."""
    own = home_route(content, language) + FEED
    return own if own in feeds(content) else FEED


def feed_news(content: SiteContent, language: str) -> list[Item]:
    """Return the news that the feed of a language shows, the newest first."""
    shown = [item for item in _news(content) if is_shown_in(content, item.language, language)]
    return listing_items("news", shown)


def _news(content: SiteContent) -> list[Item]:
    return [item for item in (*content.items.values(), *content.placed) if item.type == "news"]


def atom(
    job: SiteJob,
    news: Iterable[Item],
    body: Callable[[Item], str],
    language: str,
    route: str = FEED,
) -> str:
    """Return a feed of news, the newest first; `body` gives the HTML of an own item, made `absolute`."""
    site = job.site
    name = localised(job.record, language).name
    home = escape(site.url + route.removesuffix(FEED))
    items = list(news)[:NEWEST]
    changes = [moment(changed(item), item.time_zone or job.time_zone) for item in items]
    checked = moment(getattr(job.record, "verified_on", None) or _BEFORE_ALL, "UTC")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(language)}">',
        f"<title>{escape(name)}</title>",
        f"<id>{home}</id>",
        f'<link rel="self" type="application/atom+xml" href="{escape(url(site, route))}"/>',
        f'<link rel="alternate" type="text/html" href="{home}"/>',
        f"<updated>{max(changes, default=checked).isoformat()}</updated>",
        f"<author><name>{escape(name)}</name></author>",
    ]
    for item in items:
        lines += _entry(item, job, body, language)
    lines.append("</feed>\n")
    return for_xml("\n".join(lines))


def absolute(markup: str, host: str) -> str:
    """Return HTML whose addresses on the same host are absolute, for readers elsewhere."""
    return plain(markup).replace('href="/', f'href="{host}/').replace('src="/', f'src="{host}/')


def _entry(item: Item, job: SiteJob, body: Callable[[Item], str], language: str) -> list[str]:
    zone = item.time_zone or job.time_zone
    author = item.fields.author or item.origin
    content = body(item)
    return [
        "<entry>" if item.language == language else f'<entry xml:lang="{escape(item.language)}">',
        f"<title>{escape(item.title)}</title>",
        f"<id>{escape(item.url)}</id>",
        f'<link rel="alternate" type="text/html" href="{escape(item.url)}"/>',
        f"<published>{moment(item.fields.date, zone).isoformat()}</published>",
        f"<updated>{moment(changed(item), zone).isoformat()}</updated>",
        *([f"<author><name>{escape(author)}</name></author>"] if author else []),
        *([f"<summary>{escape(item.summary)}</summary>"] if item.summary else []),
        *([f'<content type="html">{escape(content, quote=False)}</content>'] if content else []),
        "</entry>",
    ]


def changed(item: Item) -> str:
    """Return the day or time of an item's last change, as its front matter tells it."""
    return str(item.fields.updated or item.fields.date)


@lru_cache(maxsize=256)
def moment(value: str, zone: str) -> datetime:
    """Return a day or time of front matter in its time zone."""
    return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone))
