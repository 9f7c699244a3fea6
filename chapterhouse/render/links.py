"""The addresses on its own host that the pages of a site lead to: each is followed once, to a file."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import SiteJob

_ADDRESSES = re.compile(r' (?:href|src)="(/[^"]*)').findall
"""Finds the addresses on the site's own host in a page."""

_IS_MORE = re.compile("[&#?%]").search
"""Tells whether an address is written in another way than the path of its file."""
_ENOUGH = 64
"""So many characters tell where a long part of a page begins."""
_BEGINNING = slice(_ENOUGH)


class Links:
    """What pages lead to, as they are written."""

    def __init__(self, job: SiteJob) -> None:
        self._site = job.site
        self._is_hub = job.is_hub
        self._first: dict[str, tuple[str, Location]] = {}
        """For each address the first page that leads there, as it is written in the page."""

    def note(self, markup: str, known: Iterable[str], path: str, source: Location) -> None:
        """Remember the addresses of a page; parts in `known`, in their order, need not be looked at."""
        pieces, end = [], 0
        for part in known:
            # To search for all of a long part would take longer than to look at it.
            # A slice of Markup is Markup, which is a slow thing to make.
            start = markup.find(str.__getitem__(part, _BEGINNING), end) if len(part) > _ENOUGH else -1
            if start >= 0 and markup.startswith(part, start):
                pieces.append(markup[end:start])
                end = start + len(part)
        pieces.append(markup[end:])
        new = {*_ADDRESSES(" ".join(pieces))}.difference(self._first)
        if new:
            self._first.update(dict.fromkeys(new, (path, source)))

    def add(self, address: str, path: str, source: Location) -> None:
        """Remember one address."""
        if address not in self._first:
            self._first[address] = (path, source)

    def outside(self) -> tuple[tuple[str, str], ...]:
        """Return each address that is not the site's own, with the first page that leads there, sorted."""
        first = self._first
        return tuple(sorted((unescape(one), first[one][0]) for one in first.keys() - self._own()))

    def dead(self, files: Iterable[str]) -> list[Diagnostic]:
        """Return a diagnostic for each address of the site at which none of its files lies."""
        known = frozenset(files)
        return [
            _dead(unescape(address), self._first[address][1], self._site.slug)
            for address in sorted(one for one in self._own() if self._file(one) not in known)
        ]

    def _own(self) -> list[str]:
        """Return the addresses of the site itself."""
        # Every address of the hub's host begins like one of the hub, and most are those of other sites.
        root, assets = self._site.root, self._site.assets
        own = () if self._is_hub else self._first
        return [one for one in own if one.startswith(root) and not one.startswith(assets)]

    def _file(self, address: str) -> str:
        """Return the path below the output of an address of the site."""
        if _IS_MORE(address):
            path = unescape(address).partition("#")[0].partition("?")[0]
            address = unquote(path) if "%" in path else path
        inside = address[len(self._site.root) :]
        file = f"{self._site.folder}/{inside}" if self._site.folder else inside
        return f"{file}index.html" if not inside or inside.endswith("/") else file


def _dead(address: str, source: Location, slug: str) -> Diagnostic:
    return Diagnostic(
        code="dead-address",
        message=f'"{address}" leads to no published file',
        location=source,
        hint="correct the link in the page's source, or tell whoever keeps the theme",
        site=slug,
    )
