"""From a rendered body to HTML of one site: addresses of entries and files, and record values, put in.

Bodies are long and have few markers: they are cut at the markers instead of being searched by pattern.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape, unescape
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from chapterhouse.frozen import field, frozen
from chapterhouse.model import Entry, Value
from chapterhouse.render.items import TOKEN, Image, value_text
from chapterhouse.render.picture_markup import SIZES, markup

T = TypeVar("T")

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
"""What a record value at the beginning of a link may lead to."""


@frozen
class Addresses:
    """Where the markers of a site's bodies lead."""

    entries: Mapping[str, str]
    """Address by project path: own and shared entries, and those of other folders that are linked to."""
    files: Mapping[str, Image]
    """Published pictures and documents by project path."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Record values by path, as plain text."""


SEEN_AT_ONCE = 1500
"""A picture behind no more characters of HTML than these is seen before anybody scrolls."""

_REST = re.compile(r'(?: alt="([^"]*)")?((?: [a-z-]+="[^"]*")*) ?/?>')


def fill(body: str, entry: Entry, addresses: Addresses, sizes: str = SIZES) -> tuple[str, list[str]]:
    """Return a body ready for its page, and the targets of it that nothing is known of.

    `sizes` is how wide the column is in which pictures are shown, as HTML's attribute says it.
    """
    missing: list[str] = []
    body, has_files = _entries(body, addresses.entries, missing)
    if has_files:
        body = _files(body, addresses.files, missing, sizes, SEEN_AT_ONCE if not entry.fields.image else 0)
    if entry.values:
        body = _values(body, entry.values, addresses.values)
    return body, missing


def _entries(body: str, known: Mapping[str, str], missing: list[str]) -> tuple[str, bool]:
    """Return a body with addresses at its markers of entries, and whether it has markers of files.

    Both end with a colon: a single character, and a rare one, is found ten times as fast as a word.
    """
    pieces: list[str] = []
    has_files = False
    start = 0
    at = body.find(":")
    while at >= 0:
        before = body[at - 7 : at]
        if before == '="entry':
            end = body.index('"', at)
            pieces += body[start : at - 5], _address(body[at + 1 : end], known, missing)
            start = at = end
        elif before.endswith('="file'):
            has_files = True
        at = body.find(":", at + 1)
    pieces.append(body[start:])
    return "".join(pieces), has_files


def _address(marker: str, known: Mapping[str, str], missing: list[str]) -> str:
    """Return the address for the marker of an entry, as it is written in a page."""
    target, hash_, fragment = marker.partition("#")
    address = known.get(target) or _look_up(known, target)
    if address is None:
        missing.append(unescape(target))
        return "#"
    return f"{_escaped(address)}{hash_}{fragment}" if hash_ else _escaped(address)


def _files(body: str, known: Mapping[str, Image], missing: list[str], sizes: str, top: int) -> str:
    """Put pictures and documents in; the first picture within `top` characters is seen at once."""
    pieces = body.split('="file:')
    if len(pieces) == 1:
        return body
    for number in range(1, len(pieces)):
        marker, _, rest = pieces[number].partition('"')
        image = _look_up(known, marker)
        if image is None:
            missing.append(unescape(marker))
            pieces[number] = f'="#"{rest}'
        elif pieces[number - 1].endswith("<img src") and (match := _REST.match(rest)):
            before = pieces[number - 1].removesuffix("<img src")
            is_first = top > 0 and sum(map(len, pieces[: number - 1])) + len(before) < top
            loading = "first" if is_first else "lazy"
            top = 0
            pieces[number - 1] = before
            shown = markup(image, sizes=sizes, loading=loading, alt=match[1] or "", rest=match[2])
            pieces[number] = f"{shown}{rest[match.end() :]}"
        else:
            pieces[number] = f'="{escape(image.href)}"{rest}'
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _escaped(address: str) -> str:
    """Return an address as it is written in a page; many links lead to the same one."""
    return escape(address)


def _look_up(known: Mapping[str, T], target: str) -> T | None:
    found = known.get(target)
    if found is None and ("%" in target or "&" in target):
        found = known.get(unquote(unescape(target)))
    return found


def _values(body: str, values: tuple[Value, ...], known: Mapping[str, str]) -> str:
    for number, value in enumerate(values):
        token = chr(TOKEN + number)
        if token not in body:
            continue
        text = value_text(value, known)
        # A record is a member's own words: at the beginning of an address they may not become a script, and a
        # picture may not come from elsewhere.
        body = body.replace(f'href="{token}', f'href="{escape(text) if _is_safe(text) else "#"}')
        body = body.replace(f'src="{token}', 'src="')
        body = body.replace(token, escape(text))
    return body


def _is_safe(text: str) -> bool:
    try:
        return urlsplit(text.strip()).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False
