"""A page names a parent that is not there, or two pages are each above the other.

`parent` puts a page below another one in the menu, wherever its file lies. It is the path of that page
without `.md`, counted from `pages/`: `parent: about/board` means `pages/about/board.md`.

Correct the name, or remove the line: then the page stands below the index page of its own folder.
"""

from collections.abc import Iterator, Mapping
from posixpath import dirname

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Folder, Network
from chapterhouse.text import did_you_mean

PAGES = "pages/"


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each parent that no page is, and for each circle."""
    shared = _pages(network.shared)
    every = set(shared).union(*(_pages(one.folder) for one in network.associations if network.shared.parents))
    yield from _problems(network.shared, {**dict.fromkeys(every, ""), **shared})
    yield from _problems(network.hub_folder, _pages(network.hub_folder))
    for association in network.associations:
        if association.folder.parents:
            yield from _problems(association.folder, {**shared, **_pages(association.folder)})


def _pages(folder: Folder) -> dict[str, str]:
    """Return the path of each page by the name that `parent` calls it."""
    start = f"{folder.name}/{PAGES}"
    return {_name(path.removeprefix(start)): path for path in folder.targets if path.startswith(start)}


def _name(path: str) -> str:
    """Return `about/board` for `about/board.md`, `about/board.es.md` and `about/board/index.md`."""
    above, slash, file = path.rpartition("/")
    stem = file.partition(".")[0]
    return above if stem == "index" else f"{above}{slash}{stem}"


def _problems(folder: Folder, pages: Mapping[str, str]) -> Iterator[Diagnostic]:
    start = f"{folder.name}/{PAGES}"
    named = {_name(path.removeprefix(start)): _clean(name) for path, (name, _) in folder.parents.items()}
    for path, (name, line) in folder.parents.items():
        if _clean(name) not in pages:
            hint = did_you_mean(_clean(name), pages) or "write the path below pages/, without .md"
            yield _make(path, line, f'no page is called "{name}"', hint)
        elif circle := _circle(_name(path.removeprefix(start)), named):
            message = f"these pages are each above the other: {' -> '.join(circle)}"
            yield _make(path, line, message, "remove parent from one of them")


def _clean(name: str) -> str:
    return name.strip("/").removesuffix("index").rstrip("/")


def _circle(name: str, named: Mapping[str, str]) -> list[str]:
    """Return the way up from a page if it comes back to it: by `parent`, or by the folder."""
    way = [name]
    while way[-1]:
        way.append(named.get(way[-1], dirname(way[-1])))
        if way[-1] == name:
            return way
        if way[-1] in way[:-1]:
            return []
    return []


def _make(path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code="unknown-parent", message=message, location=Location(path, line), hint=hint)
