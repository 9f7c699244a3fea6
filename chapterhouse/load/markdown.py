"""Markdown to a body as the model knows it: sanitised HTML with markers, and what there is to know of it."""

import re
from functools import cache
from typing import Any, NamedTuple

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.load.headings import outline, without_anchors
from chapterhouse.load.link_words import unclear
from chapterhouse.load.links import Linker
from chapterhouse.load.quick_markdown import may_have_bare_addresses, render_quickly
from chapterhouse.load.tables import headless, tidied
from chapterhouse.load.values import Source, extract, settle, without_private
from chapterhouse.model import Heading, Link, Value
from chapterhouse.record import NetworkRecord
from chapterhouse.text import plain

_OMITTED = "<!-- raw HTML omitted -->"
# Patterns that few pages need are compiled when one comes.
_CHECKBOX = (
    r"(?s)(<li[^>]*>)(<input [^>]*> )(?:\n(<p[^>]*>))?(.*?)"
    r"(?=</li>|</p>|\n<(?:ul|ol|p|pre|blockquote|div|dl|h\d|hr|table)\b)"
)
_BLOCK = r"<(/?)(ul|ol|dl|table|blockquote|div|section|details|figure|p|part(?! lead))(?=[ >])"
_NOTE_MARK = r'(?s)<sup[^>]* class="footnote-ref".*?</sup>'
EXTENSIONS = ("alerts", "description_lists", "footnotes", "strikethrough", "table", "tasklist")
"""What comrak knows beyond CommonMark."""


class Rendered(NamedTuple):
    """What Markdown becomes."""

    html: str
    """The body, with the markers that docs/architecture.md tells of."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    ids: frozenset[str] = frozenset()
    values: tuple[Value, ...] = ()
    parts: tuple[str, ...] = ()
    """The names of the parts that it has, sorted."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def first_paragraph(self) -> str:
        """The plain words of the first paragraph; a value in it is still its character."""
        return first_paragraph(self.html)


def render(
    text: str,
    *,
    path: str,
    first_line: int,
    reader: str = "commonmark",
    network: NetworkRecord | None = None,
    places: bool = False,
) -> Rendered:
    """Render the Markdown of the entry at a path, whose text begins at a line of its file.

    Where nothing is wrong, links may have no place (line 0) unless places are asked for.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        # comrak 0.0.16 overlooks a link definition such as "[x]: <y.md>" at the very end.
        text += "\n"
    if reader == "commonmark" and not places:
        quick = render_quickly(without_private(text), path)
        if quick is not None:
            return Rendered(*quick)
    source = extract(text, path=path, first_line=first_line)
    if reader == "python-markdown":
        from chapterhouse.load.python_markdown import to_html

        return _rendered(*to_html(source), source, network)[0]
    rendered, has_empty = _rendered(*_to_html(source), source, network)
    if has_empty:
        # comrak empties the addresses that it finds unsafe; the second time we see what they were.
        rendered, _ = _rendered(*_to_html(source, unsafe=True), source, network)
    return rendered


def _rendered(
    html: str, problems: list[Diagnostic], source: Source, network: NetworkRecord | None
) -> tuple[Rendered, bool]:
    """Return what a Markdown program's HTML becomes, and whether a link in it is empty."""
    # In the HTML as well: the Markdown program knows alerts such as [!NOTE] by itself.
    has_parts = "!" in source.text and "[!" in source.text and "[!" in html
    if has_parts:
        from chapterhouse.load.parts import cut, mark, strays

        html = mark(html)
        problems = [*problems, *strays(html, source)]
    html, values, value_problems = settle(html, source)
    if "<table" in html:
        problems = [*problems, *headless(html, source)]
    found = outline(html, source)
    linker = Linker(source=source, ids=found.ids, values=values, renamed=found.renamed)
    html = _finish(linker.run(found.html), source)
    diagnostics = [*problems, *value_problems, *found.diagnostics, *linker.diagnostics]
    if linker.links:
        diagnostics += unclear(linker.links, source.path)
    parts: tuple[str, ...] = ()
    if has_parts:
        html, parts, part_problems = cut(html, source, network)
        diagnostics += part_problems
    diagnostics.sort(key=Diagnostic.sort_key)
    rendered = Rendered(
        html=html,
        headings=found.headings,
        links=tuple(linker.links),
        values=values,
        ids=found.ids,
        parts=parts,
        diagnostics=tuple(diagnostics),
    )
    return rendered, linker.has_empty


@cache
def options(
    unsafe: bool,
    characters: bool,
    autolink: bool,
    places: bool = True,
    extensions: tuple[str, ...] = EXTENSIONS,
) -> dict[str, Any]:
    """Return comrak's arguments: with HTML kept, columns in characters, bare addresses as links."""
    import comrak

    extension = comrak.ExtensionOptions()
    for name in extensions:
        setattr(extension, name, True)
    extension.autolink = autolink
    extension.header_id_prefix = ""
    parse = comrak.ParseOptions()
    parse.sourcepos_chars = characters
    output = comrak.RenderOptions()
    output.sourcepos = places
    output.tasklist_classes = True
    output.unsafe_ = unsafe
    return {"extension_options": extension, "parse_options": parse, "render_options": output}


def _to_html(source: Source, *, unsafe: bool = False) -> tuple[str, list[Diagnostic]]:
    """Return comrak's HTML, cleaned where the author wrote HTML too, and what was removed."""
    from comrak import render_markdown

    text = source.text
    # Where bytes are characters, comrak need not tell one from the other; it does so by the wrong lines, and
    # never beyond their ends, where a link definition stands above.
    characters, autolink = not text.isascii() or "]:" in text, may_have_bare_addresses(text)
    html: str = render_markdown(text, **options(unsafe, characters, autolink))
    if source.is_plain:
        return html, []
    has_raw = _OMITTED in (render_markdown(text, **options(False, characters, autolink)) if unsafe else html)
    if has_raw and not unsafe:
        html = render_markdown(text, **options(True, characters, autolink))
    html = without_anchors(html)
    if not has_raw:
        return html, []
    from chapterhouse.load.sanitise import clean, locator, raw_tags, removed

    everything = options(True, True, True)
    tags = raw_tags(text, lambda marked: str(render_markdown(marked, **everything)))
    return clean(html, locator(tags)), list(removed(tags, source))


def _finish(html: str, source: Source) -> str:
    """Return the body valid where comrak's HTML is not."""
    text, is_plain = source.text, source.is_plain
    if "|" in text or not is_plain:
        html = tidied(html)
    if 'type="checkbox"' in html:
        html = re.sub(_CHECKBOX, r"\1\3<label>\2\4</label>", html)
    if ("^" in text or not is_plain) and "<section" in html:
        # A section without a heading is a <div>.
        html = (
            html.replace("<section", "<div").replace("</section>", "</div>").replace(" data-footnotes>", ">")
        )
    return html


def first_paragraph(html: str) -> str:
    """Return the words of the first paragraph that stands by itself, not in a list, table, quote or alert."""
    if html.startswith("<p>") and (words := _words(html[3 : html.find("</p>")])):
        return words
    depth = 0
    for match in re.finditer(_BLOCK, html):
        closing, name = match.groups()
        if name != "p":
            depth += -1 if closing else 1
        elif not closing and depth == 0:
            inner = html[html.index(">", match.start()) + 1 : html.find("</p>", match.end())]
            if words := _words(inner):
                return words
    return ""


def _words(inner: str) -> str:
    return plain(re.sub(_NOTE_MARK, "", inner) if "<sup" in inner else inner)
