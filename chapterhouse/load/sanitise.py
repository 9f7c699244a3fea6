"""Raw HTML in Markdown: what is harmless stays, everything else is removed and told.

The result of `clean` has the form that comrak gives its own HTML, so that the steps behind it know one form
only: links, pictures and headings carry `data-sourcepos`, and quotes outside tags are `&quot;`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.frozen import frozen_row
from chapterhouse.load.links import RAW
from chapterhouse.load.values import Source

if TYPE_CHECKING:
    import nh3

TAGS = frozenset(
    re.findall(
        r"\S+",
        """
        a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
        figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp section small span strong
        sub summary sup table tbody td tfoot th thead time tr u ul var wbr
        """,
    )
)
"""The elements that a page may have: what Markdown makes, and what cannot do harm."""

AUTHOR_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"lang", "title"}),
    "a": frozenset({"href", "id"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "li": frozenset({"id", "value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
    **{f"h{level}": frozenset({"id"}) for level in range(1, 7)},
}
"""The attributes that an author may write in HTML."""

_OWN_ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"aria-label", "data-footnote-backref", "data-footnote-backref-idx", "data-footnote-ref"}),
    "code": frozenset({"class"}),
    "input": frozenset({"checked", "disabled", "type"}),
    "sup": frozenset({"id"}),
}
"""The attributes that Markdown programs write besides."""
_CLASSES: dict[str, set[str]] = {
    "a": {"footnote-backref", "footnote-ref"},
    "div": {
        "footnote",
        "toc",
        "markdown-alert",
        *(f"markdown-alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution")),
    },
    "input": {"task-list-item-checkbox"},
    "li": {"task-list-item"},
    "ol": {"contains-task-list"},
    "p": {"markdown-alert-title"},
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
    "ul": {"contains-task-list"},
}
_WITHOUT_CONTENT = {
    "math",
    "noembed",
    "noframes",
    "noscript",
    "script",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
}

_TAG = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|"')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_POSITION = re.compile(r"\d{1,9}:\d{1,9}-\d{1,9}:\d{1,9}")
_IDENTIFIER = re.compile(r"[^\s\"'<>&#%/\U000f0000-\U0010ffff]+")
_VALUES = {
    "align": re.compile("left|center|right"),
    "class": re.compile(r"(?!language-$)[^\s<>&\"']+(?: [^\s<>&\"']+)*"),
    "colspan": re.compile(r"[1-9]\d{0,2}"),
    "datetime": re.compile(r"[0-9T:+. Z-]+"),
    "height": re.compile(r"\d{1,5}"),
    "id": _IDENTIFIER,
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "rowspan": re.compile(r"[1-9]\d{0,2}"),
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "span": re.compile(r"[1-9]\d{0,2}"),
    "start": re.compile(r"-?\d{1,9}"),
    "type": re.compile("[1aAiI]|checkbox"),
    "value": re.compile(r"-?\d{1,9}"),
    "width": re.compile(r"\d{1,5}"),
}
"""What an attribute may hold, where it may not hold everything."""

_MARK = 0x100000
_OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_MARKED = re.compile(
    '<([A-Za-z][A-Za-z0-9-]*) x="([\U00100000-\U0010ffff])"((?:[^>"\']|"[^"]*"|\'[^\']*\')*)>'
)
_WRITTEN_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

Locate = Callable[[str, str], tuple[int, int]]
"""Finds the line and column of a tag by its name and target; each call is the next such tag."""


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3

    names = {*AUTHOR_ATTRIBUTES, *_OWN_ATTRIBUTES}
    nothing: frozenset[str] = frozenset()
    attributes = {
        name: {*AUTHOR_ATTRIBUTES.get(name, nothing), *_OWN_ATTRIBUTES.get(name, nothing)} for name in names
    }
    attributes["*"].add("data-sourcepos")
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=_WITHOUT_CONTENT,
        attributes=attributes,
        allowed_classes=_CLASSES,
        # Unsafe addresses pass here, because links.py removes them and tells where they stand.
        url_schemes=_SCHEMES,
        link_rel=None,
    )


_SCHEMES = {"data", "file", "ftp", "http", "https", "javascript", "mailto", "sms", "tel", "vbscript"}


def clean(markup: str, locate: Locate) -> str:
    """Return HTML with nothing in it that could do harm but the targets of its links and pictures."""

    def tag(match: re.Match[str]) -> str:
        name = match[1]
        if not name:
            return "&quot;"
        if not match[2] and name not in _LOCATED and name != "input":
            return match[0]
        return _tag(name, dict(_ATTRIBUTE.findall(match[2])), locate)

    return _TAG.sub(tag, _cleaner().clean(markup))


_LOCATED = frozenset({"a", "img", "h1", "h2", "h3", "h4", "h5", "h6"})


def _tag(name: str, found: dict[str, str], locate: Locate) -> str:
    """Return a start tag with what its attributes may hold, the ones that later steps read in their order."""
    attributes = {
        key: value.replace("<", "&lt;").replace(">", "&gt;")
        for key, value in found.items()
        if key not in _VALUES or _VALUES[key].fullmatch(value)
    }
    position = attributes.pop("data-sourcepos", "")
    if not _POSITION.fullmatch(position):
        position = ""
    head: dict[str, str] = {}
    match name:
        case "input":
            if attributes.get("class") != "task-list-item-checkbox":
                return ""
            attributes |= {"type": "checkbox", "disabled": ""}
        case "img":
            if "src" not in attributes:
                return ""
            head = {"data-sourcepos": position or _position(locate, name, attributes["src"])}
            head["src"] = attributes.pop("src")
            if "alt" in attributes:
                head["alt"] = attributes.pop("alt")
        case "a" if "href" in attributes and not _is_footnote_link(attributes):
            head = {"data-sourcepos": position or _position(locate, name, attributes["href"])}
            head["href"] = attributes.pop("href")
        case "p" if position:
            # Parts are found by their first paragraph.
            head = {"data-sourcepos": position}
        case _ if name in _LOCATED and name != "a":
            if "id" in attributes:
                head = {"id": attributes.pop("id")}
            head["data-sourcepos"] = position or _position(locate, name, "")
            attributes.clear()
    text = "".join(f' {key}="{value}"' for key, value in (head | attributes).items())
    return f"<{name}{text} />" if name in ("br", "col", "hr", "img", "input") else f"<{name}{text}>"


def _is_footnote_link(attributes: dict[str, str]) -> bool:
    marks = ("data-footnote-ref", "data-footnote-backref")
    is_one = any(mark in attributes for mark in marks) or attributes.get("class", "").startswith("footnote")
    return is_one and attributes["href"].startswith("#")


def _position(locate: Locate, name: str, target: str) -> str:
    line, column = locate(name, unescape(target))
    return f"{line}:{column}-{RAW}"


@frozen_row
class RawTag:
    """A start tag that an author wrote as HTML."""

    name: str
    line: int
    column: int
    attributes: dict[str, str]


def raw_tags(text: str, render: Callable[[str], str]) -> list[RawTag]:
    """Return the start tags that are HTML and not code or comment, in the order in which they are rendered.

    Only the Markdown program knows which are: each gets a mark, and those whose mark comes out as an
    attribute are tags.
    """
    places: list[int] = []

    def mark(match: re.Match[str]) -> str:
        if len(places) > 0xFFFC:
            return match[0]
        places.append(match.start())
        return f'{match[0]} x="{chr(_MARK + len(places) - 1)}"'

    marked = _COMMENT.sub("", render(_OPENING.sub(mark, text)))
    tags = []
    for name, sign, rest in _MARKED.findall(marked):
        index = ord(sign) - _MARK
        if index < len(places):
            at = places[index]
            attributes = {key.lower(): value.strip("\"'") for key, value in _WRITTEN_ATTRIBUTE.findall(rest)}
            line = text.count("\n", 0, at) + 1
            tags.append(RawTag(name.lower(), line, at - text.rfind("\n", 0, at), attributes))
    return tags


def locator(tags: list[RawTag]) -> Locate:
    """Return the function that finds raw tags again after cleaning, each by its name and target."""
    waiting: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for tag in reversed(tags):
        target = tag.attributes.get("href" if tag.name == "a" else "src", "")
        key = "" if tag.name[0] == "h" else unescape(target)
        waiting.setdefault((tag.name, key), []).append((tag.line, tag.column))

    def locate(name: str, target: str) -> tuple[int, int]:
        places = waiting.get((name, target)) or waiting.get((name, target.strip()))
        return places.pop() if places else (1, 1)

    return locate


def removed(tags: list[RawTag], source: Source) -> Iterator[Diagnostic]:
    """Yield a warning for each tag and attribute that is not published."""
    for tag in tags:
        if tag.name not in TAGS or tag.name == "input":
            message, hint = f"<{tag.name}> cannot be published and was left out", _hint(tag.name)
        else:
            allowed = AUTHOR_ATTRIBUTES["*"] | AUTHOR_ATTRIBUTES.get(tag.name, frozenset())
            names = sorted(set(tag.attributes) - allowed)
            if not names:
                continue
            message = f'<{tag.name}> was published without "{names[0]}"'
            hint = "how things look and behave is the theme's part; leave the attribute out"
        yield Diagnostic(
            code="raw-html-removed",
            message=message,
            hint=hint,
            location=source.place(tag.line, tag.column, len(tag.name) + 1),
            severity=Severity.WARNING,
        )


def _hint(name: str) -> str:
    if name in ("audio", "embed", "iframe", "object", "video"):
        return "link to the page where it can be seen instead"
    if name in ("script", "style", "link", "form", "input", "button"):
        return "how things look and behave is the theme's part; leave it out"
    return f"leave it out; to show the words themselves, write &lt;{name}&gt; or put them between backticks"
