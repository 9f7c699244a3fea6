"""Python-Markdown, Pelican's stock reader, for content that needs its extensions.

It knows no positions, and everything it writes counts as HTML of the author's: it is sanitised, and links and
headings get the place at which their words stand in the source.
"""

import re

from markdown import Markdown

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.load.sanitise import clean, raw_tags, removed
from chapterhouse.load.values import Source

EXTENSIONS = ("extra", "sane_lists", "toc")
"""Pelican's default extensions without those that read front matter or colour code."""

_ALIGNMENT = re.compile(r' style="text-align: (left|center|right);"')
_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(?:(#{1,6})[^#\n]|[^\n]+\n(=+|-+)[ \t]*$)", re.MULTILINE)


def to_html(source: Source) -> tuple[str, list[Diagnostic]]:
    """Return Python-Markdown's HTML, sanitised, in the form that later steps know, and what was removed."""
    tags = raw_tags(source.text, _convert)
    html = clean(_convert(source.text), _Finder(source.text).locate)
    return html, list(removed(tags, source))


def _convert(text: str) -> str:
    # A new one each time: Python-Markdown keeps footnotes and abbreviations of the last text.
    html = Markdown(extensions=list(EXTENSIONS), output_format="html").convert(text)
    return _ALIGNMENT.sub(r' align="\1"', html)


class _Finder:
    """Finds links, pictures and headings in the source, each behind the last one of its kind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: dict[str, int] = {}
        without_code = _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        self.headings = [match.start() for match in _HEADING.finditer(without_code)]
        self.headings.reverse()

    def locate(self, name: str, target: str) -> tuple[int, int]:
        """Return the line and column of the next tag with this name and target."""
        if name[0] == "h":
            return self._place(self.headings.pop() if self.headings else 0)
        at = self.text.find(target, self.ends.get(target, 0))
        if at < 0 or not target:
            return (1, 1)
        self.ends[target] = at + len(target)
        bracket = self.text.rfind("[", self.text.rfind("\n", 0, at) + 1, at)
        if bracket < 0:
            return self._place(at)
        return self._place(bracket - (self.text[bracket - 1 : bracket] == "!"))

    def _place(self, at: int) -> tuple[int, int]:
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)
