"""The hub by stock Pelican: what `pelican -s pelican.conf.py` makes where nobody but Pelican began the run.

The whole network is read, because the hub's pages are computed from it; nothing is recorded or held.
"""

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from chapterhouse.catalogues import read_words
from chapterhouse.clock import today
from chapterhouse.config import Project, find_project, read_project
from chapterhouse.diagnostics import ChapterhouseError, Diagnostic
from chapterhouse.frozen import replace
from chapterhouse.hub_pages import hub_pages
from chapterhouse.load.all import folder_names, load_changed, unpack
from chapterhouse.load.network import assemble
from chapterhouse.load.records import read_network
from chapterhouse.model import HUB, HUB_FOLDER, Network, SiteJob
from chapterhouse.plan.jobs import Surroundings, index_network, site_job
from chapterhouse.record import NetworkRecord
from chapterhouse.render.assets import Assets, read_assets, theme_folders
from chapterhouse.render.pages import SETTINGS_PLACE
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.settings import FIXED, STOCK, site_settings
from chapterhouse.render.writer import Output
from chapterhouse.scan import scan_folder

logger = logging.getLogger(__name__)


def hub_job(root: Path) -> SiteJob:
    """Return the job of a project's hub, everything read anew.

    Raises ChapterhouseError where there is no network to show.
    """
    project = read_project(root)
    network = _read_network(project)
    stack = theme_folders(root, project.settings.theme)
    words = read_words([os.fspath(folder) for folder in stack], network.record.languages[0])
    network = replace(network, words=words)
    name = project.settings.theme
    surroundings = Surroundings(
        project=os.fspath(root),
        bodies=os.fspath(project.bodies),
        theme=name,
        themes={name: tuple(map(os.fspath, stack))},
        assets={name: read_assets(stack).hrefs},
        pelican=project.pelican,
        markdown=project.settings.markdown,
        social_cards=project.settings.social_cards,
    )
    job = site_job(index_network(network), HUB, surroundings, hub_pages=hub_pages(network))
    # Pelican's output folder is the hub's own, also where the network has a folder for each host.
    return replace(job, site=replace(job.site, folder="", assets_folder="assets"))


def begin(pelican: Any) -> None:
    """Prepare a run of Pelican that knows nothing of a site: it makes the hub."""
    job = replace(hub_job(find_project(Path(pelican.path))), stage=pelican.output_path)
    output = Output(job.stage, {}, tree=True)
    for name, content in _assets(job).files.items():
        output.write(f"{job.site.assets_folder}/{name}", content, SETTINGS_PLACE)
    pelican.settings |= {**FIXED, **site_settings(Rendering(job, output)), STOCK: output}


def end(pelican: Any) -> None:
    """Tell what is wrong with the hub's pages."""
    _tell(pelican.settings[STOCK].diagnostics)


def _assets(job: SiteJob) -> Assets:
    return read_assets([Path(theme) for theme in job.themes])


def _read_network(project: Project) -> Network:
    root = project.root
    scans = {name: scan_folder(os.fspath(root / name)) for name in folder_names(root)}
    path = root / HUB_FOLDER / "network.yaml"
    found = read_network(path.read_bytes(), f"{HUB_FOLDER}/network.yaml").record if path.is_file() else None
    record = found if isinstance(found, NetworkRecord) else None
    loaded = load_changed(project, scans, {}, record, lambda function, jobs: map(function, jobs))
    folders = {folder.name: folder for folder in (unpack(packed, project.bodies) for packed, _ in loaded)}
    _tell(d for folder in folders.values() for d in folder.diagnostics)
    network = assemble(folders, project.settings, today())
    if network is None:
        raise ChapterhouseError(f"{HUB_FOLDER}/network.yaml cannot be read; run chapterhouse check")
    return network


def _tell(diagnostics: Iterable[Diagnostic]) -> None:
    for diagnostic in sorted(diagnostics, key=lambda d: d.sort_key()):
        level = logging.ERROR if diagnostic.is_error else logging.WARNING
        logger.log(level, "%s: %s (%s)", diagnostic.location, diagnostic.message, diagnostic.hint)
