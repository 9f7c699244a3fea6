"""The sites of a network shared among machines: which belong to a share, and how their outputs are joined."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from chapterhouse.config import Project
from chapterhouse.disk import troubles_told
from chapterhouse.errors import ChapterhouseError
from chapterhouse.held import folder_of
from chapterhouse.lock import ProjectLock
from chapterhouse.model import HUB, Written
from chapterhouse.planning import PLAN
from chapterhouse.publish import Publication, publish
from chapterhouse.published import inspect
from chapterhouse.share import SHARE_FILE, in_share
from chapterhouse.staging import staged
from chapterhouse.state import SiteState, State, open_state
from chapterhouse.state_file import FILE


def shard_folders(given: Path) -> tuple[Path, ...]:
    """Return the projects that a folder holds shards of: the folder itself, or those directly in it.

    Raises ChapterhouseError where there is none.
    """
    candidates = [given, *sorted(given.iterdir())] if given.is_dir() else []
    found = tuple(folder for folder in candidates if (folder / ".chapterhouse" / FILE).is_file())
    if not found:
        raise ChapterhouseError(
            f"{given} holds no shard: a shard is the folder in which build --shard ran, with its "
            "output and .chapterhouse folders"
        )
    return found


def adopt(project: Project, shards: Iterable[Path]) -> tuple[str, ...]:
    """Publish the association sites that shards have built, as if they had been built here; return them.

    Nothing is taken on trust: the next build rebuilds whatever is not as it would have made it.
    """
    root, output = str(project.root), str(project.output)
    adopted: list[str] = []
    with troubles_told(), ProjectLock(root, lambda _: None), open_state(root, output) as state:
        for shard in shards:
            if shard.resolve() == project.root.resolve():
                continue
            with open_state(str(shard), f"{shard}/output") as theirs:
                publications = list(_publications(project, state, theirs, shard))
                state.take_good_folders(theirs, [folder_of(one.slug) for one in publications])
            _take_bodies(project, shard)
            state.drop_sites([PLAN])
            publish(state, stage=project.stage, output=project.output, publications=publications)
            shutil.rmtree(project.stage, ignore_errors=True)
            adopted += [one.slug for one in publications]
    return tuple(sorted(adopted))


def _publications(project: Project, state: State, theirs: State, shard: Path) -> Iterator[Publication]:
    shutil.rmtree(project.stage, ignore_errors=True)
    for slug, site in sorted(theirs.sites().items()):
        if slug == HUB or slug.startswith("@") or not _is_of_share(slug, shard):
            continue
        _, damaged = inspect(f"{shard}/output", site.manifest)
        known = state.site(slug)
        if damaged or (known and known.parts == site.parts):
            continue
        _stage(project, known, site, shard)
        yield Publication(
            slug=slug,
            files=[Written(path=path, digest=one[0], size=one[1]) for path, one in site.manifest.items()],
            parts=site.parts,
            links=site.links,
            published_on=site.published_on,
        )


def _is_of_share(slug: str, shard: Path) -> bool:
    """Tell whether a shard was asked for a site; what it kept of an earlier division is left to others."""
    try:
        share = (shard / SHARE_FILE).read_text(encoding="ascii")
    except FileNotFoundError:
        return True
    return in_share(slug, share)


def _stage(project: Project, known: SiteState | None, site: SiteState, shard: Path) -> None:
    """Copy what differs from our output into the stage."""
    project.stage.mkdir(parents=True, exist_ok=True)
    intact, _ = inspect(str(project.output), known.manifest) if known else ({}, ())
    for path, one in site.manifest.items():
        if path not in intact or intact[path][0] != one[0]:
            shutil.copyfile(shard / "output" / path, staged(project.stage, path))


def _take_bodies(project: Project, shard: Path) -> None:
    """Copy the bodies of the last versions without errors; equal names are equal bytes."""
    project.bodies.mkdir(parents=True, exist_ok=True)
    for body in sorted((shard / ".chapterhouse/bodies").glob("*")):
        if body.is_file() and not (project.bodies / body.name).exists():
            shutil.copyfile(body, project.bodies / body.name)
