"""Where the links and pictures of a body lead: each target becomes a marker, an address, or a diagnostic.

Nothing passes that is not known to be harmless: what is no web, mail or telephone address and no anchor is
taken for a file of the project, so that `javascript:` in whatever disguise never reaches a page.
"""

import posixpath
import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.frozen import field, slotted
from chapterhouse.load.values import FIRST, Source
from chapterhouse.model import Link, Value
from chapterhouse.text import did_you_mean, escape, plain

RAW = "0:0"
"""The end of the position of a tag that the author wrote as HTML."""

_POSITION = ' data-sourcepos="'
"""Begins the attribute that says where a tag comes from; no text and no other attribute can hold it."""
_LINK = re.compile(r'(\d+):(\d+)-[\d:]+" href="([^"]*)"((?: [a-z-]+="[^"]*")*)>')
"""The rest of a link's tag behind the beginning of its position."""
# Patterns that few pages need are compiled when one comes.
_IMAGE = (
    r'<img data-sourcepos="(\d+):(\d+)-([\d:]+)" src="([^"]*)"(?: alt="([^"]*)")?((?: [a-z-]+="[^"]*")*) />'
)
_SIMPLE = re.compile(
    r"(?:\./)?((?:\.\./)*)((?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.md)(?:#([a-z0-9-]+))?"
)
"""The links that nearly all pages have; they need no second look."""
_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):"
_COMPLETE = r"(?i)(?:https?://[^/?#]|(?:mailto|tel|sms):[^/?#])"
_PELICAN = r"(?:\{(\w+)\}|\|(\w+)\|)"
_CONTROL = "[\x00-\x1f\x7f\U000f0000-\U0010ffff]"
_MAILBOX = r"(?i)[^@/]+@(?![\d.]+x\.)[^@/]+\.[a-z]+"
_BARE_HOST = r"(?i)(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|ie|au|uk)(?:/|$))"


class Resolved(NamedTuple):
    """Where a target leads."""

    href: str
    """What the page's attribute holds until the site is rendered; not yet escaped."""
    target: str
    fragment: str = ""
    is_entry: bool = False


class Refused(NamedTuple):
    """Why a target leads nowhere."""

    code: str
    message: str
    hint: str


def _unescaped(written: str) -> str:
    """Return what an attribute of HTML means."""
    if "&" not in written:
        return written
    from html import unescape

    return unescape(written)


def link_words(inner: str) -> str:
    """Return the plain words of a link; most are plain already."""
    return plain(inner) if "<" in inner or "&" in inner else inner


def root_of(path: str) -> str:
    """Return the folder that an entry belongs to: `associations/x` of `associations/x/pages/y.md`."""
    return "/".join(path.split("/")[:2])


def resolve(target: str, path: str, *, is_image: bool = False) -> Resolved | Refused:
    """Return where a target in the entry at a path leads, or why it cannot."""
    if target.startswith(("https://", "http://")) and not is_image and re.match(_COMPLETE, target):
        address, _, fragment = target.partition("#")
        return Resolved(target, address, fragment)
    simple = None if is_image else _SIMPLE.fullmatch(target)
    if simple:
        found = _resolve_simple(path, *simple.groups(default=""))
        if found:
            return found
    # Browsers ignore these characters, so that they must not hide a scheme from us.
    bare = re.sub(r"[\x00-\x20]", "", target)
    if bare.startswith("#") and not is_image:
        return Resolved(target.strip(), "", unquote(bare[1:]))
    if bare[:1] and "\U000f0000" <= bare[0] <= "\U000fffff" and not is_image:
        return Resolved(target.strip(), target.strip())
    scheme = re.match(_SCHEME, bare)
    if scheme:
        return _resolve_scheme(bare, scheme[1].lower(), is_image)
    return _refuse_path(bare) or _resolve_path(target.strip(), path, is_image)


def _resolve_simple(path: str, ups: str, below: str, fragment: str) -> Resolved | None:
    folders = path.split("/")
    keep = len(folders) - 1 - len(ups) // 3
    if keep < 1:
        return None
    target = f"{'/'.join(folders[:keep])}/{below}"
    return Resolved(f"entry:{target}#{fragment}" if fragment else f"entry:{target}", target, fragment, True)


def _resolve_scheme(bare: str, scheme: str, is_image: bool) -> Resolved | Refused:
    if is_image and scheme in ("http", "https"):
        return Refused(
            "remote-image",
            "a picture from another website would tell that website who reads this page",
            "put the picture into the images folder and link to it there",
        )
    if not is_image and re.match(_COMPLETE, bare):
        address, _, fragment = bare.partition("#")
        return Resolved(scheme + bare[len(scheme) :], address, fragment)
    if scheme in ("http", "https", "mailto", "tel", "sms"):
        return Refused(
            "bad-link", "the address is not complete", "write it as the browser's address bar shows it"
        )
    hint = (
        "put the file into this folder and link to it there"
        if scheme in ("file", "data") or len(scheme) == 1
        else "link to an https:// address, a mailto: address, a tel: number or a file of this folder"
    )
    return Refused("unsafe-link", f'an address that begins with "{scheme}:" cannot be published', hint)


def _refuse_path(bare: str) -> Refused | None:
    if not bare:
        return Refused("bad-link", "the link leads nowhere", "write where it leads between the parentheses")
    if bare.startswith(("//", "\\\\", "/\\")):
        return Refused(
            "bad-link", 'an address that begins with "//" is not complete', 'begin it with "https://"'
        )
    if bare.startswith("/"):
        return Refused(
            "absolute-path-link",
            "the link is an address of the finished website",
            'link to the Markdown file instead, such as "../pages/about.md": then it works on every site',
        )
    if "\\" in bare or "%5c" in bare.lower():
        return Refused("bad-link", "a path is written with forward slashes", 'write "/" instead of "\\"')
    if re.fullmatch(_MAILBOX, bare):
        return Refused("bad-link", "an e-mail address needs its prefix", f'write "mailto:{bare}"')
    if not bare.lower().endswith((".md", ".pdf")) and re.match(_BARE_HOST, bare):
        return Refused("bad-link", "a web address needs its beginning", f'did you mean "https://{bare}"?')
    if "?" in bare:
        return Refused(
            "bad-link", "a link to a file has no question mark", 'leave out everything from "?" on'
        )
    return None


def _resolve_path(target: str, path: str, is_image: bool) -> Resolved | Refused:
    address, _, fragment = target.partition("#")
    address = unquote(address)
    folder = posixpath.dirname(path)
    pelican = re.match(_PELICAN, address)
    if pelican:
        word = pelican[1] or pelican[2]
        if word not in ("filename", "static", "attach"):
            hint = "link to a file: {filename}/pages/about.md, or simply ../pages/about.md"
            return Refused("bad-link", f"{{{word}}} is no beginning of a link here", hint)
        address = address[pelican.end() :]
        if address.startswith("/"):
            folder, address = root_of(path), address.lstrip("/")
    if re.search(_CONTROL, address) or not address.strip():
        return Refused(
            "bad-link",
            "this is not the path of a file",
            "write the path as it is; a record value can only begin a web address or stand inside one",
        )
    project_path = posixpath.normpath(posixpath.join(folder, address))
    if project_path.startswith("../") or project_path in ("..", "."):
        return Refused(
            "link-out-of-project",
            "the link leaves the network's folder",
            "link to a file of this association",
        )
    if project_path.endswith(".md") and not is_image:
        hash_ = "#" if fragment else ""
        return Resolved(f"entry:{project_path}{hash_}{fragment}", project_path, unquote(fragment), True)
    return Resolved(f"file:{project_path}", project_path, unquote(fragment))


@slotted
class Linker:
    """Goes through one body and collects its links and what is wrong with them."""

    source: Source
    ids: frozenset[str]
    values: tuple[Value, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Anchors that a page's reader knows by another name than the page has."""
    links: list[Link] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    has_empty: bool = False
    """Whether a target was empty: comrak empties those that it finds unsafe."""

    def run(self, markup: str) -> str:
        """Return the body with every target resolved, and without positions."""
        if "!" in self.source.text or not self.source.is_plain:
            markup = re.sub(_IMAGE, self._image, markup)
        pieces = markup.split(_POSITION)
        written = [piece[piece.find('"') + 1 :] for piece in pieces]
        written[0] = pieces[0]
        for number, (before, piece) in enumerate(pairwise(pieces), start=1):
            if before[-2:] == "<a" and (match := _LINK.match(piece)):
                written[number] = self._link(match, pieces, number) + piece[match.end() :]
        return "".join(written)

    def _link(self, match: re.Match[str], pieces: list[str], number: int) -> str:
        """Return the rest of a link's tag; its words begin in the piece that was matched."""
        line, column, href, rest = match.groups()
        piece, start = match.string, match.end()
        end = piece.find("</a>", start)
        if end < 0:
            piece = _POSITION.join(pieces[number:])
            end = piece.find("</a>", start)
        inner = piece[start:end]
        target = _unescaped(href)
        words = link_words(inner)
        if not words and 'alt="' not in inner.replace('alt=""', ""):
            hint = "write between the brackets what the link leads to"
            self._tell("empty-link", "the link has no words", hint, line, column, Severity.WARNING)
        found = resolve(target, self.source.path)
        if isinstance(found, Refused):
            self._refuse(found, target, line, column)
            return f"{rest}>"
        shown = found.href
        if shown.startswith("#"):
            fragment = self.renamed.get(found.fragment, found.fragment)
            if fragment != found.fragment:
                shown = "#" + fragment
            self._check_anchor(fragment, line, column)
        self._keep(found, line, column, words)
        return f' href="{href if shown == target else escape(shown)}"{rest}>'

    def _image(self, match: re.Match[str]) -> str:
        line, column, end, src, alt, rest = match.groups()
        if alt is None or (not alt and end != RAW):
            hint = "say between the brackets what it shows: ![Two children at a table](...)"
            self._tell("missing-alt", "the picture has no description", hint, line, column, Severity.WARNING)
        alt = alt or ""
        target = _unescaped(src)
        found = resolve(target, self.source.path, is_image=True)
        if isinstance(found, Refused):
            self._refuse(found, target, line, column)
            return alt
        self._keep(found, line, column, _unescaped(alt), is_image=True)
        return f'<img src="{escape(found.href)}" alt="{alt}"{rest} />'

    def _refuse(self, found: Refused, target: str, line: str, column: str) -> None:
        self.has_empty = self.has_empty or not target
        shown = f': "{self._as_written(unquote(target))[:120]}"' if target else ""
        self._tell(found.code, found.message + shown, found.hint, line, column)

    def _as_written(self, text: str) -> str:
        if text.isascii():
            return text
        for number, value in enumerate(self.values):
            text = text.replace(chr(FIRST + number), f"{{{{ {value.path} }}}}")
        return text

    def _keep(self, found: Resolved, line: str, column: str, text: str, *, is_image: bool = False) -> None:
        target = self._as_written(found.target) if self.values else found.target
        spot = self.source.spot(int(line), int(column))
        self.links.append(Link(target, found.fragment, *spot, found.is_entry, is_image, text))

    def _check_anchor(self, fragment: str, line: str, column: str) -> None:
        if fragment in self.ids or fragment in ("", "top"):
            return
        hint = (
            did_you_mean(fragment, self.ids) or "an anchor is a heading's words in lower case, with hyphens"
        )
        self._tell("broken-anchor", f'nothing on this page has the anchor "#{fragment}"', hint, line, column)

    def _tell(
        self, code: str, message: str, hint: str, line: str, column: str, severity: Severity = Severity.ERROR
    ) -> None:
        place = self.source.place(int(line), int(column))
        self.diagnostics.append(
            Diagnostic(code=code, message=message, hint=hint, location=place, severity=severity)
        )
