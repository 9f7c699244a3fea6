"""The parts of a page: quotations that begin with a name become markers that the site's templates fill.

This runs only for bodies that have `[!` in them. What a part is, `chapterhouse/parts/` says.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.load.part_options import read_options
from chapterhouse.load.values import Source
from chapterhouse.parts import Items, Unfit, gathering, parts
from chapterhouse.parts._markup import elements
from chapterhouse.record import NetworkRecord
from chapterhouse.text import did_you_mean, shorten

SIGN = "[!"
"""What every page with a part has somewhere in its Markdown."""

_QUOTE = re.compile(
    r'<blockquote(?: data-sourcepos="[^"]*")?>\s*<p(?: data-sourcepos="(\d+:\d+)-[^"]*")?>(?=\[!)'
)
_PART = re.compile(r'<blockquote part="([\d:]*)">\n<p>\[!([A-Za-z][\w-]*)\](.*?)</p>', re.DOTALL)
_EDGE = re.compile(r"<(/?)blockquote\b")
_PARAGRAPH = re.compile(r'<p data-sourcepos="(\d+):\d+-[^"]*">(.*?)</p>', re.DOTALL)
_SIGNED = re.compile(r"\[![A-Za-z][\w-]*\]")
_NAME = re.compile(r"(?:^|\n)\[!([A-Za-z][\w-]*)\]")


class Cut(NamedTuple):
    """A body whose parts are markers."""

    html: str
    names: tuple[str, ...] = ()
    """Its parts, each once, sorted."""
    diagnostics: tuple[Diagnostic, ...] = ()


def mark(markup: str) -> str:
    """Let the quotations that are parts keep their places; this comes before places are taken away."""
    return _QUOTE.sub(lambda match: f'<blockquote part="{match[1] or ""}">\n<p>', markup)


def strays(markup: str, source: Source) -> Iterator[Diagnostic]:
    """Yield an error for each name of a part that begins none; this follows `mark`."""
    for paragraph in _PARAGRAPH.finditer(markup):
        for match in _NAME.finditer(paragraph[2]) if SIGN in paragraph[2] else ():
            line = int(paragraph[1]) + paragraph[2].count("\n", 0, match.start(1))
            written = source.text.split("\n")[line - 1]
            if match[1].lower() in parts() and f"\\{SIGN}" not in written:
                message, hint = _stray(match[1])
                place = source.place(line, written.find(SIGN) + 1, len(match[1]) + 3)
                yield Diagnostic(code="bad-part", message=message, hint=hint, location=place)


def cut(markup: str, source: Source, network: NetworkRecord | None) -> Cut:
    """Return a body with a marker for each part, and what is wrong with those that are none."""
    written: list[str] = []
    names: set[str] = set()
    problems: list[Diagnostic] = []
    end = 0
    while (start := markup.find('<blockquote part="', end)) >= 0:
        stop = _end(markup, start)
        written.append(markup[end:start])
        for block in _apart(markup[start:stop]):
            reading = _Reading(block, source, network)
            if made := reading.marker():
                names.add(reading.name)
                written.append(made)
            else:
                written.append(re.sub(r'<blockquote part="[\d:]*">', "<blockquote>", block))
            problems += reading.problems
        end = stop
    written.append(markup[end:])
    return Cut("".join(written), tuple(sorted(names)), tuple(problems))


def unknown_part(name: str, place: Location, known: tuple[str, ...]) -> Diagnostic:
    """Return the message about a part that does not exist; `known` are those that would do."""
    found = did_you_mean(name, known)
    hint = "; ".join(part for part in (found, f"there are: {', '.join(known)}") if part)
    return Diagnostic(
        code="unknown-part", message=f'there is no part "{shorten(name, 60)}"', location=place, hint=hint
    )


def unknown_named(names: tuple[str, ...], place: Callable[[int], Location]) -> Iterator[Diagnostic]:
    """Yield an error for each name in front matter that is no part which shows what the site has."""
    for number, name in enumerate(names):
        if name in gathering():
            continue
        if name in parts():
            yield Diagnostic(
                code="bad-part",
                message=f'the part "{name}" needs words of its own',
                location=place(number),
                hint=f"write it into the text, beginning with  > [!{name.upper()}]",
            )
        else:
            yield unknown_part(name, place(number), gathering())


def _end(markup: str, start: int) -> int:
    """Return where the quotation ends that begins at a place."""
    depth = 0
    for edge in _EDGE.finditer(markup, start):
        depth += -1 if edge[1] else 1
        if depth == 0:
            return markup.index(">", edge.end()) + 1
    return len(markup)


def _apart(block: str) -> Iterator[str]:
    """Yield the parts of one quotation: Python-Markdown takes neighbouring quotations together."""
    if block.count("<p>[!") < 2:
        yield block
        return
    start = block.index(">") + 1
    written = block[:start]
    for element in elements(block[start : -len("</blockquote>")]):
        if element.name == "p" and _SIGNED.match(element.inner) and "<p>" in written:
            yield f"{written}</blockquote>"
            written = '<blockquote part="">\n'
        written += element.whole if written.endswith("\n") else f"\n{element.whole}"
    yield f"{written}</blockquote>"


class _Reading:
    """One quotation being read."""

    def __init__(self, block: str, source: Source, network: NetworkRecord | None) -> None:
        self.block, self.source, self.network = block, source, network
        self.problems: list[Diagnostic] = []
        self.match = _PART.match(block)
        self.written = self.match[2] if self.match else ""
        self.name = self.written.lower()

    def marker(self) -> str:
        """Return what stands in the body for the part, or an empty text where it cannot be made."""
        if self.match is None or self._is_escaped():
            return ""
        one = parts().get(self.name)
        if one is None:
            known = tuple(name.upper() for name in parts())
            self.problems.append(unknown_part(self.written, self._place(), known))
            return ""
        below, rest = self.match[3], self.block[self.match.end() : -len("</blockquote>")]
        if (another := _NAME.search(below)) and another[1].lower() in parts():
            self._tell(*_stray(another[1]), line=below.count("\n", 0, another.start(1)))
            return ""
        options: dict[str, str] = {}
        if one.OPTIONS:
            options, wrong = read_options(self.written, below, one.OPTIONS, self.network)
            for line, message, hint in wrong:
                self._tell(message, hint, line)
        try:
            if '<blockquote part="' in rest:
                raise Unfit("a part cannot stand inside another one", "leave an empty line between the two")
            words = f"<p>{below.strip()}</p>" if below.strip() and not one.OPTIONS else ""
            items = one.cut(words + rest)
        except Unfit as problem:
            self._tell(problem.message, problem.hint)
            return ""
        return _written(self.name, options, items)

    def _is_escaped(self) -> bool:
        """Tell whether a backslash before the name says that it is none."""
        place = self._place()
        line = self.source.text.split("\n")[place.line - self.source.first_line]
        return f"\\{SIGN}{self.written}]" in line

    def _tell(self, message: str, hint: str, line: int = 0) -> None:
        place = self._place(line)
        self.problems.append(Diagnostic(code="bad-part", message=message, hint=hint, location=place))

    def _place(self, below: int = 0) -> Location:
        """Return where the name stands, or a line below it."""
        sign = f"[!{self.written}]"
        lines = self.source.text.split("\n")
        if self.match and self.match[1]:
            line, column = map(int, self.match[1].split(":"))
        else:
            # Python-Markdown tells no places.
            line = next((number for number, text in enumerate(lines, 1) if sign in text), 1)
            column = lines[line - 1].find(sign) + 1
        length = len(sign)
        if below:
            line += below
            words = lines[line - 1].lstrip("> ") if line <= len(lines) else ""
            column = len(lines[line - 1]) - len(words) + 1 if words else column
            length = len(words) or 1
        return self.source.place(line, column, length)


def _stray(name: str) -> tuple[str, str]:
    hint = "begin each line of a part with > and leave an empty line above the first"
    return f"[!{name}] begins no part here", hint


def _written(name: str, options: Mapping[str, str], items: Items) -> str:
    """Return the marker of a part: docs/architecture.md tells what it looks like."""
    head = "".join(f" {key}={quote(value, safe='')}" for key, value in sorted(options.items()))
    pieces = [f"<part {name}{head}>"]
    for item in items:
        pieces.append("<part-item>")
        # Addresses are told by their attribute, where they are put in.
        pieces += [
            f'<part-href href="{markup}">' if key == "href" else f"<part-{key}>{markup}"
            for key, markup in item.items()
        ]
    return "".join((*pieces, f"</part {name}>"))
