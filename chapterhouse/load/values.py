"""Record values in Markdown: `{{ association.name | default("x") }}` becomes one character.

The pattern runs before Markdown, on code as well: only Markdown knows what is code. A character that comes
out inside `<code>` is given back as it was written, one that comes out nowhere (a comment) is forgotten.
"""

import re
from typing import Any, NamedTuple

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Value
from chapterhouse.text import did_you_mean, escape, listed

FIRST = 0xF0000
"""The character that stands for an entry's first value; the second is the next one, and so on."""
MOST = 0xFFFD
"""How many values one entry may have: as many as there are private characters in that plane."""
ROOTS = ("association", "network", "site")
"""Whose values a page may use."""

# Patterns that few pages need are compiled when one comes.
_LIKE_VALUE = r'\{\{(?:[^{}"\'\n]|"[^"\n]*"|\'[^\'\n]*\')*\}\}|\{\{|\{%|\{#'
_VALUE = r"""(?xa)\{\{\s*(?P<path>[a-z][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)*)\s*
        (?:\|\s*default\(\s*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)')\s*\)\s*)?\}\}"""
_PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"
TOKENS = "[\U000f0000-\U000fffff]"
"""The pattern of the characters that stand for values."""
_TOKEN_IN_ADDRESS = r"%F3%B[0-9A-F]%[89AB][0-9A-F]%[89AB][0-9A-F]"
_CODE = r"(?s)<code[ >].*?</code>"


class Found(NamedTuple):
    """Something in a page that is a record value, or looks like one."""

    text: str
    """As it was written."""
    line: int
    column: int
    value: Value | None
    """None where it is no value."""


class Source(NamedTuple):
    """A Markdown body with its values replaced by characters, and where it came from."""

    path: str
    first_line: int
    text: str
    found: tuple[Found, ...] = ()
    has_entities: bool = False
    """Whether a character may have been written as `&#983040;`, past the pattern."""

    @property
    def is_plain(self) -> bool:
        """Whether every tag of the body is the Markdown program's own: there are no values and no HTML."""
        return not self.found and "<" not in self.text

    def place(self, line: int, column: int = 0, length: int = 1) -> Location:
        """Return the place in the file of a place in the text, columns shifted by the values before it."""
        return Location(self.path, *self.spot(line, column), length)

    def spot(self, line: int, column: int) -> tuple[int, int]:
        """Return the line and column of `place`."""
        line += self.first_line - 1
        for one in self.found:
            if one.line == line and one.column < column:
                column += len(one.text) - 1
        return line, column


def without_private(text: str) -> str:
    """Replace private characters, among which are those that stand for values."""
    if text.isascii():
        return text
    # Bytes are searched much faster than characters, and nearly no page has any of these four.
    encoded = text.encode("utf-8", "surrogatepass")
    if b"\xee" in encoded or b"\xef" in encoded or b"\xf3" in encoded or b"\xf4" in encoded:
        return re.sub(_PRIVATE, "\ufffd", text)
    return text


def extract(text: str, *, path: str, first_line: int) -> Source:
    """Replace everything that looks like a record value, and private characters, in a Markdown body."""
    text = without_private(text)
    found: list[Found] = []
    if "{" in text:
        matches = list(re.finditer(_LIKE_VALUE, text))[:MOST]
        parts: list[str] = []
        end = 0
        for number, match in enumerate(matches):
            parts += (text[end : match.start()], chr(FIRST + number))
            end = match.end()
            found.append(_found(match, text, first_line))
        text = "".join((*parts, text[end:]))
    return Source(path=path, first_line=first_line, text=text, found=tuple(found), has_entities="&" in text)


def _found(match: re.Match[str], text: str, first_line: int) -> Found:
    start = match.start()
    line = first_line + text.count("\n", 0, start)
    column = start - text.rfind("\n", 0, start)
    value = re.fullmatch(_VALUE, match[0])
    if value is None or _complaint(value["path"]):
        return Found(match[0], line, column, None)
    default = value["double"] if value["single"] is None else value["single"]
    return Found(match[0], line, column, Value(value["path"], default, line, column))


def _complaint(path: str) -> tuple[str, str] | None:
    root, dot, _ = path.partition(".")
    if root not in ROOTS:
        hint = did_you_mean(root, ROOTS) or f"a record value begins with {listed(ROOTS, 'or')}"
        return f'there are no values of "{root}"', hint
    if not dot:
        return f'"{root}" alone is no value', f"say which one, for example {{{{ {root}.name }}}}"
    return None


def settle(markup: str, source: Source) -> tuple[str, tuple[Value, ...], list[Diagnostic]]:
    """Give code back as it was written, number the values that are left, and tell of what is no value."""
    if not source.found and (not source.has_entities or markup.isascii()):
        return markup, (), []
    found = source.found
    if found:
        markup = re.sub(_TOKEN_IN_ADDRESS, lambda match: _decoded(match[0]), markup)
        markup = re.sub(_CODE, lambda match: written(match[0], source, escape), markup)
    values: dict[int, Value] = {}
    numbers: dict[int, int] = {}
    wrong: dict[int, Diagnostic] = {}

    def number(match: re.Match[str]) -> str:
        index = ord(match[0]) - FIRST
        if index >= len(found):
            return "\ufffd"
        value = found[index].value
        if value is None:
            wrong[index] = _diagnostic(found[index], source)
            return "\ufffd"
        values[index] = value
        return chr(FIRST + numbers.setdefault(index, len(numbers)))

    markup = re.sub(TOKENS, number, markup)
    return markup, tuple(values.values()), [wrong[index] for index in sorted(wrong)]


def _decoded(address: str) -> str:
    return bytes.fromhex(address.replace("%", "")).decode("utf-8", "replace")


def written(text: str, source: Source, quote: Any = str) -> str:
    """Return a text with each character that stands for something put back as it was written."""

    def put_back(match: re.Match[str]) -> str:
        index = ord(match[0]) - FIRST
        return str(quote(source.found[index].text)) if index < len(source.found) else "\ufffd"

    return re.sub(TOKENS, put_back, text)


def _diagnostic(found: Found, source: Source) -> Diagnostic:
    message, hint = _words(found.text)
    return Diagnostic(
        code="bad-value",
        message=message,
        hint=hint,
        location=Location(source.path, found.line, found.column, len(found.text)),
    )


def _words(text: str) -> tuple[str, str]:
    """Return what is wrong with something that looks like a value, and how to mend it."""
    if text == "{%":
        return (
            'commands ("{% ... %}") do nothing in a page',
            "write what is meant, or `{%` between backticks to show it",
        )
    if text == "{#":
        return (
            '"{#" begins nothing that a page knows',
            "a heading gets its id from its words; to show the characters, put them between backticks",
        )
    if text == "{{":
        return 'a record value begins with "{{" and never ends', 'close it with "}}" on the same line'
    match = re.fullmatch(_VALUE, text)
    if match:
        return _complaint(match["path"]) or ("this is no record value", "")
    inner = text[2:-2].strip()
    example = "a record value looks like {{ association.name }}"
    if not inner:
        return "there is nothing between the braces", example
    if re.search(r"(?:^|\.)_", inner):
        return "names that begin with an underscore are no values", example
    if "|" in inner:
        return (
            'only `| default("text")` may follow a record value',
            'for example {{ association.website | default("soon") }}',
        )
    if "(" in inner or "[" in inner:
        return "a record value has no parentheses and no brackets", example
    return f'"{inner}" is no record value', example
