"""Markdown as nearly every page has it, rendered without the places of its links and headings.

A place costs more to find than all else that is to know of a link, and is asked for only where something is
wrong. So this way knows none, and leaves every page to the long one (`markdown.py`) in which anything is
wrong, unusual or of interest to other folders; a test holds that both make the same of a page.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from chapterhouse.load.headings import RESERVED, heading_words
from chapterhouse.load.link_words import ambiguous, is_vague
from chapterhouse.load.links import Refused, link_words, resolve, root_of
from chapterhouse.load.tables import has_empty_header, tidied
from chapterhouse.model import SHARED_FOLDER, Heading, Link

_WEB_LINK = re.compile(r"\[(?<![\\\]]\[)[A-Za-z0-9 ,.'-]+\]\(https?://[A-Za-z0-9._~/%=+-]+\)")
"""A link as nearly everybody writes it; whatever stands before it, nothing else can be made of it."""
_LINK = '<a href="'
_ANCHOR = ' aria-label="Link to heading '
"""Follows the address of the link that each heading has to itself."""


class Quick(NamedTuple):
    """A body without places."""

    html: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    ids: frozenset[str]


def render_quickly(text: str, path: str) -> Quick | None:
    """Return what the Markdown of the entry at a path becomes, or None in any doubt."""
    if path.startswith(SHARED_FOLDER) or _is_unusual(text):
        return None
    from comrak import render_markdown

    first, *pieces = render_markdown(text, **_options(may_have_bare_addresses(text))).split(_LINK)
    folder = root_of(path) + "/"
    written = [first]
    headings: list[Heading] = []
    links: list[Link] = []
    for piece in pieces:
        href, _, rest = piece.partition('"')
        if rest.startswith(_ANCHOR):
            heading = _heading(written[-1], headings[-1].level if headings else 1)
            if heading is None:
                return None
            headings.append(heading)
            written.append(rest[rest.index("</a>") + 4 :])
            continue
        link = _link(href, rest, path, folder)
        if link is None:
            return None
        links.append(link[0])
        written.append(f'{_LINK}{link[1]}"{rest}')
    ids = frozenset([heading.id for heading in headings])
    html = "".join(written)
    if len(ids) < len(headings) or not ids.isdisjoint(RESERVED) or 'type="checkbox"' in html:
        return None
    if len(links) > 1 and any(ambiguous(links)):
        return None
    if "|" in text and "<table" in html:
        html = tidied(html)
        if has_empty_header(html):
            return None
    return Quick(html, tuple(headings), tuple(links), ids)


def _is_unusual(text: str) -> bool:
    """Tell whether there is HTML, a value, a picture, an alert, a footnote or a character by number."""
    # One character is found many times faster than two.
    if "<" in text or "{" in text:
        return True
    return (
        ("!" in text and ("![" in text or "[!" in text))
        or ("^" in text and "[^" in text)
        or ("&" in text and "&#" in text)
    )


def may_have_bare_addresses(text: str) -> bool:
    """Tell whether there may be an address outside of links; finding those is a third of comrak's time."""
    if "@" in text or "&" in text or "www" in text:
        return True
    found = text.count("://")
    return found > 0 and found != len(_WEB_LINK.findall(text))


@cache
def _options(autolink: bool) -> dict[str, Any]:
    from chapterhouse.load.markdown import options

    return options(unsafe=False, characters=False, autolink=autolink, places=False)


def _heading(before: str, level_above: int) -> Heading | None:
    """Return the heading whose words end what stands before its own link."""
    start = before.rfind("<h")
    tag, _, inner = before[start:].partition(">")
    level = int(tag[2]) if start >= 0 and tag[2:3].isdigit() else 0
    name = tag[8:-1]
    words = heading_words(inner)
    if level < 2 or level > level_above + 1 or tag[3:8] != ' id="' or not name or not words:
        return None
    return Heading(level, name, words)


def _link(href: str, rest: str, path: str, folder: str) -> tuple[Link, str] | None:
    """Return a link to an entry of the same folder or to another website, and its address on the page."""
    end = rest.find("</a>")
    inner = rest[1:end]
    if end < 0 or rest[:1] != ">" or "&" in href or not inner:
        return None
    words = link_words(inner)
    found = resolve(href, path)
    if isinstance(found, Refused) or not words or is_vague(words):
        return None
    if found.is_entry and found.target.startswith(folder):
        return Link(found.target, found.fragment, 0, 0, is_entry=True, text=words), found.href
    if found.href == href and href.startswith(("https://", "http://")):
        return Link(found.target, found.fragment, 0, 0, text=words), href
    return None
