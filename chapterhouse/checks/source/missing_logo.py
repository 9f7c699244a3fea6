"""The logo in a record does not exist, or nobody said what it shows.

`brand.logo` is the path of a picture inside the association's own folder. `brand.logo_alt` is read aloud to
people who cannot see it; for a logo that is the association's name.

Put the file there or correct the path, and add `logo_alt`.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.model import Folder, Network
from chapterhouse.record import Brand
from chapterhouse.text import did_you_mean


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for a logo that is not there and a warning for one without words."""
    yield from _problems(network.record.brand, network.hub_folder)
    for association in network.associations:
        yield from _problems(association.record.brand, association.folder)


def _problems(brand: Brand, folder: Folder) -> Iterator[Diagnostic]:
    if not brand.logo:
        return
    if brand.logo not in folder.digests:
        yield Diagnostic(
            code="missing-logo",
            message=f'the logo "{brand.logo}" does not exist in {folder.name}',
            location=folder.place("brand.logo"),
            hint=did_you_mean(brand.logo, folder.digests) or "put the file there or remove the line",
        )
    elif not brand.logo_alt:
        yield Diagnostic(
            code="missing-logo",
            message="the logo has no words for people who cannot see it",
            location=folder.place("brand.logo"),
            hint="add logo_alt: with the association's name",
            severity=Severity.WARNING,
        )
