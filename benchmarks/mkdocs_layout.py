"""The projects that Material for MkDocs and Zensical share: mkdocs.yml and docs/ per association."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks import layout
from benchmarks.corpus import NETWORK_URL, Corpus, Page, Site
from benchmarks.peer import INSTALLED, Run

PROGRAMS = INSTALLED / "python" / "bin"
_ICON = "fontawesome/solid/link"


def lay_out(corpus: Corpus, project: Path) -> None:
    """Write one project per association, in Material's own theme."""
    for site in corpus.sites():
        settings: dict[str, layout.Value] = {
            "site_name": site.name,
            "site_url": f"{NETWORK_URL}/{site.slug}/",
            "site_description": site.mission,
            "site_author": f"{site.short_name} office",
            "theme": {"name": "material", "font": False, "features": ["navigation.path", "navigation.tabs"]},
            # The search index is measured apart for every contender.
            "plugins": [],
            "markdown_extensions": ["tables", {"toc": {"permalink": True}}],
            "extra": {"social": [{"icon": _ICON, "link": each.url} for each in site.social]},
        }
        layout.write(project / site.slug / "mkdocs.yml", layout.yaml(settings))
        for page in corpus.pages(site):
            layout.write(source(project, site, page), _entry(page))


def source(project: Path, site: Site, page: Page) -> Path:
    """Name the Markdown file of an entry."""
    folder = project / site.slug / "docs"
    return (folder if page.kind == "pages" else folder / page.kind) / f"{page.slug}.md"


def build(program: str, project: Path, output: Path, sites: Sequence[str]) -> list[Run]:
    """Build each site with a run of its own and put its folder where it is expected."""
    # Zensical builds only into a folder of its project, so that the expected folder leads there.
    output.mkdir(parents=True, exist_ok=True)
    for slug in sites:
        if not (output / slug).is_symlink():
            (output / slug).symlink_to(project / slug / "site", target_is_directory=True)
    return [Run([PROGRAMS / program, "build", "-f", "mkdocs.yml"], project / slug) for slug in sites]


def _entry(page: Page) -> str:
    body = page.body_with_links(lambda kind, slug: layout.relative_entry(page, kind, slug, "."))
    head: dict[str, layout.Value] = {
        "title": page.title,
        "description": page.summary,
        "date": page.date,
        "updated": page.updated,
        "order": page.order,
        "author": page.author,
        "topics": page.topics,
    }
    return layout.entry(head, f"# {page.title}\n\n{body}")
