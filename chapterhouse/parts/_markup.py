"""The HTML of a quotation taken apart; it is well-formed, since it comes from Markdown and was sanitised."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from chapterhouse.parts import Unfit
from chapterhouse.text import plain

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>")
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "wbr"})
_BLOCKS = r"<(?:ul|ol|p|pre|blockquote|div|dl|h[1-6]|hr|table|figure|details|section)\b"
IMAGE = re.compile(r"(?s)<picture\b.*?</picture>|<img [^<>]*>")
LINK = re.compile(r'(?s)<a href="([^"]*)"[^<>]*>(.*?)</a>')


class Element(NamedTuple):
    """A piece of HTML on the first level: an element, or the words between two."""

    name: str
    """Empty where it is words."""
    inner: str
    whole: str


def elements(markup: str) -> list[Element]:
    """Return the elements of a piece of HTML, and the words between them, in their order."""
    found: list[Element] = []
    depth = start = inner = 0
    for tag in _TAG.finditer(markup):
        closing, name = tag.groups()
        if depth == 0:
            _keep_words(found, markup[start : tag.start()])
            start, inner = tag.start(), tag.end()
        if name not in _EMPTY:
            depth += -1 if closing else 1
        if depth == 0:
            found.append(Element(name, markup[inner : tag.start()], markup[start : tag.end()]))
            start = tag.end()
    _keep_words(found, markup[start:])
    return found


def _keep_words(found: list[Element], words: str) -> None:
    if words.strip():
        found.append(Element("", words, words))


def list_items(markup: str) -> list[str]:
    """Return the HTML of each item of a quotation's lists; words outside of lists are an item each."""
    found: list[str] = []
    for element in elements(markup):
        if element.name in ("ul", "ol"):
            found += [item.inner.strip() for item in elements(element.inner)]
        else:
            found.append(element.inner if element.name == "p" else element.whole)
    return found


def only_list(markup: str, message: str, hint: str) -> list[str]:
    """Return the HTML of each item of a list, where the quotation is nothing but a list."""
    if any(element.name not in ("ul", "ol") for element in elements(markup)) or not markup.strip():
        raise Unfit(message, hint)
    return list_items(markup)


def first_line(item: str) -> tuple[str, str]:
    """Return the words that an item of a list begins with, and the blocks that follow them."""
    item = item.strip()
    if item.startswith("<p>"):
        words, _, rest = item[3:].partition("</p>")
        return words.strip(), rest.strip()
    block = re.search(_BLOCKS, item)
    at = block.start() if block else len(item)
    return item[:at].strip(), item[at:].strip()


def pictures(words: str) -> Iterator[tuple[str, str]]:
    """Yield each picture of some words with the words behind it."""
    found = list(IMAGE.finditer(words))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(words)
        yield match[0], words[match.end() : end].strip()


def has_words(markup: str) -> bool:
    """Tell whether there is something to read or to see."""
    return bool(plain(markup)) or "<img " in markup
