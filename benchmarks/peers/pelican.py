"""Stock Pelican: one project and one run per association, with Python-Markdown and an equivalent theme."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from pprint import pformat

from benchmarks import layout
from benchmarks.corpus import NETWORK_URL, Corpus, Page, Site
from benchmarks.peer import TEMPLATES, Run

TITLE = "Pelican, stock"
THEME = "equivalent"
ONE_SITE_A_RUN = True

_SETTINGS = """
SITEURL = SITE["url"].rstrip("/")
SITENAME = SITE["name"]
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "../theme"
MENU = {menu!r}
PAGE_ORDER_BY = "order"
SLUGIFY_SOURCE = "basename"
ARTICLE_PATHS = ["news", "events"]
PAGE_URL = "{{slug}}/"
PAGE_SAVE_AS = "{{slug}}/index.html"
ARTICLE_URL = "{{category}}/{{slug}}/"
ARTICLE_SAVE_AS = "{{category}}/{{slug}}/index.html"
CATEGORY_URL = "{{slug}}/"
CATEGORY_SAVE_AS = "{{slug}}/index.html"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FORMATTED_FIELDS = []
DIRECT_TEMPLATES = ["sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = "feed.atom"
FEED_DOMAIN = SITEURL
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {{
    "extension_configs": {{"markdown.extensions.extra": {{}}, "markdown.extensions.meta": {{}},
                          "markdown.extensions.toc": {{}}}},
    "output_format": "html5",
}}
"""


def version() -> str | None:
    """Ask the installed package."""
    try:
        return installed_version("pelican")
    except PackageNotFoundError:
        return None


def lay_out(corpus: Corpus, project: Path) -> None:
    """Write the theme once, and settings and content for each association."""
    shutil.copytree(TEMPLATES / "pelican", project / "theme")
    shutil.copy(TEMPLATES / "jinja" / "base.html", project / "theme" / "templates")
    shutil.copytree(TEMPLATES / "shared", project / "theme" / "static")
    for site in corpus.sites():
        menu = []
        for page in corpus.pages(site):
            if page.in_menu:
                menu.append(_order(page))
            layout.write(source(project, site, page), _entry(page))
        facts = {**asdict(site), "url": f"{NETWORK_URL}/{site.slug}/"}
        settings = f"SITE = {pformat(facts)}\n{_SETTINGS.format(menu=menu)}"
        layout.write(project / site.slug / "pelicanconf.py", settings)


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    return project / site.slug / "content" / page.kind / f"{page.slug}.md"


def build(project: Path, output: Path, sites: Sequence[str]) -> list[Run]:
    """Build each site with a run of its own."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-q"]
    return [Run([*command, "-o", output / slug], project / slug) for slug in sites]


def _entry(page: Page) -> str:
    head = {
        "Title": page.title,
        "Summary": page.summary,
        "Date": page.date,
        "Modified": page.updated,
        "Order": _order(page),
        "Author": page.author,
        "Tags": ", ".join(page.topics),
    }
    if page.slug == "index":
        head |= {"URL": "", "Save_as": "index.html"}
    body = page.body_with_links(lambda kind, slug: "{filename}" + layout.relative_entry(page, kind, slug))
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{body}"


def _order(page: Page) -> str:
    # Pelican sorts metadata as text.
    return f"{page.order:03d}"
