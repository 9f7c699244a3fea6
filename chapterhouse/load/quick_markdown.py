"""Markdown as nearly every page has it, rendered without the places of its links and headings.

A place costs more to find than all else that is to know of a link, and is asked for only where something is
wrong. So this way knows none, and leaves every page to the long one (`markdown.py`) in which anything is
wrong, unusual or of interest to other folders; a test holds that both make the same of a page.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from chapterhouse.load.headings import RESERVED, heading_words
from chapterhouse.load.link_words import ambiguous, is_vague
from chapterhouse.load.links import Refused, Resolved, link_words, resolve, root_of
from chapterhouse.load.tables import has_empty_header, tidied
from chapterhouse.model import SHARED_FOLDER, Heading, Link

_WEB_LINK = re.compile(r"\[(?<![\\\]]\[)[A-Za-z0-9 ,.'-]+\]\(https?://[A-Za-z0-9._~/%=+-]+\)")
"""A link as nearly everybody writes it; whatever stands before it, nothing else can be made of it."""
_PIECE = re.compile(
    r'<(?:h([2-6]) id="([^"]+)">(.+?)<a href="#[^"]*" aria-label="Link to heading [^>]*></a></h'
    r'|a (?:href="([^"&]*)">((?s:.+?))</a>)?'
    r"|(table)|h[1-6]|input )"
)
"""What has to be looked at: a heading with the link that it has to itself, a link, a table; else a doubt."""
_GROUPS = 6
_ROOT = "a/b/"
"""Stands for the folder of any association, or the hub's."""


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

    html = render_markdown(text, **_options(may_have_bare_addresses(text)))
    pieces = _PIECE.split(html)
    root = root_of(path) + "/"
    inside = path[len(root) : path.rfind("/")]
    written = pieces[:1]
    headings: list[Heading] = []
    links: list[Link] = []
    level_above = 1
    in_table = False
    for start in range(1, len(pieces), _GROUPS + 1):
        level, name, words, href, inner, table, rest = pieces[start : start + _GROUPS + 1]
        if level is not None:
            heading = Heading(int(level), name, heading_words(words))
            if heading.level > level_above + 1 or not heading.text or "<a " in words:
                return None
            level_above = heading.level
            headings.append(heading)
            written.append(f'<h{level} id="{name}">{words}</h')
        elif href is not None:
            known = _lead(href, inside)
            words = link_words(inner)
            if known is None or not words or is_vague(words):
                return None
            target, address = known.target, href
            if known.is_entry:
                target = root + target
                address = f"entry:{target}#{known.fragment}" if known.fragment else f"entry:{target}"
            links.append(Link(target, known.fragment, 0, 0, is_entry=known.is_entry, text=words))
            written.append(f'<a href="{address}">{inner}</a>')
        elif table is not None:
            in_table = True
            written.append("<table")
        else:
            return None
        if in_table:
            cells, end, after = rest.partition("</table>")
            cells = tidied(cells)
            if has_empty_header(cells):
                return None
            rest = f"{cells}{end}{after}"
            in_table = not end
        written.append(rest)
    ids = frozenset([heading.id for heading in headings])
    if len(ids) < len(headings) or not ids.isdisjoint(RESERVED):
        return None
    if len(links) > 1 and any(ambiguous(links)):
        return None
    return Quick("".join(written), tuple(headings), tuple(links), ids)


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
    at = text.find("://")
    while at >= 0:
        link = _WEB_LINK.match(text, max(text.rfind("[", 0, at), 0))
        if link is None or link.end() < at:
            return True
        at = text.find("://", link.end())
    return False


@cache
def _options(autolink: bool) -> dict[str, Any]:
    from chapterhouse.load.markdown import options

    return options(unsafe=False, characters=False, autolink=autolink, places=False)


@lru_cache(maxsize=4096)
def _lead(href: str, inside: str) -> Resolved | None:
    """Return where a link leads from a folder inside of an association, if within it or to another website.

    Targets are below the association's folder, so that the links that every association has are known once.
    """
    found = resolve(href, f"{_ROOT}{inside}/")
    if isinstance(found, Refused):
        return None
    if found.is_entry and found.target.startswith(_ROOT):
        return found._replace(target=found.target.removeprefix(_ROOT))
    return found if found.href == href and href.startswith(("https://", "http://")) else None
