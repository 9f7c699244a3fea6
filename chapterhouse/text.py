"""Words: slugs, suggestions, plurals, lists and plain text from HTML."""

import re
from collections.abc import Iterable, Sequence

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
"""A name safe in every address and on every disk: lower-case ASCII letters, digits, single hyphens."""

_TAG = re.compile(r"<[^>]*>")
_NOT_IN_XML = tuple(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))


def is_slug(name: str) -> bool:
    """Tell whether a name can stand in an address as it is."""
    return SLUG.match(name) is not None


def slugify(name: str) -> str:
    """Return the slug nearest to a name: `Ó Sé & Co` is `o-se-co`; empty where nothing is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the known word nearest to a misspelt one, or an empty text."""
    import difflib

    folded = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word.lower(), sorted(folded), n=1, cutoff=0.6)
    return f'did you mean "{folded[near[0]]}"?' if near else ""


def listed(words: Sequence[str], conjunction: str = "and") -> str:
    """Join words as a person would: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def first_upper(words: str) -> str:
    """Return a text with a capital in front, the rest as it is."""
    return words[:1].upper() + words[1:]


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 site`, `3 sites`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def plain(markup: str) -> str:
    """Return the words of a piece of HTML, on one line."""
    words = _TAG.sub("", markup) if "<" in markup else markup
    if "&" in words:
        from html import unescape

        words = unescape(words)
    return " ".join(words.split())


def for_xml(words: str) -> str:
    """Return a text without the characters that XML has no way to write (XML 1.0, 2.2)."""
    for char in _NOT_IN_XML:
        if char in words:
            words = words.replace(char, "")
    return words


def escape(words: str) -> str:
    """Return a text as it stands in HTML, in attributes too."""
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.replace('"', "&quot;").replace("'", "&#x27;")


def shorten(words: str, limit: int) -> str:
    """Cut a text at a word boundary so that it has at most `limit` characters, ellipsis included."""
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
