"""What search engines read."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Location
from chapterhouse.model import HUB
from chapterhouse.render.pages import Page
from chapterhouse.render.sitemap import sitemap_files
from tests.render.jobs import job

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def page(route: str, **more: Any) -> Page:
    return Page(route=route, templates=("page.html",), title="X", language="en", source=Location("x"), **more)


PAGES = [page("b/", lastmod="2026-03-01"), page("404.html", robots="noindex"), page("a & b/"), page("")]


def test_pages_are_listed_by_address_with_the_day_they_changed(tmp_path: Path) -> None:
    files = sitemap_files(job(tmp_path), PAGES)
    assert list(files) == ["sitemap.xml"]
    tree = ElementTree.fromstring(files["sitemap.xml"])
    found = [(u.findtext(f"{NAMESPACE}loc"), u.findtext(f"{NAMESPACE}lastmod")) for u in tree]
    assert found == [
        ("https://example.org/north/", None),
        ("https://example.org/north/a%20&%20b/", None),
        ("https://example.org/north/b/", "2026-03-01"),
    ]


def test_the_hub_has_an_index_of_all_sites(tmp_path: Path) -> None:
    files = sitemap_files(job(tmp_path, slug=HUB, sitemaps=("https://example.org/north/sitemap.xml",)), PAGES)
    assert sorted(files) == ["robots.txt", "sitemap-hub.xml", "sitemap.xml"]
    tree = ElementTree.fromstring(files["sitemap.xml"])
    assert [entry.findtext(f"{NAMESPACE}loc") for entry in tree] == [
        "https://example.org/sitemap-hub.xml",
        "https://example.org/north/sitemap.xml",
    ]


def test_robots_are_told_at_the_root_of_a_host_only(tmp_path: Path) -> None:
    settings = Settings(url="https://example.org/", layout="subdomains")
    files = sitemap_files(job(tmp_path, settings=settings), PAGES)
    assert files["robots.txt"].endswith("Sitemap: https://north.example.org/sitemap.xml\n")
    assert "robots.txt" not in sitemap_files(job(tmp_path), PAGES)
