"""What search engines read: the sitemap of a site, the index of the hub, and robots.txt."""

from collections.abc import Iterable
from html import escape

from chapterhouse.model import SiteJob
from chapterhouse.render.items import url
from chapterhouse.render.pages import Page

SITEMAP = "sitemap.xml"
HUB_SITEMAP = "sitemap-hub.xml"
"""The hub's own pages, where `sitemap.xml` is the index of all sites."""
ROBOTS = "robots.txt"

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_files(job: SiteJob, pages: Iterable[Page]) -> dict[str, str]:
    """Return the files for search engines by name; robots.txt only where the site is at its host's root."""
    own = sitemap((url(job.site, page.route), page.lastmod) for page in pages if page.is_indexed)
    files = {SITEMAP: own}
    if job.sitemaps:
        files = {SITEMAP: index((url(job.site, HUB_SITEMAP), *job.sitemaps)), HUB_SITEMAP: own}
    if job.site.root == "/":
        files[ROBOTS] = f"User-agent: *\nAllow: /\n\nSitemap: {url(job.site, SITEMAP)}\n"
    return files


def sitemap(pages: Iterable[tuple[str, str]]) -> str:
    """Return a sitemap of addresses with the days of their last change, sorted by address."""
    lines = [
        f"<url><loc>{escape(address)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for address, day in sorted(pages)
    ]
    return _document("urlset", lines)


def index(sitemaps: Iterable[str]) -> str:
    """Return the index of several sitemaps."""
    return _document(
        "sitemapindex", [f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in sitemaps]
    )


def _document(name: str, lines: Iterable[str]) -> str:
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{name} {_NAMESPACE}>'
    return "\n".join([head, *lines, f"</{name}>\n"])
