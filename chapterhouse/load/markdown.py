"""Markdown to a body as the model knows it: sanitised HTML with markers, and what there is to know of it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.load.headings import outline
from chapterhouse.load.links import Linker
from chapterhouse.load.sanitise import clean, locator, raw_tags, removed
from chapterhouse.load.values import Source, extract, settle
from chapterhouse.model import Heading, Link, Value
from chapterhouse.text import plain

_OMITTED = "<!-- raw HTML omitted -->"
_ANCHOR = re.compile(r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>')
_POSITION = re.compile(r' data-sourcepos="[^"]*"')
_CHECKBOX = re.compile(
    r"(<li[^>]*>)(<input [^>]*> )(?:\n(<p[^>]*>))?(.*?)"
    r"(?=</li>|</p>|\n<(?:ul|ol|p|pre|blockquote|div|dl|h\d|hr|table)\b)",
    re.DOTALL,
)
_BLOCK = re.compile(r"<(/?)(ul|ol|dl|table|blockquote|div|section|details|figure|p)(?=[ >])")
_NOTE_MARK = re.compile(r'<sup[^>]* class="footnote-ref".*?</sup>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What Markdown becomes."""

    html: str
    """The body, with the markers that docs/architecture.md tells of."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    values: tuple[Value, ...] = ()
    ids: frozenset[str] = frozenset()
    first_paragraph: str = ""
    """Plain words; a value in it is still its character."""
    words: int = 0
    """What stands between spaces in the Markdown: a measure of how long the reading takes."""
    diagnostics: tuple[Diagnostic, ...] = ()


def render(text: str, *, path: str, first_line: int, reader: str = "commonmark") -> Rendered:
    """Render the Markdown of the entry at a path, whose text begins at a line of its file."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        # comrak 0.0.16 overlooks a link definition such as "[x]: <y.md>" at the very end.
        text += "\n"
    source = extract(text, path=path, first_line=first_line)
    if reader == "python-markdown":
        from chapterhouse.load.python_markdown import to_html

        return _rendered(*to_html(source), source)[0]
    rendered, has_empty = _rendered(*_to_html(source), source)
    if has_empty:
        # comrak empties the addresses that it finds unsafe; the second time we see what they were.
        rendered, _ = _rendered(*_to_html(source, unsafe=True), source)
    return rendered


def _rendered(html: str, problems: list[Diagnostic], source: Source) -> tuple[Rendered, bool]:
    """Return what a Markdown program's HTML becomes, and whether a link in it is empty."""
    html, values, value_problems = settle(html, source)
    found = outline(html, source)
    linker = Linker(source=source, ids=found.ids, values=values, renamed=found.renamed)
    html = _finish(linker.run(found.html))
    diagnostics = [*problems, *value_problems, *found.diagnostics, *linker.diagnostics]
    diagnostics.sort(key=Diagnostic.sort_key)
    rendered = Rendered(
        html=html,
        headings=found.headings,
        links=tuple(linker.links),
        values=values,
        ids=found.ids,
        first_paragraph=first_paragraph(html),
        words=len(source.text.split()),
        diagnostics=tuple(diagnostics),
    )
    return rendered, linker.has_empty


@cache
def _options() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return comrak's arguments for safe HTML and for HTML as the author wrote it."""
    import comrak

    extension = comrak.ExtensionOptions()
    for name in (
        "alerts",
        "autolink",
        "description_lists",
        "footnotes",
        "strikethrough",
        "table",
        "tasklist",
    ):
        setattr(extension, name, True)
    extension.header_id_prefix = ""
    parse = comrak.ParseOptions()
    parse.sourcepos_chars = True
    both = []
    for unsafe in (False, True):
        output = comrak.RenderOptions()
        output.sourcepos = True
        output.tasklist_classes = True
        output.unsafe_ = unsafe
        both.append({"extension_options": extension, "parse_options": parse, "render_options": output})
    return both[0], both[1]


def _to_html(source: Source, *, unsafe: bool = False) -> tuple[str, list[Diagnostic]]:
    """Return comrak's HTML, cleaned where the author wrote HTML too, and what was removed."""
    from comrak import render_markdown

    safe_options, unsafe_options = _options()
    html: str = render_markdown(source.text, **safe_options)
    has_raw = _OMITTED in html
    if has_raw or unsafe:
        html = render_markdown(source.text, **unsafe_options)
    if 'class="anchor"' in html:
        html = _ANCHOR.sub("", html)
    if not has_raw:
        return html, []
    tags = raw_tags(source.text, lambda text: str(render_markdown(text, **unsafe_options)))
    return clean(html, locator(tags)), list(removed(tags, source))


def _finish(html: str) -> str:
    """Return the body without positions, and valid where comrak's HTML is not."""
    html = _POSITION.sub("", html)
    if ' align="' in html:
        html = html.replace(' align="', ' class="align-')
    if 'type="checkbox"' in html:
        html = _CHECKBOX.sub(r"\1\3<label>\2\4</label>", html)
    if "<section" in html:
        # A section without a heading is a <div>.
        html = (
            html.replace("<section", "<div").replace("</section>", "</div>").replace(" data-footnotes>", ">")
        )
    return html


def first_paragraph(html: str) -> str:
    """Return the words of the first paragraph that stands by itself, not in a list, table, quote or alert."""
    depth = 0
    for match in _BLOCK.finditer(html):
        closing, name = match.groups()
        if name != "p":
            depth += -1 if closing else 1
        elif not closing and depth == 0:
            inner = html[html.index(">", match.start()) + 1 : html.find("</p>", match.end())]
            words = plain(_NOTE_MARK.sub("", inner) if "<sup" in inner else inner)
            if words:
                return words
    return ""
