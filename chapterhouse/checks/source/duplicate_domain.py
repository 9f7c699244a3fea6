"""Two associations claim the same domain, or one claims the hub's.

A host name leads to one website. Each association with a `domain` is published at the root of that host, so a
second one could not be reached.

Correct the `domain` of one of them; leave it out to publish the site below the hub's address.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import Network


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each domain that is taken."""
    owners = {urlsplit(network.hub.url).hostname or "": "the hub"}
    for association in network.associations:
        domain = association.record.domain
        if domain is None:
            continue
        if domain in owners:
            yield Diagnostic(
                code="duplicate-domain",
                message=f'the domain "{domain}" belongs to {owners[domain]}',
                location=association.folder.place("domain"),
                hint="each domain can have one site; correct it or leave it out",
            )
        else:
            owners[domain] = association.label
