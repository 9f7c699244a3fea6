"""Entries as Pelican's own Article and Page objects, made only where a plugin may look at them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chapterhouse.frozen import field, slotted
from chapterhouse.render.pages import Page, lastmod
from chapterhouse.render.rendering import Rendering

ARTICLES = frozenset({"news"})
"""Content types that are articles to Pelican: dated and in sequence. All else is a page."""
_BEFORE_ALL = "2000-01-01"


@slotted
class Contents:
    """The Pelican objects of a site under way."""

    articles: list[Any] = field(default_factory=list)
    pages: list[Any] = field(default_factory=list)
    by_route: dict[str, Any] = field(default_factory=dict)
    """The object of every page, those among them that Pelican has no word for."""
    bodies: dict[str, str] = field(default_factory=dict)
    """Each entry's body as it was handed over, by route: what tells that a plugin changed it."""

    def changed_body(self, route: str) -> str | None:
        """Return the body that a plugin put in the place of ours, or None."""
        known = self.bodies.get(route)
        if known is None:
            return None
        content = self.by_route[route].content
        return str(content) if content != known else None


def make_contents(rendering: Rendering, settings: Mapping[str, Any], context: dict[str, Any]) -> Contents:
    """Return an Article or Page for every page of a site."""
    from pelican.contents import Article
    from pelican.contents import Page as PelicanPage

    contents = Contents()
    day = max((lastmod(entry) for entry in rendering.content.entries), default="") or _BEFORE_ALL
    for page in rendering.pages:
        is_article = page.entry is not None and page.entry.type in ARTICLES
        body = rendering.body(page.entry) if page.entry else ""
        made = (Article if is_article else PelicanPage)(
            body,
            metadata=_metadata(page, rendering, settings, day),
            settings=settings,
            source_path=f"{rendering.job.project}/{page.source.path}",
            context=context,
        )
        contents.by_route[page.route] = made
        if page.entry is not None:
            contents.bodies[page.route] = body
            (contents.articles if is_article else contents.pages).append(made)
            context["generated_content"][page.entry.path] = made
    _link_translations(contents, rendering)
    contents.articles.sort(key=lambda article: (article.date, article.slug), reverse=True)
    return contents


def forget_contents() -> None:
    """Let the objects of a site go: Pelican 4.12 keeps each for ever in a table of its class."""
    from pelican.contents import Content

    for name in ("get_content", "get_summary"):
        Content.__dict__[name].cache.clear()


def _metadata(page: Page, rendering: Rendering, settings: Mapping[str, Any], newest: str) -> dict[str, Any]:
    from pelican.urlwrappers import Author, Category

    fields = page.entry.fields if page.entry else None
    metadata: dict[str, Any] = {
        "title": page.title,
        "slug": page.route.strip("/").replace("/", "-") or "index",
        "lang": page.language.lower(),
        "summary": page.summary,
        "url": page.route,
        "save_as": page.file,
        "status": "published" if page.is_indexed else "hidden",
        # Plugins take the clock for what has no date, and the same input must give the same bytes.
        "modified": _moment(page.lastmod or newest, rendering.job.time_zone),
    }
    if fields is None or page.entry is None:
        return metadata
    date = getattr(fields, "date", None) or getattr(fields, "start", None)
    if date:
        metadata["date"] = _moment(date, rendering.job.time_zone)
    if page.entry.type in ARTICLES:
        metadata["category"] = Category(page.entry.type.capitalize(), settings)
    if getattr(fields, "author", None):
        metadata["author"] = Author(fields.author, settings)
    return metadata


def _moment(value: str, zone: str) -> Any:
    from pelican.utils import SafeDatetime

    moment = datetime.fromisoformat(value)
    return SafeDatetime(
        moment.year, moment.month, moment.day, moment.hour, moment.minute, tzinfo=ZoneInfo(zone)
    )


def _link_translations(contents: Contents, rendering: Rendering) -> None:
    for route, others in rendering.translations.items():
        made = contents.by_route[route]
        root = rendering.job.site.root
        made.translations = list(_others(contents, (other.href.removeprefix(root) for other in others)))
    main = rendering.job.languages[0].lower()
    for group in (contents.articles, contents.pages):
        group[:] = [made for made in group if made.lang == main or not made.translations]


def _others(contents: Contents, routes: Iterator[str]) -> Iterator[Any]:
    return (contents.by_route[route] for route in routes if route in contents.by_route)
