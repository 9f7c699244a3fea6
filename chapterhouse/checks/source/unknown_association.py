"""A record or an entry names an association that the network does not have.

Associations are named by their folder: `merged_into: mi-aimh` or `associations: [mi-aimh]` mean the folder
`associations/mi-aimh`. A display name will not do, because names change.

Correct the name to that of a folder in `associations/`. Under `accepts` it is only a warning: an association
that left must not hold another one's site.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.frozen import replace
from chapterhouse.model import Folder, Network
from chapterhouse.text import did_you_mean


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each reference to an unknown association."""
    known = {association.slug for association in network.associations}
    known |= {folder.slug for folder in network.unreadable}
    for association in network.associations:
        target = association.record.merged_into
        if target and target not in known:
            yield _unknown(target, known, association.folder.place("merged_into"))
        for number, slug in enumerate(association.record.accepts):
            if slug not in known:
                place = association.folder.place(f"accepts.{number}")
                yield replace(_unknown(slug, known, place), severity=Severity.WARNING)
    folders: list[Folder] = [network.hub_folder, *(a.folder for a in network.associations)]
    for folder in folders:
        for entry in folder.offered:
            for slug in entry.fields.associations:
                if slug not in known:
                    line = entry.fields_lines.get("associations", 1)
                    yield _unknown(slug, known, entry.place(line))


def _unknown(slug: str, known: set[str], location: Location) -> Diagnostic:
    return Diagnostic(
        code="unknown-association",
        message=f'there is no association "{slug}"',
        location=location,
        hint=did_you_mean(slug, known) or "use the name of a folder in associations/",
    )
