"""Markdown as nearly every page has it, rendered without the places of its links and headings.

A place costs more to find than all else that is to know of a link, and is asked for only where something is
wrong. So this way knows none, and leaves every page to the long one (`markdown.py`) in which anything is
wrong, unusual or of interest to other folders; a test holds that both make the same of a page.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from chapterhouse.load.headings import RESERVED, heading_words
from chapterhouse.load.link_words import ambiguous, is_vague
from chapterhouse.load.links import Refused, Resolved, link_words, resolve, root_of
from chapterhouse.load.tables import has_empty_header, tidied
from chapterhouse.model import SHARED_FOLDER, Heading, Link

_WEB_LINK = re.compile(r"\[(?<![\\\]]\[)[A-Za-z0-9 ,.'-]+\]\(https?://[A-Za-z0-9._~/%=+-]+\)")
"""A link as nearly everybody writes it; whatever stands before it, nothing else can be made of it."""
_EXTENSIONS = ("description_lists", "strikethrough", "table")
"""What may be in a text that is not unusual; to look for the others costs comrak a tenth of its time."""
_BEGIN = '<a href="'
"""Begins a link: one of the author's, or the one that each heading has to itself."""
_ITSELF = re.compile(
    r'#([^"]+)" aria-label="Link to heading [^"]*" data-heading-content="([^"]+)" class="anchor"></a>'
    r"(?=</h([2-6])>)"
)
"""The rest of the link that a heading has to itself: the heading's id, its words, its level."""
_TABLE = "<thead>\n<tr>\n<th"
"""What each table has, as comrak writes it: so long a text is found in half the time of a short one."""
_ROOT = "a/b/"
"""Stands for the folder of any association, or the hub's."""

# A named tuple's own way leads through a function, and a page has many of these.
_heading: Callable[[tuple[int, str, str]], Heading] = partial(tuple.__new__, Heading)
_link: Callable[[tuple[str, str, int, int, bool, bool, str]], Link] = partial(tuple.__new__, Link)


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
    html = _comrak(may_have_bare_addresses(text))(text)
    if "|" in text:
        tidy = _with_tidy_tables(html)
        if tidy is None:
            return None
        html = tidy
    pieces = html.split(_BEGIN)
    root = root_of(path) + "/"
    inside = path[len(root) : path.rfind("/")]
    written = pieces[:1]
    headings: list[Heading] = []
    links: list[Link] = []
    level_above = 1
    for before, piece in pairwise(pieces):
        if piece[0] == "#":
            itself = _ITSELF.match(piece)
            if itself is None:
                return None
            name, shown, written_level = itself.groups()
            level, words = int(written_level), heading_words(shown)
            # Words with markup, of which the link has only the plain ones, are left to the long way.
            is_plain = before.endswith(f'<h{level} id="{name}">{shown}')
            if not is_plain or not words or level > level_above + 1:
                return None
            level_above = level
            headings.append(_heading((level, name, words)))
            written.append(piece[itself.end() :])
        else:
            end = piece.find('"')
            href = piece[:end]
            known = None if "&" in href or piece[end + 1] != ">" else _lead(href, inside)
            words = link_words(piece[end + 2 : piece.find("</a>", end)])
            if known is None or not words or is_vague(words):
                return None
            target, address = known.target, href
            if known.is_entry:
                target = root + target
                address = f"entry:{target}#{known.fragment}" if known.fragment else f"entry:{target}"
            links.append(_link((target, known.fragment, 0, 0, known.is_entry, False, words)))
            written.append(f"{_BEGIN}{address}{piece[end:]}")
    ids = frozenset([heading.id for heading in headings])
    if len(ids) < len(headings) or not ids.isdisjoint(RESERVED):
        return None
    if len({link.text for link in links}) < len(links) and any(ambiguous(links)):
        return None
    return Quick("".join(written), tuple(headings), tuple(links), ids)


def _with_tidy_tables(html: str) -> str | None:
    """Return a body with its tables as `tidied` makes them, or None where one has an empty header."""
    start = html.find(_TABLE)
    while start >= 0:
        # Whatever is to be tidied shows in the header.
        below = html.find("</thead>", start)
        header = html[start:below]
        if tidied(header) != header:
            end = html.rfind("</table>")
            tidy = tidied(html[start:end])
            return None if has_empty_header(tidy) else html[:start] + tidy + html[end:]
        start = html.find(_TABLE, below)
    return html


def _is_unusual(text: str) -> bool:
    """Tell whether there is HTML, a value, a picture, an alert, a note, a task or a character by number."""
    # One character is found many times faster than two.
    if "<" in text or "{" in text:
        return True
    return (
        ("!" in text and ("![" in text or "[!" in text))
        or ("^" in text and "[^" in text)
        or ("&" in text and "&#" in text)
        or _may_have_tasks(text)
    )


def _may_have_tasks(text: str) -> bool:
    """Tell whether brackets around one character may be those of a task."""
    at = text.find("[")
    while at >= 0:
        if text[at + 2 : at + 3] == "]" and text[at + 3 : at + 4].isspace():
            return True
        at = text.find("[", at + 1)
    return False


def may_have_bare_addresses(text: str) -> bool:
    """Tell whether there may be an address outside of links; finding those is a third of comrak's time."""
    if "@" in text or "&" in text or "www." in text:
        return True
    at = text.find(":")
    while at >= 0:
        if text.startswith("//", at + 1):
            link = _WEB_LINK.match(text, max(text.rfind("[", 0, at), 0))
            if link is None or link.end() < at:
                return True
            at = link.end()
        at = text.find(":", at + 1)
    return False


@cache
def _comrak(autolink: bool) -> Callable[[str], str]:
    from comrak import render_markdown

    from chapterhouse.load.markdown import options

    wanted = options(unsafe=False, characters=False, autolink=autolink, places=False, extensions=_EXTENSIONS)
    return partial(render_markdown, **wanted)


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
