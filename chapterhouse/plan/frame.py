"""The frame of a network: one fingerprint of all that any site shows besides its own folder.

While the frame is the same, a site whose folder is the same is the same, and need not be looked at more
closely: that is what makes a small edit in a large network cheap.
"""

from collections.abc import Iterable

from chapterhouse.files import digest
from chapterhouse.model import Entry, Folder, Network
from chapterhouse.plan.parts import Versions

RECORDS = ("network.yaml", "association.yaml")


def frame(network: Network, versions: Versions) -> str:
    """Return the fingerprint of the network as every site but its own owner sees it."""
    words = [
        repr(versions),
        network.today,
        repr(network.hub),
        network.shared.digest,
        _seen(network.hub_folder),
        *(f"{each.site!r} {each.has_site} {_seen(each.folder)}" for each in network.associations),
    ]
    return digest("\n".join(words).encode("utf-8", "surrogatepass"))


def _seen(folder: Folder) -> str:
    """Return what others see of a folder: its record, what it offers, and what kinds of entries it has."""
    record = next((folder.digests[name] for name in RECORDS if name in folder.digests), "")
    # The hub's search offers each kind that there is anywhere.
    return f"{record} {' '.join(folder.counts)} {_entries(folder.offered)}"


def _entries(entries: Iterable[Entry]) -> str:
    return " ".join(f"{entry.path}={entry.digest}" for entry in entries)
