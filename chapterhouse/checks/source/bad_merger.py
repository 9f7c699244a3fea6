"""A merged association does not say into which one it was merged, or the mergers go round in a circle.

Visitors of a merged association's site are led to the one that took over, so that one must be named and must
itself still be there.

Write both: `status: merged` and `merged_into: <folder name of the association that took over>`.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import Network


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each merger that leads nowhere."""
    into = {a.slug: a.record.merged_into for a in network.associations if a.record.status == "merged"}
    for association in network.associations:
        record = association.record
        if record.status == "merged" and not record.merged_into:
            yield Diagnostic(
                code="bad-merger",
                message="the association is merged, but the record does not say into which one",
                location=association.folder.place("status"),
                hint="add merged_into: with the folder name of the association that took over",
            )
        elif record.status != "merged" and record.merged_into:
            yield Diagnostic(
                code="bad-merger",
                message=f'merged_into is "{record.merged_into}", but the status is {record.status}',
                location=association.folder.place("merged_into"),
                hint="write status: merged, or remove merged_into",
            )
        elif circle := _circle(association.slug, into):
            yield Diagnostic(
                code="bad-merger",
                message=f"the mergers go round in a circle: {' -> '.join(circle)}",
                location=association.folder.place("merged_into"),
                hint="correct merged_into in one of these records",
            )


def _circle(slug: str, into: dict[str, str | None]) -> list[str]:
    path = [slug]
    while (following := into.get(path[-1])) is not None:
        path.append(following)
        if following == slug:
            return path
        if following in path[:-1]:
            return []
    return []
