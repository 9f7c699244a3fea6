"""A page links to a page of another association, of the hub, or to a shared page, that is not there.

Links between sites of the network are checked like those inside one: the other side may rename or remove a
page at any time, and a visitor would find nothing.

A shared page that is only for some kinds of associations is not on the sites of the others; links to it lead
nowhere there.

Correct the link, ask the other association for an `aliases` line, or remove the link. A `#part` must be the
id of a heading on that page.
"""

from collections.abc import Iterator, Mapping

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import SHARED_FOLDER, Association, Entry, Folder, Link, Network
from chapterhouse.shared_pages import override, shared_entries, shared_pages
from chapterhouse.text import did_you_mean


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each link to another folder's entry or heading that does not exist."""
    folders = [network.hub_folder, network.shared, *(a.folder for a in network.associations)]
    folders += network.unreadable
    by_name = {folder.name: folder for folder in folders}
    for folder in folders:
        for path, link in folder.outward:
            yield from _problem(path, link, by_name, folder)
    yield from _shared_problems(network)


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
    elif link.fragment and link.fragment not in owner.ids_of(link.target):
        yield Diagnostic(
            code="dead-link",
            message=f'"{link.target}" has no heading with the id "{link.fragment}"',
            location=place,
            hint=did_you_mean(link.fragment, owner.ids_of(link.target)) or "leave out the part behind #",
        )


def _shared_problems(network: Network) -> Iterator[Diagnostic]:
    """Yield an error for each link to a shared page that the site on which it stands does not have."""
    entries = shared_entries(network.shared)
    inner = {entry.path: [link for link in entry.links if _is_shared(link)] for entry in entries}
    for association in network.associations:
        own = [(path, link) for path, link in association.folder.outward if _is_shared(link)]
        if association.has_site and (own or any(inner.values())):
            shown = _shown(entries, association, network)
            own += [(path, link) for path in shown for link in inner[path]]
            for path, link in own:
                yield from _shared_problem(path, link, association, shown)


def _is_shared(link: Link) -> bool:
    return link.is_entry and link.target.startswith(f"{SHARED_FOLDER}/")


def _shown(entries: tuple[Entry, ...], association: Association, network: Network) -> list[str]:
    main = network.record.languages
    languages = association.record.languages or main
    return [entry.path for entry in shared_pages(entries, association, languages, main[0])]


def _shared_problem(
    path: str, link: Link, association: Association, shown: list[str]
) -> Iterator[Diagnostic]:
    if link.target in shown:
        return
    instead = override(link.target, association)
    if instead is None:
        words = f'the link leads to "{link.target}", which is not on the site of {association.label}'
        hint = "link to a page that the site has, or offer that page to this kind of association too"
    elif link.fragment and link.fragment not in association.folder.ids_of(instead):
        words = f'"{instead}", which stands for "{link.target}", has no heading with the id "{link.fragment}"'
        hint = (
            did_you_mean(link.fragment, association.folder.ids_of(instead)) or "leave out the part behind #"
        )
    else:
        return
    site = None if path.startswith(f"{association.folder.name}/") else association.slug
    place = Location(path, link.line, link.column)
    yield Diagnostic(code="dead-link", message=words, location=place, hint=hint, site=site)
