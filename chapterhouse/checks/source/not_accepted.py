"""An entry asks to be shown on the site of an association that has not agreed to it.

What one association writes changes no other one's site unasked. With `associations: [mi-aimh]` an entry
offers itself to that site; it is shown there once the record of mi-aimh says that it accepts what comes from
here. The umbrella's own entries need no such consent.

Ask the other association to write `accepts: [wi-aimh]` in its record, with the name of your folder, or take
its name out of the entry.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.model import Network
from chapterhouse.placement import STAYS, accepts


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield a warning for each entry that names an association which does not accept it."""
    by_slug = {association.slug: association for association in network.associations}
    for origin in network.associations:
        for entry in origin.folder.offered:
            for slug in dict.fromkeys(entry.fields.associations):
                named = by_slug.get(slug)
                if named is None or slug == origin.slug or entry.type in STAYS or accepts(named, origin.slug):
                    continue
                record = f"{named.folder.name}/association.yaml"
                yield Diagnostic(
                    code="not-accepted",
                    message=f"is not shown on the site of {named.label}, whose record does not accept it",
                    location=entry.place(entry.fields_lines.get("associations", 1)),
                    hint=f"ask them to write accepts: [{origin.slug}] in {record}",
                    severity=Severity.WARNING,
                )
