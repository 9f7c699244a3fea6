"""Addresses of the own site are followed to its files; those of other sites are handed on."""

from pathlib import Path
from typing import Any

import pytest

from chapterhouse.config import Settings, site
from chapterhouse.diagnostics import Location
from chapterhouse.model import HUB, Link, Value
from chapterhouse.render.links import Links
from chapterhouse.render.site import render_site
from tests.builders import entry
from tests.render.jobs import job

A = "associations/north"
PAGE = Location("page.md")


def links(root: Path, *hrefs: str, slug: str = "north", **more: Any) -> Links:
    found = Links(job(root, slug=slug, **more))
    markup = "".join(f'<a href="{href}">x</a><img src="{href}">' for href in hrefs)
    found.note(markup, (), "a/index.html", PAGE)
    return found


FILES = ("north/index.html", "north/about/index.html", "north/a b.pdf", "north/über/index.html")


@pytest.mark.parametrize(
    "address",
    [
        "/north/",
        "/north/about/",
        "/north/about/#board",
        "/north/about/?x=1",
        "/north/a%20b.pdf",
        "/north/%C3%BCber/",
        "/north/about/index.html",
    ],
)
def test_an_address_of_the_site_leads_to_its_file(tmp_path: Path, address: str) -> None:
    assert links(tmp_path, address).dead(FILES) == []


@pytest.mark.parametrize("address", ["/north/gone/", "/north/about", "/north/a&amp;b/"])
def test_an_address_without_a_file_is_told_at_the_page(tmp_path: Path, address: str) -> None:
    (found,) = links(tmp_path, address).dead(FILES)
    assert (found.code, found.location, found.site) == ("dead-address", PAGE, "north")
    assert address.replace("&amp;", "&") in found.message


def test_what_is_outside_the_site_is_handed_on_once_with_the_first_page(tmp_path: Path) -> None:
    found = links(
        tmp_path, "/south/", "/north/about/", "/assets/style.css", "/south/", "https://example.com/"
    )
    found.note(' href="/south/"', (), "b/index.html", PAGE)
    assert found.outside() == (("/assets/style.css", "a/index.html"), ("/south/", "a/index.html"))
    assert found.dead(FILES) == []


def test_on_the_hub_any_address_may_be_that_of_another_site(tmp_path: Path) -> None:
    found = links(tmp_path, "/north/", "/gone/", slug=HUB)
    assert [address for address, _ in found.outside()] == ["/gone/", "/north/"]
    assert found.dead(()) == []


def test_a_site_on_a_host_of_its_own_has_all_addresses_but_the_assets(tmp_path: Path) -> None:
    own = site(Settings(url="https://example.org/"), "north", "north.example.com")
    found = links(tmp_path, "/", "/about/", "/assets/style.css", "/gone/", site=own)
    assert [d.message for d in found.dead(FILES)] == ['"/gone/" leads to no published file']


def test_known_parts_are_not_looked_at(tmp_path: Path) -> None:
    found = Links(job(tmp_path))
    known = f'<nav class="{"x" * 100}"><a href="/north/a/"></nav>'
    found.note(f'<a href="/north/b/">{known}', [known], "x", PAGE)
    assert [d.message for d in found.dead(())] == ['"/north/b/" leads to no published file']


def theme(root: Path, name: str, text: str) -> str:
    (root / "own" / "templates").mkdir(parents=True)
    (root / "own" / "templates" / name).write_text(text, encoding="utf-8")
    return str(root / "own")


def test_a_mistake_of_a_template_is_told_where_the_page_comes_from(tmp_path: Path) -> None:
    own = theme(tmp_path, "page.html", '<a href="{{ site.root }}gone/">x</a>')
    given = job(tmp_path, [(entry(f"{A}/pages/about.md"), "")])
    summary = render_site(job(tmp_path, [(entry(f"{A}/pages/about.md"), "")], themes=(own, *given.themes)))
    (found,) = summary.diagnostics
    assert (found.code, found.location.path) == ("dead-address", f"{A}/pages/about.md")


def test_a_mistake_of_the_header_is_told_once(tmp_path: Path) -> None:
    own = theme(tmp_path, "header.html", '<a href="{{ site.root }}gone/">x</a>')
    pages = [(entry(f"{A}/pages/{name}.md"), "") for name in ("a", "b")]
    summary = render_site(job(tmp_path, pages, themes=(own, *job(tmp_path).themes)))
    assert [found.code for found in summary.diagnostics] == ["dead-address"]


def test_a_record_value_at_the_beginning_of_a_link_is_looked_at(tmp_path: Path) -> None:
    value = Value("association.custom.path", None, 3, 1)
    given = entry(f"{A}/pages/about.md", values=(value,))
    body = '<a href="\U000f0000">x</a>'
    summary = render_site(
        job(tmp_path, [(given, body)], values={"association.custom.path": "/north/nowhere/"})
    )
    assert [found.message for found in summary.diagnostics] == [
        '"/north/nowhere/" leads to no published file'
    ]


def test_links_of_bodies_to_other_sites_are_handed_on(tmp_path: Path) -> None:
    target = "associations/south/pages/a.md"
    given = entry(f"{A}/pages/about.md", links=(Link(target, "", 1, 1, is_entry=True),))
    body = f'<a href="entry:{target}">x</a>'
    summary = render_site(job(tmp_path, [(given, body)], addresses={target: "/south/a/"}))
    assert ("/south/a/", "north/about/index.html") in summary.links
