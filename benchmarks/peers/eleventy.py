"""Eleventy: one project with every association as a folder, JavaScript templates, its own Markdown."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import (
    NETWORK_EMAIL,
    NETWORK_MISSION,
    NETWORK_NAME,
    NETWORK_URL,
    TIME_ZONE,
    VENUE,
    Corpus,
    Page,
    Site,
)
from benchmarks.install import NODE, node_package_version
from benchmarks.peer import TEMPLATES, Run

TITLE = "Eleventy"
THEME = "equivalent"
ONE_SITE_A_RUN = False


def version() -> str | None:
    """Ask the folder that holds the Node peers."""
    return node_package_version("@11ty/eleventy")


def lay_out(corpus: Corpus, project: Path) -> None:
    """Write the configuration, the templates, the facts of every site and its entries."""
    shutil.copytree(TEMPLATES / "eleventy", project)
    shutil.copytree(TEMPLATES / "shared", project / "static")
    layout.write(project / "package.json", '{"type": "module"}\n')
    network = {
        "name": NETWORK_NAME,
        "url": NETWORK_URL,
        "mission": NETWORK_MISSION,
        "email": NETWORK_EMAIL,
        "time_zone": TIME_ZONE,
    }
    facts = {}
    for site in corpus.sites():
        facts[site.slug] = {**asdict(site), "url": f"{NETWORK_URL}/{site.slug}/"}
        common = {"slug": site.slug, "layout": "page.11ty.js", "folder": ""}
        layout.write(project / "content" / site.slug / f"{site.slug}.json", json.dumps(common))
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(site, page))
    layout.write(project / "network.json", json.dumps(network))
    layout.write(project / "sites.json", json.dumps(facts))


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    folder = project / "content" / site.slug
    return (folder if page.kind == "pages" else folder / page.kind) / f"{page.slug}.md"


def build(project: Path, output: Path, _sites: Sequence[str]) -> list[Run]:
    """Build the whole project."""
    program = NODE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return [Run(["node", program, "--quiet", f"--output={output}"], project)]


def _entry(site: Site, page: Page) -> str:
    # Links are written as addresses, which spares Eleventy the transform that would find them.
    body = page.body_with_links(lambda kind, slug: layout.absolute_address(site, kind, slug))
    head: dict[str, layout.Value] = {"title": page.title, "summary": page.summary}
    if page.kind == "news":
        head |= {"folder": page.kind, "date": page.date, "updated": page.updated, "author": page.author}
    elif page.kind == "events":
        head |= {"folder": page.kind, "start": page.start, "end": page.end, "venue": VENUE}
    else:
        head |= {"order": page.order, "menu": page.in_menu}
    head |= {"topics": page.topics, "intended_for": [page.intended_for]}
    return layout.entry(head, body)
