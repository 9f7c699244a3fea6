"""What a site is made of: a job unpacked, its entries, items, files and addresses ready for the pages."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from chapterhouse.files import read_file
from chapterhouse.frozen import frozen
from chapterhouse.model import SHARED_FOLDER, Entry, Site, SiteJob
from chapterhouse.pages import unpack_shown
from chapterhouse.render.body import Addresses
from chapterhouse.render.items import Item, own_item, placed_item
from chapterhouse.render.site_files import publish_files
from chapterhouse.render.writer import Output


@frozen
class SiteContent:
    """Everything that the pages of a site are computed from."""

    job: SiteJob
    entries: tuple[Entry, ...]
    """The site's own entries and the shared pages that it has, sorted by path."""
    items: Mapping[str, Item]
    """The item of each entry by project path."""
    placed: tuple[Item, ...]
    addresses: Addresses
    bodies: Mapping[str, bytes]
    """The rendered bodies of own and of shared entries, by the folder's name."""
    own_folder: str
    """`associations/wi-aimh`."""
    record_path: str
    """The file of its record, where problems of the whole site are told."""

    @property
    def site(self) -> Site:
        """Where the site is published."""
        return self.job.site


def read_content(job: SiteJob, output: Output) -> SiteContent:
    """Unpack a job; its pictures and documents are published on the way, because pages need their sizes."""
    bodies = _read_bodies(job)
    offset, length = job.pages_at
    pages = unpack_shown(job.pages or bodies[own_folder(job)][offset : offset + length])
    images = publish_files(job, pages, output)
    entries = tuple(sorted((*pages.entries, *job.shared), key=lambda entry: entry.path))
    items = {
        entry.path: own_item(
            entry,
            job.site,
            today=job.today,
            time_zone=job.time_zone,
            values=job.values,
            images=images,
        )
        for entry in entries
    }
    folder = own_folder(job)
    return SiteContent(
        job=job,
        entries=entries,
        items=items,
        placed=tuple(placed_item(placed, today=job.today) for placed in job.placed),
        addresses=Addresses(entries=_entry_addresses(job, items, folder), files=images, values=job.values),
        bodies=bodies,
        own_folder=folder,
        record_path=f"{folder}/{'network' if job.is_hub else 'association'}.yaml",
    )


def own_folder(job: SiteJob) -> str:
    """Return the folder of a site's own entries, relative to the project."""
    return "content/hub" if job.is_hub else f"associations/{job.site.slug}"


def _read_bodies(job: SiteJob) -> dict[str, bytes]:
    """Return the files of own and of shared bodies by the folder's name, the own one first."""
    own, shared = job.bodies, job.shared and job.shared_bodies
    # Where packed pages lie behind the bodies, it is known how large the file is.
    size = sum(job.pages_at)
    return {
        own_folder(job): _read(job.project, own, size) if own else b"",
        SHARED_FOLDER: _read_shared(job.project, shared) if shared else b"",
    }


@lru_cache(maxsize=1)
def _read_shared(project: str, path: str) -> bytes:
    """Return the shared bodies: the same file for most sites, and named by what is in it."""
    return _read(project, path)


def _read(project: str, path: str, size: int = 0) -> bytes:
    file = Path(project, path)
    return read_file(str(file), size or file.stat().st_size)


def is_of(entry: Entry, folder: str) -> bool:
    """Tell whether an entry lies in a folder of the project."""
    return entry.path.startswith(folder + "/")


def body_of(entry: Entry, bodies: Mapping[str, bytes]) -> str:
    """Return an entry's rendered body, its markers still in it."""
    offset, length = entry.body
    folder = SHARED_FOLDER if is_of(entry, SHARED_FOLDER) else next(iter(bodies))
    return bodies[folder][offset : offset + length].decode("utf-8")


def _entry_addresses(job: SiteJob, items: Mapping[str, Item], folder: str) -> dict[str, str]:
    known = dict(job.addresses)
    start = folder + "/"
    for path, item in items.items():
        known[path] = item.href
        if path.startswith(start):
            # A link from one shared page to another leads to the association's own version of it.
            known.setdefault(SHARED_FOLDER + path[len(folder) :], item.href)
    return known
