"""Refuses to compare what is not comparable: looks into the pages that a contender wrote."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from benchmarks.corpus import Corpus, Page, Site
from benchmarks.peer import Peer, page_file

# What every page of an equivalent theme has, and how to recognise it in any engine's HTML.
PARTS = {
    "a navigation": re.compile(r"<nav\b"),
    "a footer": re.compile(r"<footer\b"),
    "breadcrumbs": re.compile(r"breadcrumb", re.IGNORECASE),
    "JSON-LD": re.compile(r"application/ld\+json"),
    "the current page marked": re.compile(r"aria-current=\"?page"),
    "a canonical address": re.compile(r"rel=\"?canonical"),
    "Open Graph": re.compile(r"og:title"),
}
FOOTER_AND_MENU_LINKS = 35
SAMPLE_EVERY = 7
_HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"<a\b[^>]*\bhref=", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[a-z]{3,}")


def problems(peer: Peer, corpus: Corpus, output: Path, sites: int) -> list[str]:
    """List why this output is not the corpus; an empty list allows a comparison."""
    found: list[str] = []
    missing = 0
    for number in range(sites):
        site = corpus.site(number)
        for position, page in enumerate(corpus.pages(site)):
            file = page_file(output, site, page)
            if not file.is_file():
                missing += 1
            elif (number + position) % SAMPLE_EVERY == 0:
                html = file.read_text(encoding="utf-8")
                found += [f"{site.slug}/{page.address}: {each}" for each in _page_problems(peer, page, html)]
        found += _site_problems(peer, corpus, output, site)
    if missing:
        found.insert(0, f"{missing} of {sites * corpus.page_count} pages are missing")
    return found


def _page_problems(peer: Peer, page: Page, html: str) -> Iterator[str]:
    text = unescape(_TAG.sub(" ", _HIDDEN.sub(" ", html)))
    if page.title not in text:
        yield "the title is missing"
    there = set(_WORD.findall(text.lower()))
    lost = [word for word in _words(page) if word not in there]
    if lost:
        yield f"{len(lost)} words of the text are missing, such as {lost[0]!r}"
    links = len(_LINK.findall(html))
    wanted = len(_MARKDOWN_LINK.findall(page.body))
    if peer.THEME != "its own":
        wanted += FOOTER_AND_MENU_LINKS
    if links < wanted:
        yield f"{links} links instead of at least {wanted}"
    if re.search(r"href=\"[^\":]*\.md\"", html):
        yield "a link leads to a Markdown file"
    if peer.THEME != "its own":
        # The way from the home page to itself is no way.
        parts = {name: pattern for name, pattern in PARTS.items() if page.address or name != "breadcrumbs"}
        yield from (f"{name} is missing" for name, pattern in parts.items() if not pattern.search(html))


def _words(page: Page) -> set[str]:
    return set(_WORD.findall(_MARKDOWN_LINK.sub(" ", page.body).lower()))


def _site_problems(peer: Peer, corpus: Corpus, output: Path, site: Site) -> Iterator[str]:
    if peer.THEME in ("its own", "one template"):
        return
    feed = output / site.slug / "feed.atom"
    entries = feed.read_text(encoding="utf-8").count("<entry") if feed.is_file() else 0
    if entries < corpus.news_count:
        yield f"{site.slug}: the feed has {entries} entries instead of at least {corpus.news_count}"
    if not any((folder / "sitemap.xml").is_file() for folder in (output, output / site.slug)):
        yield f"{site.slug}: there is no sitemap"
