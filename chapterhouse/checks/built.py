"""The published pages, read back: every address they link to, every id they offer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from chapterhouse.frozen import frozen
from chapterhouse.model import Site


@frozen
class Reference:
    """An address on a page."""

    href: str
    line: int


@frozen
class Page:
    """One published HTML file."""

    path: str
    """Below the output: `wi-aimh/about/index.html`."""
    url: str
    """Where it is published, absolute."""
    references: tuple[Reference, ...]
    """Every `href`, `src` and `srcset` that is not inside a script."""
    ids: frozenset[str]
    fetched: tuple[str, ...]
    """Every address that a browser fetches by itself: pictures, scripts, stylesheets, frames."""
    text: str
    """The words that people read."""


@frozen
class Built:
    """Everything that is published."""

    pages: Mapping[str, Page]
    """By path below the output."""
    files: frozenset[str]
    """Every path below the output."""
    sites: tuple[Site, ...]

    def path_of(self, url: str) -> str | None:
        """Return the file that an absolute address leads to, or None where it leads out of the network.

        An address of the network without a file gives the path at which the file would be.
        """
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.netloc}{parts.path or '/'}"
        site = _owner(address, self.sites)
        if site is None:
            return None
        below = unquote(address[len(site.host) :])
        path = _file(below, site)
        return path if path in self.files or not path.endswith("/") else f"{path}index.html"


def _owner(address: str, sites: Iterable[Site]) -> Site | None:
    candidates = [site for site in sites if address.startswith(site.host + "/")]
    below = [site for site in candidates if address.startswith(site.url)]
    return max(below or candidates, key=lambda site: len(site.url), default=None)


def _file(below: str, site: Site) -> str:
    """Return the path below the output of a path on a site's host."""
    if below.startswith(site.root):
        inside = below[len(site.root) :]
        path = f"{site.folder}/{inside}" if site.folder else inside
    else:
        path = below.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def read_built(output: Path, sites: tuple[Site, ...]) -> Built:
    """Read every published page below an output folder."""
    files = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    pages = {path: _page(output, path, sites) for path in files if path.endswith(".html")}
    return Built(pages=pages, files=frozenset(files), sites=sites)


def _page(output: Path, path: str, sites: tuple[Site, ...]) -> Page:
    from selectolax.lexbor import LexborHTMLParser

    source = (output / path).read_text(encoding="utf-8", errors="replace")
    tree = LexborHTMLParser(source)
    ids = frozenset(node.attributes["id"] or "" for node in tree.css("[id]"))
    references = tuple(_references(source))
    fetched = [
        address
        for node in tree.css(_FETCHING)
        if (address := node.attributes.get("src") or node.attributes.get("href"))
    ]
    for node in tree.css("[srcset]"):
        fetched += _candidates(node.attributes["srcset"] or "")
    body = tree.body
    for node in tree.css("script, style, code, pre"):
        node.decompose()
    text = body.text(separator=" ") if body else ""
    return Page(
        path=path, url=_url(path, sites), references=references, ids=ids, fetched=tuple(fetched), text=text
    )


_FETCHING = (
    "script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src], "
    "link[rel=stylesheet], link[rel=preload], link[rel=icon], link[rel=modulepreload]"
)
_CHOICE = re.compile(r'\ssrcset="([^"]*)"')
_REFERENCE = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)')""")


def _references(source: str) -> Iterator[Reference]:
    from html import unescape

    for number, line in enumerate(source.splitlines(), start=1):
        for match in _REFERENCE.finditer(line):
            yield Reference(href=unescape(match[1] or match[2] or ""), line=number)
        for match in _CHOICE.finditer(line):
            for address in _candidates(unescape(match[1])):
                yield Reference(href=address, line=number)


def _candidates(srcset: str) -> list[str]:
    return [words[0] for candidate in srcset.split(",") if (words := candidate.split())]


def _url(path: str, sites: tuple[Site, ...]) -> str:
    inside = [site for site in sites if not site.folder or path.startswith(f"{site.folder}/")]
    site = max(inside, key=lambda site: len(site.folder))
    below = path[len(site.folder) + 1 :] if site.folder else path
    return site.url + below.removesuffix("index.html")
