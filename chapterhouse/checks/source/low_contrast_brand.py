"""The colour in a record is too light for text, so the site uses a darker one of the same hue.

People who see badly, and everybody in the sun, need a contrast of at least 4.5 to 1 between words and what
they stand on (WCAG 2.2). Chapterhouse moves a colour just as far as is needed and no further; nothing is
wrong with the site.

To choose the darker colour yourself, change `brand.color` in the record until this message is gone.
"""

from collections.abc import Iterator

from chapterhouse.brand import TEXT_CONTRAST, least_contrast
from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.model import Folder, Network
from chapterhouse.record import Brand


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield a warning for each brand colour that cannot be used for text as it is."""
    yield from _problems(network.record.brand, network.hub_folder)
    for association in network.associations:
        yield from _problems(association.record.brand, association.folder)


def _problems(brand: Brand, folder: Folder) -> Iterator[Diagnostic]:
    if brand.color is None:
        return
    ratio = least_contrast(brand.color)
    if ratio < TEXT_CONTRAST:
        yield Diagnostic(
            code="low-contrast-brand",
            message=f"text in {brand.color} is hard to read, so a darker colour is used "
            f"(its contrast is {int(ratio * 10) / 10}, and {TEXT_CONTRAST} is needed)",
            location=folder.place("brand.color"),
            hint="nothing needs to be done; a darker colour of your own makes this message go",
            severity=Severity.WARNING,
        )
