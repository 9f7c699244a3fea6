"""Hold, don't halt: which sites are held, and the network with their last good version in their place."""

from collections.abc import Callable, Iterable, Mapping

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import ASSOCIATIONS_FOLDER, HUB, HUB_FOLDER, SHARED_FOLDER, Folder

EVERY_SITE = "*"
"""Stands for all association sites: an error in a shared page holds whoever would show it."""


def owner(diagnostic: Diagnostic) -> str:
    """Return the slug of the site that a diagnostic is about, or `EVERY_SITE`."""
    if diagnostic.site is not None:
        return diagnostic.site
    parts = diagnostic.location.path.split("/")
    if parts[0] == ASSOCIATIONS_FOLDER and len(parts) > 1:
        return parts[1]
    if diagnostic.location.path.startswith(SHARED_FOLDER):
        return EVERY_SITE
    return HUB


def errors_by_site(diagnostics: Iterable[Diagnostic], slugs: Iterable[str]) -> dict[str, list[Diagnostic]]:
    """Return the errors of each site that has any."""
    every = tuple(slugs)
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.is_error:
            slug = owner(diagnostic)
            for held in every if slug == EVERY_SITE else (slug,):
                found.setdefault(held, []).append(diagnostic)
    return found


def folder_of(slug: str) -> str:
    """Return the folder whose content a site shows."""
    return HUB_FOLDER if slug == HUB else f"{ASSOCIATIONS_FOLDER}/{slug}"


def with_last_good(
    folders: Mapping[str, Folder], held: Iterable[str], last_good: Callable[[str], Folder | None]
) -> dict[str, Folder]:
    """Return the folders with each held one replaced by its last good version, or left out if it has none."""
    effective = dict(folders)
    for slug in held:
        name = folder_of(slug)
        good = last_good(name)
        if good is not None:
            effective[name] = good
        elif name != HUB_FOLDER:
            effective.pop(name, None)
    return effective
