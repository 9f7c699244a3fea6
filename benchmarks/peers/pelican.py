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
from benchmarks.corpus import NETWORK_NAME, NETWORK_URL, VENUE, Corpus, Page, Site
from benchmarks.peer import TEMPLATES, Run

TITLE = "Pelican, stock"
THEME = "equivalent, no hub"
ONE_SITE_A_RUN = True

_SETTINGS = r"""
import json
import re
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

NETWORK = {network!r}
JINJA_FILTERS = {{
    "moment": lambda text: datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(TIMEZONE)),
    "utc": lambda moment: moment.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ"),
    "content_line": lambda text: re.sub(r"([\\;,])", r"\\\1", text),
    "fold": lambda line: re.sub("(.{{72}})(?=.)", "\\1\n ", line),
    "as_json": lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
}}
SITEURL = SITE["url"].rstrip("/")
SITENAME = SITE["name"]
TIMEZONE = "America/Chicago"
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
DIRECT_TEMPLATES = ["sitemap", "feed", "json_feed", "calendar", "card", "missing"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_SAVE_AS = "feed.atom"
JSON_FEED_SAVE_AS = "feed.json"
CALENDAR_SAVE_AS = "events.ics"
CARD_SAVE_AS = "card.vcf"
MISSING_SAVE_AS = "404.html"
FEED_ALL_ATOM = None
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
    shutil.copytree(TEMPLATES / "shared", project / "theme" / "static")
    network = {"name": NETWORK_NAME, "url": f"{NETWORK_URL}/", "count": corpus.site_count}
    for site in corpus.sites():
        menu = []
        for page in corpus.pages(site):
            if page.in_menu:
                menu.append(_order(page))
            layout.write(source(project, site, page), _entry(page))
        facts = {**asdict(site), "url": f"{NETWORK_URL}/{site.slug}/"}
        settings = f"SITE = {pformat(facts)}\n{_SETTINGS.format(menu=menu, network=network)}"
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
        "Topics": ", ".join(page.topics),
        "Intended_for": page.intended_for,
    }
    if page.kind == "news":
        head |= {"Date": page.date, "Modified": page.updated, "Author": page.author}
    elif page.kind == "events":
        head |= {"Date": page.start, "End": page.end, "Venue": VENUE}
    else:
        head |= {"Order": _order(page)}
    if page.slug == "index":
        head |= {"URL": "", "Save_as": "index.html"}
    body = page.body_with_links(lambda kind, slug: "{filename}" + layout.relative_entry(page, kind, slug))
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{body}"


def _order(page: Page) -> str:
    # Pelican sorts metadata as text.
    return f"{page.order:03d}"
