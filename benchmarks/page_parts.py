"""What stands in a page of an equivalent theme besides its words, and how to find it in any engine's HTML."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

from benchmarks.corpus import VENUE, Page, Site

# What the limit's one template has too.
PARTS = {
    "a navigation": re.compile(r"<nav\b"),
    "a footer": re.compile(r"<footer\b"),
    "breadcrumbs": re.compile(r"class=\"?(breadcrumb|crumbs)|You are here", re.IGNORECASE),
    "JSON-LD": re.compile(r"application/ld\+json"),
    "the current page marked": re.compile(r"aria-current=\"?page"),
    "a canonical address": re.compile(r"rel=\"?canonical"),
    "Open Graph": re.compile(r"og:title"),
}
_MORE = {
    "a link to the feed in the head": re.compile(r"<link\b[^>]*application/atom\+xml"),
    "a link to the calendar in the head": re.compile(r"<link\b[^>]*text/calendar"),
    "ids of the headings": re.compile(r"<h2 [^>]*\bid="),
    "a link to all associations": re.compile(r"<a\b[^>]*href=\"/directory/\""),
}
_JSON_LD = re.compile(r"<script type=\"?application/ld\+json\"?>(.*?)</script>", re.DOTALL)
_FACTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "news": ("Article", ("headline", "datePublished", "dateModified", "author", "publisher")),
    "events": ("Event", ("name", "startDate", "endDate", "location", "eventStatus", "organizer")),
}
_HOME = ("Organization", ("name", "email", "telephone", "address", "areaServed", "memberOf", "sameAs"))


def missing_parts(page: Page, html: str) -> Iterator[str]:
    """Name what the page lacks of what every page has."""
    for name, pattern in PARTS.items():
        # The way from the home page to itself is no way.
        if (page.address or name != "breadcrumbs") and not pattern.search(html):
            yield f"{name} is missing"


def missing_facts(site: Site, page: Page, html: str) -> Iterator[str]:
    """Name what the page lacks of what an equivalent theme says of a page of its kind."""
    for name, pattern in _MORE.items():
        if not pattern.search(html):
            yield f"{name} is missing"
    if f'href="/directory/{site.slug}/"' not in html:
        yield "the link to the association's page in the directory is missing"
    yield from _missing_words(page, html)
    yield from _missing_data(page, html)


def _missing_words(page: Page, html: str) -> Iterator[str]:
    wanted = {"the summary": page.summary}
    if page.kind == "news":
        wanted |= {"its day in words": _day(page.date), "when it changed": _day(page.updated)}
        wanted["its author"] = page.author
    elif page.kind == "events":
        moment = date.fromisoformat(page.date)
        wanted |= {
            "the event's day in words": f"{moment:%A}, {_day(page.date)}",
            "the event's time in words": "6:30 PM – 8:00 PM CDT",
            "the event's place": f"<dd>{VENUE}",
            "for whom the event is": f"<dd>{page.intended_for.capitalize()}",
            "a link that adds the event to a calendar": ">Add to calendar",
        }
    text = re.sub(r"\s+", " ", unescape(html)).replace("\N{NARROW NO-BREAK SPACE}", " ")
    yield from (f"{name} is missing" for name, words in wanted.items() if words not in text)


def _missing_data(page: Page, html: str) -> Iterator[str]:
    things = _things(html)
    if page.address and "BreadcrumbList" not in things:
        yield "the breadcrumbs' JSON-LD is missing"
    kind, fields = _FACTS.get(page.kind, ("", ())) if page.address else _HOME
    if not kind:
        return
    if kind not in things:
        yield f"the JSON-LD of an {kind} is missing"
        return
    yield from (f"{field} of the JSON-LD is missing" for field in fields if not things[kind].get(field))


def _things(html: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for text in _JSON_LD.findall(html):
        data = json.loads(text)
        for thing in data.get("@graph", [data]):
            found[thing["@type"]] = thing
    return found


def _day(text: str) -> str:
    found = date.fromisoformat(text)
    return f"{found:%B} {found.day}, {found.year}"
