"""Eleventy: one project with every association as a folder, Nunjucks templates, its own Markdown."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import NETWORK_URL, Corpus, Page, Site
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
    facts = {}
    sections = []
    for site in corpus.sites():
        facts[site.slug] = {**asdict(site), "url": f"{NETWORK_URL}/{site.slug}/", "updated": "2025-12-28"}
        for folder, count in (("news", corpus.news_count), ("events", corpus.event_count)):
            if count:
                sections.append({"slug": site.slug, "folder": folder, "title": folder.capitalize()})
        common = {"slug": site.slug, "tags": [site.slug], "layout": "page.njk", "folder": ""}
        layout.write(project / "content" / site.slug / f"{site.slug}.json", json.dumps(common))
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(page))
    layout.write(project / "data" / "sites.json", json.dumps(facts))
    layout.write(project / "data" / "sections.json", json.dumps(sections))


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    folder = project / "content" / site.slug
    return (folder if page.kind == "pages" else folder / page.kind) / f"{page.slug}.md"


def build(project: Path, output: Path, _sites: Sequence[str]) -> list[Run]:
    """Build the whole project."""
    program = NODE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return [Run(["node", program, "--quiet", f"--output={output}"], project)]


def _entry(page: Page) -> str:
    # Links are written as addresses, which spares Eleventy the transform that would find them.
    body = page.body_with_links(lambda kind, slug: layout.relative_address(page, kind, slug))
    head: dict[str, layout.Value] = {
        "title": page.title,
        "summary": page.summary,
        "date": page.date,
        "updated": page.updated,
        "order": page.order,
        "author": page.author,
        "topics": page.topics,
        "menu": page.in_menu,
    }
    if page.kind != "pages":
        head["folder"] = page.kind
    if page.slug == "index":
        head["listing"] = True
    return layout.entry(head, body)
