"""A page links to a page of another association, or of the hub, that is not there.

Links between sites of the network are checked like those inside one: the other side may rename or remove a
page at any time, and a visitor would find nothing.

Correct the link, ask the other association for an `aliases` line, or remove the link. A `#part` must be the
id of a heading on that page.
"""

from collections.abc import Iterator, Mapping

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import SHARED_FOLDER, Folder, Link, Network
from chapterhouse.text import did_you_mean


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each link to another folder's entry or heading that does not exist."""
    folders = [network.hub_folder, network.shared, *(a.folder for a in network.associations)]
    folders += network.unreadable
    by_name = {folder.name: folder for folder in folders}
    for folder in folders:
        for path, link in folder.outward:
            yield from _problem(path, link, by_name, folder)


def _problem(path: str, link: Link, by_name: Mapping[str, Folder], own: Folder) -> Iterator[Diagnostic]:
    parts = link.target.split("/")
    owner = by_name.get("/".join(parts[:2]))
    place = Location(path, link.line, link.column)
    if owner is None:
        yield Diagnostic(
            code="dead-link",
            message=f'the link leads to "{link.target}", but there is no folder "{"/".join(parts[:2])}"',
            location=place,
            hint=did_you_mean("/".join(parts[:2]), by_name) or "link to a page of a folder in associations/",
        )
    elif owner.name == SHARED_FOLDER and own.name != SHARED_FOLDER and link.target in owner.targets:
        return
    elif link.target not in owner.targets:
        yield Diagnostic(
            code="dead-link",
            message=f'the link leads to "{link.target}", which does not exist',
            location=place,
            hint=did_you_mean(link.target, owner.targets)
            or f"look in {owner.name} for what it is called now",
        )
    elif link.fragment and link.fragment not in owner.targets[link.target]:
        yield Diagnostic(
            code="dead-link",
            message=f'"{link.target}" has no heading with the id "{link.fragment}"',
            location=place,
            hint=did_you_mean(link.fragment, owner.targets[link.target]) or "leave out the part behind #",
        )
