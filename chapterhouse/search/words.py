"""From texts to the words that are searched for: the script `search.js` makes the same of a query.

Case, accents and the forms of letters make no difference. Writing without spaces between words (Chinese,
Japanese, Thai ...) is cut into pairs of characters.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from unicodedata import category, normalize

_PLAIN = re.compile(r"[a-z0-9]{2,40}")
"""Words of ASCII texts, which need no folding; longer ones are cut into pieces, since nobody types them."""
_WORD = re.compile(r"[^\W_]{1,40}")
_JOINERS = re.compile("[\u02bb-\u02bd]")
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_TAG = re.compile(r"<[^>]*>")


def words(text: str) -> list[str]:
    """Return the words of a text in their order: `Éire’s 2nd fair` is eire, 2nd, fair."""
    if text.isascii():
        return _PLAIN.findall(text.lower())
    return [word for run in _WORD.findall(_folded(text)) for word in _cut(run)]


def markup_words(markup: str) -> set[str]:
    """Return the words of a piece of HTML."""
    text = _TAG.sub(" ", markup)
    if "&" in text:
        text = unescape(text)
    if text.isascii():
        return set(_PLAIN.findall(text.lower()))
    return {word for run in set(_WORD.findall(_folded(text))) for word in _cut(run)}


def _folded(text: str) -> str:
    plain = normalize("NFKD", _JOINERS.sub("", text.lower()))
    marks = {ord(character): None for character in set(plain) if character > "\u02ff" and _is_mark(character)}
    return plain.translate(marks) if marks else plain


@cache
def _is_mark(character: str) -> bool:
    return category(character) == "Mn"


def _cut(run: str) -> Iterator[str]:
    if run.isascii() or not _IS_UNSPACED.search(run):
        if len(run) > 1:
            yield run
        return
    for part in _RUN.findall(run):
        if len(part) == 1 or not _IS_UNSPACED.match(part):
            yield part
        else:
            yield from (part[start : start + 2] for start in range(len(part) - 1))
