"""Refuses to compare what is not comparable: looks into what a contender wrote."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from benchmarks.corpus import Corpus, Page
from benchmarks.page_parts import missing_facts, missing_parts
from benchmarks.peer import Peer, page_file
from benchmarks.written_files import association_problems, network_problems

OTHERS = ("its own", "one template")
WITHOUT_HUB = "equivalent, no hub"
FOOTER_AND_SOCIAL_LINKS = 23
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
    around = FOOTER_AND_SOCIAL_LINKS + sum(page.in_menu for page in corpus.pages(corpus.site(0)))
    equivalent, hub = peer.THEME not in OTHERS, peer.THEME not in (*OTHERS, WITHOUT_HUB)
    for number in range(sites):
        site = corpus.site(number)
        for position, page in enumerate(corpus.pages(site)):
            file = page_file(output, site, page)
            if not file.is_file():
                missing += 1
            elif (number + position) % SAMPLE_EVERY == 0 or (number == 0 and page.kind != "pages"):
                html = file.read_text(encoding="utf-8")
                lacking = list(_page_problems(peer, page, html, around))
                lacking += missing_facts(site, page, html) if equivalent else []
                found += [f"{site.slug}/{page.address}: {each}" for each in lacking]
        if equivalent:
            lacking = list(association_problems(output, corpus, site, hub=hub))
            found += [f"{site.slug}: {each}" for each in lacking]
    if hub:
        found += [f"the hub: {each}" for each in network_problems(output, corpus)]
    if missing:
        found.insert(0, f"{missing} of {sites * corpus.page_count} pages are missing")
    return found


def _page_problems(peer: Peer, page: Page, html: str, around: int) -> Iterator[str]:
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
        wanted += around
    if links < wanted:
        yield f"{links} links instead of at least {wanted}"
    if re.search(r"href=\"[^\":]*\.md\"", html):
        yield "a link leads to a Markdown file"
    if peer.THEME != "its own":
        yield from missing_parts(page, html)


def _words(page: Page) -> set[str]:
    return set(_WORD.findall(_MARKDOWN_LINK.sub(" ", page.body).lower()))
