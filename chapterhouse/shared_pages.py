"""Which shared pages an association's site gets: those for its kind and languages that are not overridden."""

from collections.abc import Iterable

from chapterhouse.frozen import replace
from chapterhouse.model import SHARED_FOLDER, Association, Entry, Folder, Picture
from chapterhouse.pages import unpack_pages


def shared_entries(folder: Folder) -> tuple[Entry, ...]:
    """Return every shared page."""
    found = unpack_pages(folder.pages).entries
    return tuple(entry for entry in found if entry.type == "page" and not entry.fields.draft)


def shared_files(folder: Folder) -> tuple[Picture, ...]:
    """Return the pictures and documents beside the shared pages."""
    return unpack_pages(folder.pages).pictures


def shared_pages(
    entries: Iterable[Entry], association: Association, languages: tuple[str, ...], main: str
) -> tuple[Entry, ...]:
    """Return the shared pages of one association's site, sorted by path.

    `languages` are the site's, `main` is the one that shared pages are written in unless they say otherwise.
    A page that exists in none of the site's languages is given in that one. An own file of the same path
    overrides: `pages/privacy.md` and `pages/privacy/index.md` are the same, `privacy.es.md` is another.
    """
    kind = association.record.kind
    found: list[Entry] = []
    versions: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.fields.kinds or kind in entry.fields.kinds:
            versions.setdefault(_without_language(entry), []).append(entry)
    for same in versions.values():
        fitting = [entry for entry in same if entry.language in languages]
        found += fitting or [entry for entry in same if entry.language == main]
    kept = (entry for entry in found if override(entry.path, association) is None)
    return tuple(sorted((_routed(entry, languages[0]) for entry in kept), key=lambda entry: entry.path))


def override(path: str, association: Association) -> str | None:
    """Return the association's own entry that stands for a shared page, or None."""
    folder = association.folder
    address = _address(path, SHARED_FOLDER)
    candidates = (f"{folder.name}/{address}/index.md", f"{folder.name}/{address}.md")
    found = (own for own in candidates if own in folder.targets and _address(own, folder.name) == address)
    return next(found, None)


def _address(path: str, folder: str) -> str:
    inside = path.removeprefix(folder + "/").removesuffix(".md")
    return inside.removesuffix("/index")


def _without_language(entry: Entry) -> str:
    return _address(entry.path.removesuffix(".md").removesuffix(f".{entry.language}"), SHARED_FOLDER)


def _routed(entry: Entry, main: str) -> Entry:
    """Return a page with the address that it has on a site with another main language."""
    prefix = f"{entry.language}/"
    if entry.language == main and entry.route.startswith(prefix):
        return replace(entry, route=entry.route.removeprefix(prefix))
    if entry.language != main and not entry.route.startswith(prefix):
        return replace(entry, route=prefix + entry.route)
    return entry
