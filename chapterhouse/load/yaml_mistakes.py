"""What libyaml could not read, said in plain words: one diagnostic with the place and the mended line.

Whether a mended line is right is not guessed but tried: it is shown only if the text with it reads further.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml import MarkedYAMLError, StreamEndEvent, YAMLError
from yaml._yaml import CParser

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.text import count

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIELD = re.compile(r"(?P<start>\s*(?:- +)*)(?P<key>[^\s:#'\"\[\]{}][^:]*):(?P<space>\s*)(?P<value>.*)")


TAB = "replace each tab with two spaces"


class Finding(NamedTuple):
    """A mistake: what `explain` calls it, the words, and the place in the text, counted from 0."""

    code: str
    message: str
    line: int
    column: int
    hint: str = ""


def explain(problem: Exception, text: str, path: str, first_line: int) -> Diagnostic:
    """Return the diagnostic of a text that the YAML reader refused."""
    lines = text.split("\n")
    finding = _forbidden(text) or _finding(problem, lines)
    hint = finding.hint
    mended = None if finding.code == "yaml-tab" else _mended(lines, finding.line)
    if mended is not None and mended.split() == lines[finding.line].split():
        spaces = count(len(mended) - len(mended.lstrip()), "space") if mended[:1] == " " else "no space"
        hint = f"begin the line with {spaces}: {mended.strip()}"
    elif mended is not None:
        hint = f"write: {mended.strip()}"
    place = Location(path, finding.line + first_line, finding.column + 1)
    return Diagnostic(code=finding.code, message=finding.message, location=place, hint=hint)


def _forbidden(text: str) -> Finding | None:
    match = _FORBIDDEN.search(text)
    if not match:
        return None
    before = text[: match.start()]
    words = f"an invisible character (U+{ord(match[0]):04X}) stands here"
    line = before.count("\n")
    return Finding(
        "yaml-syntax", words, line, len(before) - before.rfind("\n") - 1, "remove it, or type the line anew"
    )


def _finding(problem: Any, lines: list[str]) -> Finding:
    words = str(getattr(problem, "problem", None) or "")
    mark = getattr(problem, "problem_mark", None)
    context = getattr(problem, "context_mark", None)
    if mark is None:
        return Finding("yaml-syntax", "this cannot be read", 0, 0)
    line, column = min(mark.line, len(lines) - 1), mark.column
    source = lines[line]
    tab = _tab(lines, line)
    if "tab" in words or (tab and "cannot start any token" in words and source[column : column + 1] == "\t"):
        row, place = tab or (line, column)
        return Finding(
            "yaml-tab",
            "a tab stands here; YAML allows only spaces at the beginning of a line",
            row,
            place,
            TAB,
        )
    if "mapping values are not allowed" in words:
        return _colon(lines, line, column)
    if "unexpected end of stream" in words and context is not None:
        quote = lines[context.line][context.column : context.column + 1]
        return Finding(
            "yaml-quote", f"the quotation mark {quote} is not closed", context.line, context.column
        )
    if "could not find expected ':'" in words:
        row = context.line if context is not None else line
        hint = 'write "name: value", with a colon and a space'
        return Finding("yaml-colon", "this line has no colon after a field's name", row, 0, hint)
    if "expected ',' or" in words and context is not None:
        bracket = lines[context.line][context.column : context.column + 1]
        message = f"the bracket {bracket} is not closed"
        return Finding(
            "yaml-syntax", message, context.line, context.column, "close it, or put the text in quotes"
        )
    if "escape" in words:
        hint = "write two backslashes, or use single quotes"
        return Finding("yaml-quote", "a backslash in double quotes has a special meaning", line, column, hint)
    return _stray(words, lines, line, column)


def _tab(lines: list[str], line: int) -> tuple[int, int] | None:
    """Return the first tab in the white space before the words of a line or of the next one."""
    for row in (line, line + 1, line - 1):
        if 0 <= row < len(lines):
            space = re.match(r"[ \t-]*", lines[row])
            if space and "\t" in space[0]:
                return row, space[0].index("\t")
    return None


def _colon(lines: list[str], line: int, column: int) -> Finding:
    source = lines[line]
    match = _FIELD.fullmatch(source)
    if match and match.start("value") < column:
        return Finding("yaml-colon", "a text with a colon and a space in it needs quotes", line, column)
    above = lines[line - 1] if line else ""
    if len(source) - len(source.lstrip()) > len(above) - len(above.lstrip()):
        message = "this line begins further right than the line above, which has its value already"
        return Finding(
            "yaml-indentation",
            message,
            line,
            len(source) - len(source.lstrip()),
            "begin it below the line above",
        )
    if above and ":" not in above:
        hint = 'write "name: value", with a colon and a space'
        return Finding(
            "yaml-colon", "this line has no colon and space after a field's name", line - 1, 0, hint
        )
    return Finding(
        "yaml-indentation",
        "no field can begin here",
        line,
        column,
        "look at the line above and how far right it begins",
    )


def _stray(words: str, lines: list[str], line: int, column: int) -> Finding:
    source = lines[line]
    match = _FIELD.fullmatch(source)
    value = match["value"] if match else ""
    if match and column >= match.start("value") and value[:1] in ("'", '"'):
        message = "there is more text after the closing quotation mark"
        return Finding(
            "yaml-quote", message, line, column, "use the other kind of quotation marks around the whole text"
        )
    if match and value and value[0] in "@`%*&!|>[{}],#?-" and column >= match.start("value"):
        message = f"a text that begins with {value[0]} has a special meaning in YAML"
        return Finding("yaml-quote", message, line, match.start("value"), "put the text in quotes")
    if source[column : column + 1] == "-" or "'-'" in words:
        hint = "begin every - of a list below the first one"
        return Finding(
            "yaml-indentation",
            "this item does not stand below the other items of its list",
            line,
            column,
            hint,
        )
    indent = len(source) - len(source.lstrip())
    if column <= indent and source.strip():
        message = "this line begins at another column than the lines that it belongs to"
        hint = "begin it with as many spaces as its neighbours"
        return Finding("yaml-indentation", message, line, indent, hint)
    return Finding("yaml-syntax", "this cannot be read", line, column, "put the text in quotes")


def _mended(lines: list[str], line: int) -> str | None:
    """Return the first of a few mended lines with which the text reads beyond that line."""
    for candidate in _candidates(lines, line):
        if candidate != lines[line] and _reads_to([*lines[:line], candidate, *lines[line + 1 :]]) > line:
            return candidate
    return None


def _candidates(lines: list[str], line: int) -> Iterator[str]:
    source = lines[line].rstrip()
    if "\t" in source:
        yield source.replace("\t", "  ")
    match = _FIELD.fullmatch(source)
    if match and match["value"] and match["space"]:
        head = f"{match['start']}{match['key']}: "
        value = match["value"].strip()
        inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
        if value[0] in "'\"" and value[0] not in value[1:]:
            yield f"{head}{value}{value[0]}"
            inner = value[1:]
        if value[0] == "[" and "]" not in value:
            yield f"{head}{value}]"
        if value.startswith("- "):
            yield f"{head}[{value[2:]}]"
        plain = inner if value[0] != '"' or value[-1] == '"' else value
        for text in dict.fromkeys((plain, value)):
            if '"' not in text and "\\" not in text:
                yield f'{head}"{text}"'
            else:
                yield head + "'" + text.replace("'", "''") + "'"
    elif match and match["value"]:
        yield f"{match['start']}{match['key']}: {match['value']}"
    for above in reversed(lines[:line]):
        if above.strip():
            yield above[: len(above) - len(above.lstrip())] + source.lstrip()
            break


def _reads_to(lines: list[str]) -> int:
    """Return the line of the first mistake, or one beyond the last line."""
    parser = CParser("\n".join(lines).encode("utf-8", "replace"))
    try:
        for _ in range(20_000):
            if isinstance(parser.get_event(), StreamEndEvent):
                break
    except MarkedYAMLError as problem:
        marks = (problem.problem_mark, problem.context_mark if "quoted" in str(problem.context) else None)
        return min((int(mark.line) for mark in marks if mark is not None), default=0)
    except YAMLError:
        return 0
    return len(lines)
