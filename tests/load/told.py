"""Diagnostics as short lines, so that a test shows what a person would read."""

from collections.abc import Iterable

from chapterhouse.diagnostics import Diagnostic


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return place, code and hint of each diagnostic."""
    return [f"{d.location} {d.code} | {d.hint}" for d in diagnostics]


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return the codes of some diagnostics."""
    return [d.code for d in diagnostics]
