"""The network put together from its loaded folders."""

from collections.abc import Iterable, Mapping

from chapterhouse.config import Settings, site
from chapterhouse.model import (
    ASSOCIATIONS_FOLDER,
    HUB,
    HUB_FOLDER,
    SHARED_FOLDER,
    Association,
    Folder,
    Network,
)
from chapterhouse.record import NetworkRecord, Record

GONE = frozenset({"closed", "merged"})
"""Statuses with which an association has a site only if it has pages of its own."""


def assemble(folders: Mapping[str, Folder], settings: Settings, today: str) -> Network | None:
    """Return the network that the folders make, or None where the hub's record cannot be read.

    Associations whose record cannot be read are in `unreadable` only.
    """
    hub = folders.get(HUB_FOLDER)
    if hub is None or not isinstance(hub.record, NetworkRecord):
        return None
    return Network(
        record=hub.record,
        hub=site(settings, HUB),
        hub_folder=hub,
        shared=folders.get(SHARED_FOLDER) or Folder(name=SHARED_FOLDER, digest="", record=None),
        associations=tuple(_associations(folders.values(), settings)),
        today=today,
        has_search=settings.search,
        has_status_page=settings.status_page,
        unreadable=tuple(
            folder
            for name, folder in sorted(folders.items())
            if name.startswith(f"{ASSOCIATIONS_FOLDER}/") and not isinstance(folder.record, Record)
        ),
    )


def _associations(folders: Iterable[Folder], settings: Settings) -> Iterable[Association]:
    members = (folder for folder in folders if folder.name.startswith(f"{ASSOCIATIONS_FOLDER}/"))
    for folder in sorted(members, key=lambda folder: folder.slug):
        record = folder.record
        if isinstance(record, Record):
            yield Association(
                slug=folder.slug,
                record=record,
                site=site(settings, folder.slug, record.domain),
                folder=folder,
                has_site=record.status not in GONE or bool(sum(folder.counts.values())),
            )
