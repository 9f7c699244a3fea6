"""A file has an address that Chapterhouse needs itself, or an alias is the address of something else.

`/news/` is the list of all news, `/directory/` of the hub is the list of all associations, `/assets/` holds
stylesheets. A page of the same address could not be reached. In the same way an alias, an address that an
entry had before, must not be the address of what is there today, and no two entries can have the same one.

Give the file another name, or take the alias out.
"""

from collections.abc import Collection, Iterator, Sequence

from chapterhouse.config import Settings
from chapterhouse.content_types import by_folder, content_types
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Folder, Network

COMPUTED = ("assets", "calendar", "data", "directory", "map", "pagefind", "search", "status")
"""First parts of addresses of the hub that are computed from the whole network."""


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each entry and each alias whose address is taken."""
    main = network.record.languages
    yield from _lists(network.shared, main)
    yield from _lists(network.hub_folder, main)
    yield from _computed(network.hub_folder, COMPUTED)
    yield from _aliases(network.shared)
    yield from _aliases(network.hub_folder)
    for association in network.associations:
        folder = association.folder
        yield from _lists(folder, association.record.languages or main)
        if association.site.assets_folder != network.hub.assets_folder:
            yield from _computed(folder, ("assets",))
        yield from _aliases(folder)


def _lists(folder: Folder, languages: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield each entry at the address of a list; where the folder itself has the list, load has said so."""
    homes = ("", *(f"{language.lower()}/" for language in languages[1:]))
    lists = {
        f"{home}{name}/": name
        for name, kind in by_folder().items()
        if kind not in folder.counts and content_types()[kind].LISTING
        for home in homes
    }
    if lists.keys().isdisjoint(folder.routes.values()):
        return
    for path, route in folder.routes.items():
        if route in lists:
            yield _taken(path, f'the address "{route}" is that of the list of all {lists[route]}')


def _computed(folder: Folder, names: Collection[str]) -> Iterator[Diagnostic]:
    for path, route in folder.routes.items():
        first = route.partition("/")[0]
        if first in names:
            yield _taken(path, f'"{first}/" is an address that Chapterhouse needs itself')


def _aliases(folder: Folder) -> Iterator[Diagnostic]:
    if not folder.aliases:
        return
    owners = {route: f"the address of {path}" for path, route in folder.routes.items()}
    owners |= {
        f"{n}/": f"the address of the list of all {n}"
        for n, kind in by_folder().items()
        if kind in folder.counts
    }
    for path, (aliases, line) in folder.aliases.items():
        for alias in aliases:
            route = alias.strip("/") + "/"
            if route in owners:
                yield _taken(path, f'the alias "{alias}" is {owners[route]}', line)
            else:
                owners[route] = f"an alias of {path}"


def _taken(path: str, message: str, line: int = 0) -> Diagnostic:
    hint = "take the alias out" if line else "give the file another name"
    return Diagnostic(code="address-taken", message=message, location=Location(path, line), hint=hint)
