"""The headings of a body: their levels, their ids, and every other id beside them."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.load.values import Source
from chapterhouse.model import Heading
from chapterhouse.text import plain

RESERVED = frozenset(
    {
        *("main", "map-list", "menu", "search", "site-menu", "site-place-help", "site-q", "site-search"),
        *("site-search-words", "top"),
    }
)
"""Ids that belong to the theme; a heading of that name gets a number, as if it were the second."""

_ANCHOR = r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>'
"""What comrak puts behind the words of each heading."""
# Patterns that few pages need are compiled when one comes.
_HEADING = r'(?s)<h([1-6])(?: id="([^"]*)")? data-sourcepos="(\d+):(\d+)-[^"]*">(.*?)</h\1>'
_PLAIN_HEADING = re.compile(
    r'([^"]*)" data-sourcepos="(\d+):(\d+)-[^"]*">(.*?)(<a href="#\1" aria-label="[^"]*"'
    r' data-heading-content="[^"]*" class="anchor"></a>)</h',
    re.DOTALL,
)
"""A heading as comrak writes it, from its id on."""
_ID = r' id="([^"]*)"'
_ID_IN_TAG = r'<([a-z][a-z0-9]*)([^<>]*?) id="([^"]*)"'
_NUMBER_ALONE = r"-*(?:-\d+)?"
"""What comrak calls a heading without letters: the second one is `-1`."""
_TOKENS = "[\U000f0000-\U000fffff]"


class Outline(NamedTuple):
    """A body with its headings read and mended."""

    html: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    renamed: dict[str, str]
    """Ids that another id stands for: what the heading `Menu` would have been called."""
    diagnostics: list[Diagnostic]


class _Found(NamedTuple):
    """A heading in the HTML."""

    level: int
    id: str | None
    line: int
    column: int
    inner: str
    """The HTML between its tags."""


def without_anchors(markup: str) -> str:
    """Return comrak's HTML without the links that each heading has to itself."""
    return re.sub(_ANCHOR, "", markup) if 'class="anchor"' in markup else markup


def outline(markup: str, source: Source) -> Outline:
    """Read the headings of a body, make its ids unique, and tell of wrong levels."""
    quick = _read_plain(markup, source) if source.is_plain else None
    if quick is not None:
        return quick
    markup = without_anchors(markup)
    found = re.findall(_ID, markup)
    ids = frozenset(found)
    renamed: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    headings = _headings(markup)
    has_values = bool(source.found) and any(re.search(_TOKENS, heading.inner) for heading in headings)
    if len(ids) < len(found) or "" in ids or has_values or not ids.isdisjoint(RESERVED):
        markup, renamed, diagnostics = _mend_ids(markup, source)
        ids = frozenset(re.findall(_ID, markup))
        headings = _headings(markup)
    diagnostics += _level_problems(headings, source)
    if any(heading.level == 1 for heading in headings):
        markup = re.sub(r"(</?h)([1-5])(?=[ >])", lambda match: f"{match[1]}{int(match[2]) + 1}", markup)
        headings = _headings(markup)
    return Outline(markup, _as_model(headings), ids, renamed, diagnostics)


def _read_plain(markup: str, source: Source) -> Outline | None:
    """Read what most bodies are, headings of plain words with an id each, in one go; None in any doubt."""
    pieces = markup.split(' id="')
    written = pieces[:1]
    headings: list[_Found] = []
    for before, piece in pairwise(pieces):
        match = _PLAIN_HEADING.match(piece) if before[-3:-1] == "<h" else None
        if match is None or before[-1] == "1":
            return None
        name, line, column, inner, _ = match.groups()
        headings.append(_Found(int(before[-1]), name, int(line), int(column), inner))
        written.append(piece[: match.end(4)] + piece[match.end(5) :])
    ids = frozenset([heading.id or "" for heading in headings])
    if len(ids) < len(headings) or "" in ids or not ids.isdisjoint(RESERVED):
        return None
    markup = ' id="'.join(written)
    return Outline(markup, _as_model(headings), ids, {}, _level_problems(headings, source))


def _headings(markup: str) -> list[_Found]:
    return [
        _Found(int(match[1]), match[2], int(match[3]), int(match[4]), match[5])
        for match in re.finditer(_HEADING, markup)
    ]


def _as_model(headings: Iterable[_Found]) -> tuple[Heading, ...]:
    return tuple([Heading(one.level, one.id, heading_words(one.inner)) for one in headings if one.id])


def heading_words(inner: str) -> str:
    """Return the plain words of a heading; most are plain already."""
    return plain(inner) if "<" in inner or "&" in inner else inner.strip()


def _level_problems(headings: Iterable[_Found], source: Source) -> list[Diagnostic]:
    problems: list[Diagnostic] = []

    def warn(code: str, message: str, hint: str, heading: _Found) -> None:
        place = source.place(heading.line, heading.column)
        problems.append(
            Diagnostic(code=code, message=message, hint=hint, location=place, severity=Severity.WARNING)
        )

    before = 1
    for heading in headings:
        level = heading.level
        if level == 1:
            hint = "begin the headings of a page with ##"
            warn("heading-one", "the page's title is its only heading of the first level", hint, heading)
        elif level > before + 1:
            hint = f"write {'#' * (before + 1)} instead of {'#' * level}"
            warn(
                "heading-skipped",
                f"the heading is of level {level}, the one above it of level {before}",
                hint,
                heading,
            )
        if (
            not heading.inner[:1].isalnum()
            and not heading_words(heading.inner)
            and "<img " not in heading.inner
        ):
            warn("heading-empty", "the heading has no words", "write some, or leave it out", heading)
        before = level
    return problems


def _mend_ids(markup: str, source: Source) -> tuple[str, dict[str, str], list[Diagnostic]]:
    """Make every id unique: footnotes keep theirs, then headings, then what authors wrote as HTML."""
    headings = {match.start(): match for match in re.finditer(_HEADING, markup)}
    tags = list(re.finditer(_ID_IN_TAG, markup))
    taken = set(RESERVED)
    chosen: dict[int, str] = {}
    for match in tags:
        if _is_footnote(match) and match[3] not in taken:
            taken.add(match[3])
            chosen[match.start()] = match[3]
    renamed: dict[str, str] = {}
    for match in tags:
        heading = headings.get(match.start())
        if heading:
            name = _tidy(match[3]) if re.search(_TOKENS, heading[5]) else match[3]
            name = "" if re.fullmatch(_NUMBER_ALONE, match[3]) else name
            name = chosen[match.start()] = _unique(name or "section", taken)
            taken.add(name)
            renamed.setdefault(match[3], name)
    problems: list[Diagnostic] = []
    for match in tags:
        if match.start() not in chosen:
            if match[3] in taken or not match[3]:
                problems.append(_duplicate(match[3], source))
            else:
                taken.add(match[3])
                chosen[match.start()] = match[3]

    def replace(match: re.Match[str]) -> str:
        name = chosen.get(match.start())
        return f"<{match[1]}{match[2]}" + (f' id="{name}"' if name else "")

    return re.sub(_ID_IN_TAG, replace, markup), renamed, problems


def _is_footnote(match: re.Match[str]) -> bool:
    return match[1] in ("a", "li", "sup") and match[3].startswith(("fn-", "fnref-", "fn:", "fnref"))


def _tidy(name: str) -> str:
    return re.sub(r"-{2,}", "-", re.sub(_TOKENS, "", name)).strip("-")


def _unique(name: str, taken: set[str]) -> str:
    number = 0
    unique = name
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique


def _duplicate(name: str, source: Source) -> Diagnostic:
    at = max(source.text.find(f'id="{name}"'), 0)
    line = source.text.count("\n", 0, at) + 1
    return Diagnostic(
        code="duplicate-id",
        message=f'the id "{name}" is already in use on this page',
        hint="choose another one",
        location=source.place(line, at - source.text.rfind("\n", 0, at)),
        severity=Severity.WARNING,
    )
