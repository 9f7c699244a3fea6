"""What search engines read: the sitemap of a site, the index of the hub, and robots.txt."""

from collections.abc import Callable, Iterable
from html import escape

from chapterhouse.model import SiteJob
from chapterhouse.render.items import url
from chapterhouse.render.pages import Page

SITEMAP = "sitemap.xml"
HUB_SITEMAP = "sitemap-hub.xml"
"""The hub's own pages, where `sitemap.xml` is the index of all sites."""
ROBOTS = "robots.txt"

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
Alternates = tuple[tuple[str, str], ...]
"""Language and address of each version of a page; none for a page in one language."""


def sitemap_files(
    job: SiteJob, pages: Iterable[Page], alternates: Callable[[Page], Alternates] = lambda page: ()
) -> dict[str, str]:
    """Return the files for search engines by name; robots.txt only where the site is at its host's root.

    `alternates` gives language and address of each version of a page that is in several languages.
    """
    indexed = [page for page in pages if page.is_indexed]
    own = sitemap(
        (page.item.url if page.item else url(job.site, page.route), page.lastmod, alternates(page))
        for page in indexed
    )
    files = {SITEMAP: own}
    if job.sitemaps:
        files = {SITEMAP: index((url(job.site, HUB_SITEMAP), *job.sitemaps)), HUB_SITEMAP: own}
    if job.site.root == "/":
        files[ROBOTS] = f"User-agent: *\nAllow: /\n\nSitemap: {url(job.site, SITEMAP)}\n"
    return files


def sitemap(pages: Iterable[tuple[str, str, Alternates]]) -> str:
    """Return a sitemap of addresses with the days of their last change, sorted by address."""
    found = sorted(pages)
    lines = [
        f"<url><loc>{escape(address)}</loc>{_day(day)}{_versions(others) if others else ''}</url>"
        for address, day, others in found
    ]
    return _document("urlset", lines, _XHTML if any(others for _, _, others in found) else "")


def _day(day: str) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""


def _versions(others: Alternates) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}"/>'
        for language, address in others
    )


def index(sitemaps: Iterable[str]) -> str:
    """Return the index of several sitemaps."""
    return _document(
        "sitemapindex", [f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in sitemaps]
    )


def _document(name: str, lines: Iterable[str], more: str = "") -> str:
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{name} {_NAMESPACE}{more}>'
    return "\n".join([head, *lines, f"</{name}>\n"])
