"""What Pelican and its plugins log while a site is rendered, as diagnostics of that site."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from chapterhouse.config import SETTINGS_FILE
from chapterhouse.diagnostics import Diagnostic, Location, Severity


class _Collector(logging.Handler):
    """Turns each record of a warning or an error into a diagnostic."""

    def __init__(self, site: str) -> None:
        super().__init__(logging.WARNING)
        self.site = site
        self.found: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        is_error = record.levelno >= logging.ERROR
        diagnostic = Diagnostic(
            code="pelican-error" if is_error else "pelican-warning",
            message=_words(record),
            location=Location(SETTINGS_FILE),
            hint=f"this comes from {record.name}, which a setting of {SETTINGS_FILE} brings in",
            severity=Severity.ERROR if is_error else Severity.WARNING,
            site=self.site,
        )
        if diagnostic not in self.found:
            self.found.append(diagnostic)


class _Silent:
    """A console that shows nothing."""

    def print(self, *_: object, **__: object) -> None:
        """Show nothing."""


@contextmanager
def collected(site: str) -> Iterator[list[Diagnostic]]:
    """Collect what is logged, as a list that fills; nothing of it reaches the terminal."""
    import pelican
    from pelican.log import LimitFilter

    # Pelican 4.12 keeps the messages it has shown on the class: the second site's same warning is never seen.
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()
    collector = _Collector(site)
    root = logging.getLogger()
    console = pelican.console
    # Pelican prints a line about each run. A rich console that is told to be quiet still sets it in type
    # first, which takes a fifth of the time that a small site costs.
    pelican.console = _Silent()
    root.addHandler(collector)
    try:
        yield collector.found
    finally:
        root.removeHandler(collector)
        pelican.console = console


def _words(record: logging.LogRecord) -> str:
    words = " ".join(record.getMessage().split())
    problem = record.exc_info[1] if record.exc_info else None
    if problem is not None:
        words += f" ({type(problem).__name__}: {problem})"
    return words.rstrip(".")
