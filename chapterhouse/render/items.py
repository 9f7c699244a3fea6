"""What templates see of an entry: an item, alike for own entries and those placed here from elsewhere."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from html import unescape
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from urllib.parse import quote

from chapterhouse.model import Entry, Placed, Site, Value
from chapterhouse.occurrences import Occurrence, last_occurrence, next_occurrence

TOKEN = 0xF0000
"""The first of the characters that stand for record values in a body: the n-th value is this plus n."""

_PLAIN = re.compile(r"[A-Za-z0-9/_.-]*\Z")


class Source(NamedTuple):
    """Files of one format among which a browser chooses."""

    type: str
    """`image/avif`"""
    srcset: str
    """Their addresses with their widths, as HTML."""
    media: str = ""


class Image(NamedTuple):
    """A published picture with its size, so that the page does not jump while it loads."""

    href: str
    alt: str
    width: int | None = None
    height: int | None = None
    sources: tuple[Source, ...] = ()
    """The better formats of it, the best first; the filter `picture` makes HTML of all."""


class Item(NamedTuple):
    """An entry as templates see it."""

    title: str
    href: str
    """Its address as pages of this site link to it."""
    url: str
    """Its canonical address, absolute."""
    summary: str
    language: str
    type: str
    """`page`, `news`, `event`, `resource`, `person` ..."""
    fields: Any
    """What its front matter says."""
    path: str
    """Its file, relative to the project."""
    origin: str = ""
    """The label of the association it comes from; empty where it is the site's own."""
    origin_href: str = ""
    image: Image | None = None
    file: str = ""
    """The address of a resource's document."""
    when: Occurrence | None = None
    """For an event: the occurrence under way or the next one; the last one where all have passed."""
    is_past: bool = False
    """For an event: whether all of it lies before the day of the build."""
    time_zone: str = ""


def href(site: Site, route: str) -> str:
    """Return the address of a route of a site, for pages of the same site."""
    return site.root + (route if _PLAIN.match(route) else quote(route, safe="/~@:+,;=!$&'()*"))


def url(site: Site, route: str) -> str:
    """Return the absolute address of a route of a site."""
    return site.host + href(site, route)


def fill_text(words: str, values: Iterable[Value], known: Mapping[str, str]) -> str:
    """Put record values into a plain text, such as a summary."""
    for number, value in enumerate(values):
        words = words.replace(chr(TOKEN + number), value_text(value, known))
    return words


def value_text(value: Value, known: Mapping[str, str]) -> str:
    """Return a record value as plain text, its default where the record has none."""
    return known.get(value.path) or value.default or ""


def own_item(
    entry: Entry,
    site: Site,
    *,
    today: str,
    time_zone: str,
    values: Mapping[str, str],
    images: Mapping[str, Image],
) -> Item:
    """Return the item of an entry whose page is on this site; `images` are its folder's, by project path."""
    when, is_past = event_time(entry, time_zone, today)
    address = href(site, entry.route)
    # By position: most of what it takes to make an item would be to look up the names of its fields.
    return Item(
        entry.title,
        address,
        site.host + address,
        fill_text(entry.summary, entry.values, values) if entry.values else entry.summary,
        entry.language,
        entry.type,
        entry.fields,
        entry.path,
        "",
        "",
        _image(entry, images) if images else None,
        _file(entry, images) if images else "",
        when,
        is_past,
        time_zone,
    )


def placed_item(placed: Placed, *, today: str) -> Item:
    """Return the item of an entry that shows here and has its page elsewhere."""
    entry = placed.entry
    when, is_past = event_time(entry, placed.time_zone, today)
    return Item(
        title=entry.title,
        href=placed.href,
        url=placed.url,
        summary=fill_text(entry.summary, entry.values, placed.values) if entry.values else entry.summary,
        language=entry.language,
        type=entry.type,
        fields=entry.fields,
        path=entry.path,
        origin=placed.origin,
        origin_href=placed.origin_href,
        # A document of another folder is not published here: the entry's own page offers it.
        file="",
        when=when,
        is_past=is_past,
        time_zone=placed.time_zone,
    )


def event_time(entry: Entry, time_zone: str, today: str) -> tuple[Occurrence | None, bool]:
    """Return which occurrence of an event to show on a day, and whether all of it has passed."""
    if entry.type != "event":
        return None, False
    coming = next_occurrence(entry.fields, time_zone, date.fromisoformat(today))
    if coming:
        return coming, False
    return last_occurrence(entry.fields, time_zone), True


def beside(path: str, target: str) -> str:
    """Return the project path of a file that an entry names relative to itself."""
    return normpath(join(dirname(path), unescape(target)))


def _image(entry: Entry, images: Mapping[str, Image]) -> Image | None:
    if not entry.fields.image:
        return None
    found = images.get(beside(entry.path, entry.fields.image))
    if found is None:
        return None
    return found._replace(alt=entry.fields.image_alt or "")


def _file(entry: Entry, images: Mapping[str, Image]) -> str:
    name = getattr(entry.fields, "file", None)
    found = images.get(beside(entry.path, name)) if name else None
    return found.href if found else ""
