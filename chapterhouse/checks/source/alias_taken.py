"""An alias in a record is the folder name or an alias of another association, or an address of the hub.

Visitors who come by an old address are led to the association that it belongs to. An old address that belongs
to two associations cannot lead anywhere, and one that is in use again must not lead away from its owner.

Remove the alias from one of the records.
"""

from collections.abc import Iterator

from chapterhouse.checks.source.reserved_slug import RESERVED
from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import Network


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each alias that is taken."""
    taken = dict.fromkeys(sorted(RESERVED), "an address of the hub")
    taken.update({a.slug: f"the folder name of {a.label}" for a in network.associations})
    for association in network.associations:
        for number, alias in enumerate(association.record.aliases):
            if alias in taken:
                yield Diagnostic(
                    code="alias-taken",
                    message=f'the alias "{alias}" is {taken[alias]}',
                    location=association.folder.place(f"aliases.{number}"),
                    hint="remove it here, or rename the other one",
                )
            else:
                taken[alias] = f"an alias of {association.label}"
