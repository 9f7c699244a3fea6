"""An association's folder has a name that cannot stand in a web address.

The folder's name becomes the address of the site and its name in every link, so it has only lower-case
letters from a to z, digits, and single hyphens between them. Capital letters would make two addresses of one
on some web servers; spaces and accents are written differently by different programs.

Rename the folder: `associations/Wi AIMH` to `associations/wi-aimh`.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Network
from chapterhouse.text import is_slug, slugify


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each association whose folder name is no slug."""
    for association in network.associations:
        if not is_slug(association.slug):
            better = slugify(association.slug)
            yield Diagnostic(
                code="unsafe-slug",
                message=f'the folder name "{association.slug}" cannot stand in a web address',
                location=Location(association.folder.name),
                hint=f'rename the folder to "{better}"'
                if better
                else "use the letters a to z, digits and hyphens",
            )
