"""The limit: a program that reads, parses, renders and writes, and does nothing else."""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import NETWORK_URL, Corpus, Page, Site
from benchmarks.peer import ROOT, TEMPLATES, Run

TITLE = "limit (no feeds, no checks)"
THEME = "one template"
ONE_SITE_A_RUN = False


def version() -> str | None:
    """Tell whether the libraries that it needs are there; it has no version of its own."""
    return "-" if all(find_spec(name) for name in ("jinja2", "pyromark", "yaml")) else None


def lay_out(corpus: Corpus, project: Path) -> None:
    """Write the template, the facts of each site and its entries."""
    project.mkdir(parents=True, exist_ok=True)
    shutil.copy(TEMPLATES / "jinja" / "base.html", project)
    for site in corpus.sites():
        facts = {**asdict(site), "url": f"{NETWORK_URL}/{site.slug}/"}
        layout.write(project / "sites" / site.slug / "site.json", json.dumps(facts))
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(page))


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    return project / "sites" / site.slug / page.kind / f"{page.slug}.md"


def build(project: Path, output: Path, _sites: Sequence[str]) -> list[Run]:
    """Build everything: the limit knows no state."""
    return [Run([sys.executable, ROOT / "benchmarks" / "limit_program.py", project, output], project)]


def _entry(page: Page) -> str:
    # It resolves no links: they are written as addresses.
    body = page.body_with_links(lambda kind, slug: layout.relative_address(page, kind, slug))
    head: dict[str, layout.Value] = {
        "title": page.title,
        "summary": page.summary,
        "date": page.date,
        "updated": page.updated,
        "order": page.order,
        "in_menu": page.in_menu,
        "topics": page.topics,
    }
    return layout.entry(head, body)
