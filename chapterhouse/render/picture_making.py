"""The pictures of all sites made ahead, by all processes together, and those that are no more forgotten."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from chapterhouse.model import HUB, Folder, Network, SiteJob
from chapterhouse.render.pictures import PictureError, is_picture, kept_name, read_published


class Making(NamedTuple):
    """One picture to be made."""

    file: str
    digest: str
    kept: str
    """The cache's folder."""


def make_pictures(
    network: Network,
    slugs: Iterable[str],
    jobs: Iterable[SiteJob],
    project: Path,
    mapper: Callable[[Callable[[Making], None], list[Making]], Iterable[None]],
    show: Callable[..., None],
) -> None:
    """Put what is made of the pictures of some sites into the cache; a site makes by itself what is missing.

    `jobs` are those of the sites among them that show shared pages.
    `mapper` is `Workers.map`, `show` shows progress.
    """
    folders = {**{each.slug: each.folder for each in network.associations}, HUB: network.hub_folder}
    wanted = {picture for slug in slugs for picture in _pictures(folders[slug])}
    for job in jobs:
        wanted |= {(file.path, file.digest) for file in job.shared_pictures if is_picture(file.path)}
    if not wanted:
        return
    kept = project / ".chapterhouse" / "pictures"
    known = _listed(kept)
    names = {kept_name(path, print_): (path, print_) for path, print_ in sorted(wanted)}
    new = sorted(names[name] for name in names.keys() - known)
    makings = [Making(str(project / path), print_, str(kept)) for path, print_ in new]
    for number, _ in enumerate(mapper(make, makings), start=1):
        show("pictures", number, len(makings))


def make(making: Making) -> None:
    """Put what is made of one picture into the cache; one that cannot be read is told by its site."""
    try:
        read_published(Path(making.file), making.digest, Path(making.kept))
    except PictureError:
        return


def prune_pictures(folders: Iterable[Mapping[str, str]], project: Path) -> None:
    """Delete from the cache what is made of no picture; `folders` have path and digest of each file."""
    kept = project / ".chapterhouse" / "pictures"
    names = _listed(kept)
    if not names:
        return
    wanted = {
        kept_name(path, print_) for digests in folders for path, print_ in digests.items() if is_picture(path)
    }
    for name in sorted(names - wanted):
        (kept / name).unlink(missing_ok=True)


def _pictures(folder: Folder) -> Iterator[tuple[str, str]]:
    for path, print_ in folder.digests.items():
        if is_picture(path):
            yield f"{folder.name}/{path}", print_


def _listed(kept: Path) -> frozenset[str]:
    try:
        return frozenset(found.name for found in kept.iterdir())
    except FileNotFoundError:
        return frozenset()
