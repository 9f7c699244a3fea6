"""A report as people and programs read it: plain text with excerpts, JSON, annotations of a CI host."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self, TextIO
from unicodedata import category, combining, east_asian_width

from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.report import Action, Report, SiteLine
from chapterhouse.text import count, listed

FORMATS = ("text", "json", "github")
_COLOURS = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "hint": "\x1b[36m",
    "mark": "\x1b[31m",
    "off": "\x1b[0m",
}
_JOINER = "\N{ZERO WIDTH JOINER}"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def render(report: Report, root: Path, *, format: str = "text", colour: bool = False) -> str:
    """Return a report in one of the `FORMATS`; source excerpts are read from the files below `root`."""
    if format == "json":
        return as_json(report)
    if format == "github":
        return "\n".join([*map(annotation, report.diagnostics), summary(report)])
    return "\n".join([*text_lines(report, root, colour=colour), summary(report)])


def text_lines(report: Report, root: Path, *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of a report for a terminal, without the summary."""
    sources: dict[str, list[str]] = {}
    for diagnostic in report.diagnostics:
        yield from _diagnostic_lines(diagnostic, root, sources, colour)
    if report.command == "plan":
        yield from _plan_lines(report)


def _paint(words: str, name: str, colour: bool) -> str:
    return f"{_COLOURS[name]}{words}{_COLOURS['off']}" if colour else words


def _diagnostic_lines(
    diagnostic: Diagnostic, root: Path, sources: dict[str, list[str]], colour: bool
) -> Iterator[str]:
    severity = _paint(f"{diagnostic.severity}:", str(diagnostic.severity), colour)
    held = f" (site: {diagnostic.site or 'hub'})" if diagnostic.site is not None else ""
    words = f"{_visible(diagnostic.message)} [{diagnostic.code}]{held}"
    yield f"{_visible(str(diagnostic.location))}: {severity} {words}"
    yield from _excerpt(diagnostic, root, sources, colour)
    if diagnostic.hint:
        first, *rest = (_visible(line) for line in diagnostic.hint.split("\n"))
        yield f"    {_paint('hint:', 'hint', colour)} {first}"
        yield from (f"          {line}" for line in rest)


def _excerpt(
    diagnostic: Diagnostic, root: Path, sources: dict[str, list[str]], colour: bool
) -> Iterator[str]:
    place = diagnostic.location
    if not place.line:
        return
    lines = sources.get(place.path)
    if lines is None:
        lines = sources[place.path] = _read_lines(root / place.path)
    if place.line > len(lines):
        return
    line = lines[place.line - 1].rstrip()
    start = max(place.column - 1, 0)
    cut = max(0, start - 60)
    before = line[cut:start].ljust(start - cut)
    marked = line[start : start + max(place.length, 1)][: 110 - (start - cut)]
    yield f"{place.line:5} | {_visible(line[cut : cut + 110])}".rstrip()
    if place.column:
        marks = "^" * max(1, _columns(marked))
        yield f"      | {' ' * _columns(before)}{_paint(marks, 'mark', colour)}"


def _visible(text: str) -> str:
    """Return a text without what a terminal would obey: people's files may hold anything."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c == _JOINER else " " if c == "\t" else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )


def _columns(text: str) -> int:
    """Return how many columns a text takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if combining(c) or category(c) in ("Mn", "Me") or c == _JOINER
        else 1 + (east_asian_width(c) in "WF")
        for c in text
    )


def _read_lines(path: Path) -> list[str]:
    """Return a file's lines, counted as YAML and Markdown do: other separators of Unicode end none."""
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def _plan_lines(report: Report) -> Iterator[str]:
    for line in report.sites:
        reasons = "; ".join(line.reasons)
        yield _visible(f"{line.action:6}  {line.slug or 'the hub'}{': ' + reasons if reasons else ''}")


def day(date: str) -> str:
    """Return a date as people say it: `3 March 2026`."""
    year, month, number = date.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _held(lines: list[SiteLine], total: int) -> str:
    kept = [
        f"{line.slug or 'the hub'} "
        + (f"keeps its version of {day(line.kept_from)}" if line.kept_from else "was never published")
        for line in lines
    ]
    more = [f"{len(kept) - 3} more"] if len(kept) > 3 else []
    return f"{len(lines)} of {count(total, 'site')} held ({listed([*kept[:3], *more])})"


def summary(report: Report) -> str:
    """Return the last line: what happened to how many sites."""
    found = ", ".join(
        count(number, noun)
        for number, noun in ((report.errors, "error"), (report.warnings, "warning"))
        if number
    )
    total = len([line for line in report.sites if line.action is not Action.REMOVE])
    if report.command == "check":
        return f"{found} in {count(total, 'site')}" if found else f"no problems in {count(total, 'site')}"
    if report.stopped:
        return f"{found}: nothing was published, because --strict asks for a network without errors"
    if not total:
        return f"{found}: nothing was done, because the network's own record cannot be read"
    parts = []
    if held := [line for line in report.sites if line.action is Action.HOLD]:
        parts.append(_held(held, total))
    built, kept, removed = (report.count(action) for action in (Action.BUILD, Action.KEEP, Action.REMOVE))
    if report.command == "plan":
        parts.append(f"{built} to build, {kept} to keep" + (f", {removed} to remove" if removed else ""))
    else:
        gone = f", {removed} removed" if removed else ""
        parts.append(f"{count(report.published, 'site')} published, {built} rebuilt, {kept} unchanged{gone}")
    return "; ".join([*parts, found] if found else parts)


def as_json(report: Report) -> str:
    """Return the report as JSON: the same facts, for programs."""
    import json

    return json.dumps(
        {
            "command": report.command,
            "exit_code": report.exit_code,
            "errors": report.errors,
            "warnings": report.warnings,
            "stopped": report.stopped,
            "published": report.published,
            "files_written": report.files_written,
            "files_removed": report.files_removed,
            "sites": [
                {
                    "site": line.slug or "hub",
                    "action": line.action,
                    "reasons": line.reasons,
                    "kept_from": line.kept_from or None,
                }
                for line in report.sites
            ],
            "diagnostics": [_json_diagnostic(diagnostic) for diagnostic in report.diagnostics],
        },
        indent=2,
        ensure_ascii=False,
    )


def _json_diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint or None,
        "path": place.path,
        "line": place.line or None,
        "column": place.column or None,
        "site": diagnostic.site,
    }


def annotation(diagnostic: Diagnostic) -> str:
    """Return one diagnostic as a workflow command that the git host shows beside the line."""
    place = diagnostic.location
    level = "error" if diagnostic.severity is Severity.ERROR else "warning"
    at = f"file={_property(place.path)}"
    if place.line:
        at += f",line={place.line}"
        if place.column:
            at += f",col={place.column}"
    words = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    return f"::{level} {at},title={_property(diagnostic.code)}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


class Progress:
    """Shows how far long work is: a bar on a terminal, a line for each step elsewhere, nothing if quiet."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        """Write to standard error, so that the report alone stands on standard output."""
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._bar = self._stream.isatty()
        self._step = ""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *problem: object) -> None:
        """Leave an empty line behind, so that the report begins where the bar was."""
        if self._bar and self._step:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def show(self, step: str, done: int = 0, total: int = 0) -> None:
        """Say that `done` of `total` things of a step are finished."""
        if self._quiet:
            return
        if self._bar:
            width = 30 * done // total if total else 0
            bar = f" [{'#' * width}{'.' * (30 - width)}] {done}/{total}" if total else ""
            self._stream.write(f"\r\x1b[K{step}{bar}")
        elif step != self._step:
            self._stream.write(f"{step}{f' ({total})' if total else ''}\n")
        self._step = step
        self._stream.flush()
