"""Chapterhouse: the contender that this benchmark is for; all that knows its project folder is here."""

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import (
    NETWORK_EMAIL,
    NETWORK_MISSION,
    NETWORK_NAME,
    NETWORK_URL,
    TIME_ZONE,
    TODAY,
    VENUE,
    Corpus,
    Page,
    Site,
)
from benchmarks.peer import ROOT, Run
from benchmarks.vocabulary import AUDIENCES, TOPICS

TITLE = "Chapterhouse"
THEME = "its own (themes/base)"
ONE_SITE_A_RUN = False

_SETTINGS = f"""
SITENAME = {NETWORK_NAME!r}
SITEURL = {NETWORK_URL!r}
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
NETWORK_SEARCH = False  # No peer makes an index for searching; ours is measured apart.
NETWORK_URL = {NETWORK_URL + "/"!r}
"""


def version() -> str | None:
    """Ask the package of this checkout."""
    if not (ROOT / "chapterhouse" / "__main__.py").is_file():
        return None
    from chapterhouse import __version__

    return str(__version__)


def lay_out(corpus: Corpus, project: Path) -> None:
    """Write settings, the hub, and a record and a folder for each association."""
    layout.write(project / "pelican.conf.py", _SETTINGS.lstrip())
    layout.write(project / "content" / "hub" / "network.yaml", layout.yaml(_network()))
    hub_page = layout.entry({"title": NETWORK_NAME}, "The associations of this network.\n")
    layout.write(project / "content" / "hub" / "pages" / "index.md", hub_page)
    for site in corpus.sites():
        layout.write(project / "associations" / site.slug / "association.yaml", layout.yaml(_record(site)))
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(page))


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    return project / "associations" / site.slug / page.kind / f"{page.slug}.md"


def build(project: Path, output: Path, _sites: Sequence[str]) -> list[Run]:
    """Build the whole network; what did not change is kept by Chapterhouse itself."""
    command = [*_command("build", project), "--output", output, "--today", TODAY]
    return [Run(command, project, _ENVIRONMENT)]


def serve(project: Path, output: Path, port: int) -> Run:
    """Serve the network and rebuild at every save."""
    # The preview has a folder of its own in the project, so that the expected folder leads there.
    output.symlink_to(project / ".chapterhouse" / "preview", target_is_directory=True)
    command = [*_command("serve", project), "--port", str(port), "--no-browser", "--today", TODAY]
    return Run(command, project, _ENVIRONMENT)


_ENVIRONMENT = {"PYTHONPATH": str(ROOT)}


def _command(name: str, project: Path) -> list[str | Path]:
    return [sys.executable, "-m", "chapterhouse", name, "--project", project]


def _network() -> dict[str, layout.Value]:
    return {
        "name": NETWORK_NAME,
        "mission": NETWORK_MISSION,
        "contact": {"email": NETWORK_EMAIL},
        "languages": ["en"],
        "time_zone": "UTC",
        "kinds": {"chapter": {"label": "Chapter"}},
        "audiences": {each: {"label": each.capitalize()} for each in AUDIENCES},
        "topics": {each: {"label": each.capitalize()} for each in TOPICS},
        "link_kinds": {"resource": {"label": "Resource"}},
    }


def _record(site: Site) -> dict[str, layout.Value]:
    return {
        "name": site.name,
        "short_name": site.short_name,
        "kind": "chapter",
        "regions": [site.region],
        "languages": ["en"],
        "time_zone": TIME_ZONE,
        "contact": {
            "email": site.email,
            "phone": site.phone,
            "address": {
                "street": site.street,
                "locality": site.city,
                "region": site.region.removeprefix("US-"),
                "postal_code": site.postal_code,
                "country": "US",
            },
        },
        "mission": site.mission,
        "links": [{"label": each.label, "url": each.url, "kind": "resource"} for each in site.links],
        "social": {each.label.lower(): each.url for each in site.social},
    }


def _entry(page: Page) -> str:
    body = page.body_with_links(lambda kind, slug: layout.relative_entry(page, kind, slug))
    head: dict[str, layout.Value] = {"title": page.title, "summary": page.summary}
    if page.kind == "pages":
        head |= {"order": page.order, "menu": page.in_menu, "audience": "own"}
    elif page.kind == "news":
        head |= {"date": page.date, "updated": page.updated, "author": page.author}
    else:
        start, end = (moment[:16].replace("T", " ") for moment in (page.start, page.end))
        head |= {"start": start, "end": end, "venue": {"name": VENUE}}
    head |= {"topics": page.topics, "intended_for": [page.intended_for]}
    return layout.entry(head, body)
