"""Say on which sites a file shows, and why: `chapterhouse placement associations/wi-aimh/events/fair.md`.

A page stays on its own site; news, events and resources may show on the hub and on other sites too.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from chapterhouse.cli._options import PROJECT, Given, Option
from chapterhouse.errors import ChapterhouseError
from chapterhouse.text import count, did_you_mean

if TYPE_CHECKING:
    from chapterhouse.model import Association, Entry, Folder, Network

OPTIONS = (Option(name="file", help="a Markdown file of the network", default=None, positional=True), PROJECT)


def run(options: Given) -> int:
    """Print a line for each site on which the file shows."""
    from chapterhouse.config import find_project

    root = find_project(Path(options.project) if options.project else None)
    path = _project_path(root, options.file)
    network = read_network(root)
    folder, entry = _find(path, network)
    lines = list(reasons(entry, folder, network))
    print(f"{path} shows on {count(len(lines), 'site')}{':' if lines else '.'}")
    width = max((len(site) for site, _ in lines), default=0)
    for site, why in lines:
        print(f"  {site:{width}}  {why}")
    return 0


def read_network(root: Path) -> "Network":
    """Return the network of a project as it is on the disk.

    Raises ChapterhouseError where the network's own record cannot be read.
    """
    from chapterhouse.clock import today
    from chapterhouse.config import read_project
    from chapterhouse.load.network import assemble
    from chapterhouse.options import Options
    from chapterhouse.pipeline import Session

    project = read_project(root)
    session = Session(project, Options(command="check", today=today()))
    session.run()
    network = assemble(session.folders, project.settings, session.options.today)
    if network is None:
        raise ChapterhouseError('content/hub/network.yaml cannot be read; "chapterhouse check" says why.')
    return network


def reasons(entry: "Entry", folder: "Folder", network: "Network") -> Iterator[tuple[str, str]]:
    """Yield each site on which an entry shows, with the reason."""
    from chapterhouse.model import HUB, SHARED_FOLDER
    from chapterhouse.placement import placement

    if folder.name == SHARED_FOLDER:
        yield from _shared(entry, network)
        return
    associations = {one.slug: one for one in network.associations}
    origin = "" if folder is network.hub_folder else folder.slug
    sites = {site.slug: site for site in network.sites}
    for slug in placement(entry, origin, associations):
        if slug == origin:
            why = f"its own site: {sites[slug].url}{entry.route}"
        elif slug in entry.fields.associations and origin == HUB:
            why = "the file names it under associations"
        elif slug in entry.fields.associations:
            why = "the file names it under associations, and its record accepts that"
        elif slug == HUB:
            why = "its audience is the network"
        else:
            why = "the hub hands it down" + (
                f" to the kind {associations[slug].record.kind}" if entry.fields.kinds else ""
            )
        yield slug or "hub", why


def _shared(entry: "Entry", network: "Network") -> Iterator[tuple[str, str]]:
    from chapterhouse.shared_pages import override, shared_entries, shared_pages

    entries = shared_entries(network.shared)
    main = network.record.languages
    for association in network.associations:
        if not association.has_site:
            continue
        own = override(entry.path, association)
        languages = association.record.languages or main
        shown = {one.path: one for one in shared_pages(entries, association, languages, main[0])}
        if entry.path in shown:
            yield association.slug, f"a shared page: {association.site.url}{shown[entry.path].route}"
        elif own and _is_for(entry, association):
            yield association.slug, f"as the association has it, in {own}"


def _is_for(entry: "Entry", association: "Association") -> bool:
    return not entry.fields.kinds or association.record.kind in entry.fields.kinds


def _project_path(root: Path, file: str) -> str:
    """Return a file's path within the project; it is given from here or from there."""
    for path in (Path(file).absolute(), root / file):
        if path.is_file() and path.resolve().is_relative_to(root):
            return path.resolve().relative_to(root).as_posix()
    raise ChapterhouseError(f'there is no file "{file}" in {root}.')


def _find(path: str, network: "Network") -> "tuple[Folder, Entry]":
    from chapterhouse.pages import read_pages

    folders = [network.hub_folder, network.shared, *(one.folder for one in network.associations)]
    folder = next((one for one in folders if path.startswith(f"{one.name}/")), None)
    if folder is None:
        raise ChapterhouseError(f'"{path}" is in no folder of the network that can be read.')
    pages = read_pages(folder)
    for entry in pages.entries:
        if entry.path == path:
            return folder, entry
    hint = did_you_mean(path, [entry.path for entry in pages.entries])
    more = f"; {hint}" if hint else ""
    raise ChapterhouseError(f'"{path}" shows nowhere: it is a draft, has an error or is no entry{more}.')
