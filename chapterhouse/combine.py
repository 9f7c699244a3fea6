"""The network's common part in the stage: shared assets, data exports, the hub's computed pages as jobs."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from chapterhouse.catalogues import read_words
from chapterhouse.config import Project
from chapterhouse.errors import ChapterhouseError
from chapterhouse.files import digest
from chapterhouse.frozen import frozen, replace
from chapterhouse.model import HubPage, Network, Site, Written
from chapterhouse.render.assets import Assets, read_assets, theme_folders
from chapterhouse.staging import write_staged
from chapterhouse.words import is_english


@frozen
class Themes:
    """Every theme that sites of the network may have, read once."""

    folders: Mapping[str, tuple[str, ...]]
    """The folders of each theme, the more special first."""
    assets: Mapping[str, Assets]

    @property
    def hrefs(self) -> dict[str, Mapping[str, str]]:
        """The published file name of each asset, by theme."""
        return {name: assets.hrefs for name, assets in self.assets.items()}


def read_themes(project: Project) -> Themes:
    """Read the network's theme and those that associations may choose.

    Raises ChapterhouseError where one does not exist.
    """
    names = (project.settings.theme, *project.settings.themes)
    stacks = {name: theme_folders(project.root, name) for name in names}
    return Themes(
        folders={name: tuple(map(str, stack)) for name, stack in stacks.items()},
        assets={name: read_assets(stack) for name, stack in stacks.items()},
    )


def with_words(network: Network, themes: Themes, default: str) -> Network:
    """Return the network with the words of the hub's language and theme; English ones are there already."""
    language = network.record.languages[0]
    if is_english(language):
        return network
    theme = network.record.brand.theme
    stack = themes.folders.get(theme or "") or themes.folders[default]
    return replace(network, words=read_words(stack, language))


def asset_files(themes: Themes, sites: Iterable[Site]) -> dict[str, bytes]:
    """Return every shared asset by its path below the output: once for each host."""
    folders = sorted({site.assets_folder for site in sites})
    return {
        f"{folder}/{name}": content
        for folder in folders
        for assets in themes.assets.values()
        for name, content in assets.files.items()
    }


def export_files(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield every data export, and what scripts of computed pages load, with its path below the output."""
    from chapterhouse.exports import exports
    from chapterhouse.exports._once import forget
    from chapterhouse.hub_pages import page_files

    folder = f"{network.hub.folder}/" if network.hub.folder else ""
    for files in (exports(network), page_files(network)):
        for path, content in files:
            yield f"{folder}{path}", content
    forget()


def stage_files(
    stage: Path, files: Iterable[tuple[str, bytes]], published: Mapping[str, str]
) -> tuple[Written, ...]:
    """Write those files to the stage that are not published with the same bytes; return all of them."""
    written = []
    for path, content in files:
        print_ = digest(content)
        if published.get(path) != print_:
            write_staged(stage, path, content)
        written.append(Written(path=path, digest=print_, size=len(content)))
    return tuple(sorted(written))


def prepare(project: Project) -> Themes | None:
    """Import what a network is built with and read the themes, while other processes are at work.

    A theme that does not exist is told when it is needed; then there is nothing to return.
    """
    from chapterhouse.discover import features
    from chapterhouse.parts import part
    from chapterhouse.render.environment import compile_templates, theme_environment
    from chapterhouse.render.parts import HOME

    for package in ("chapterhouse.checks.source", "chapterhouse.exports", "chapterhouse.hub_pages"):
        features(package)
    for name in HOME:
        part(name)
    settings = project.settings
    with suppress(ChapterhouseError):
        themes = read_themes(project)
        stack = themes.folders[settings.theme]
        env = theme_environment(stack, str(project.root), project.pelican, settings.default_language)
        compile_templates(env)
        return themes
    return None


def computed_pages(network: Network) -> tuple[HubPage, ...]:
    """Return the hub's computed pages; a page of the hub's own entries at the same address comes first."""
    from chapterhouse.hub_pages import hub_pages

    return hub_pages(network)
