"""The last day of an announcement is before its first, so that nobody will ever see it.

An announcement in a record or in `network.yaml` is shown from the day `starts` to the day `ends`, both
included; either may be left out.

Most likely the two are exchanged, or one has a slip in its year: correct it in the record.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.model import Folder, Network
from chapterhouse.record import Announcement


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield a warning for each announcement that ends before it begins."""
    yield from _problems(network.record.announcement, network.hub_folder)
    for association in network.associations:
        yield from _problems(association.record.announcement, association.folder)


def _problems(found: Announcement | None, folder: Folder) -> Iterator[Diagnostic]:
    if found and found.starts and found.ends and found.ends < found.starts:
        yield Diagnostic(
            code="backward-announcement",
            message=f"the announcement ends on {found.ends}, before it starts on {found.starts}, "
            "so it is never shown",
            location=folder.place("announcement.ends"),
            hint="exchange the two days, or correct the year",
            severity=Severity.WARNING,
        )
