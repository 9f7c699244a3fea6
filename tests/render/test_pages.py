"""Every page that a site has, before anything is rendered."""

from pathlib import Path

from chapterhouse.model import HubPage
from chapterhouse.record import Record
from chapterhouse.render.content import read_content
from chapterhouse.render.languages import home_route, languages
from chapterhouse.render.pages import Page, lastmod, moved_pages, site_pages
from chapterhouse.render.writer import Output
from tests.builders import entry
from tests.render.jobs import job

A = "associations/north"


def pages(root: Path, *args: object, **more: object) -> dict[str, Page]:
    given = job(root, *args, **more)  # type: ignore[arg-type]
    return {page.route: page for page in site_pages(read_content(given, Output(given.stage, {})))}


def test_each_site_has_a_home_page_and_a_page_for_wrong_addresses(tmp_path: Path) -> None:
    found = pages(tmp_path)
    assert list(found) == ["", "404.html"]
    assert (found[""].file, found["404.html"].file) == ("index.html", "404.html")
    assert (found[""].is_indexed, found["404.html"].is_indexed) == (True, False)


def test_an_entry_has_the_template_of_its_type_or_that_of_any_entry(tmp_path: Path) -> None:
    found = pages(tmp_path, [(entry(f"{A}/news/a.md", type_="news"), "")])
    assert found["news/a/"].templates == ("news.html", "entry.html")
    assert found["news/"].templates == ("news_list.html", "entry_list.html")
    assert found["news/"].listing_type == "news"


def test_a_content_type_without_entries_has_no_listing(tmp_path: Path) -> None:
    assert "events/" not in pages(tmp_path, [(entry(f"{A}/pages/a.md"), "")])


def test_the_home_page_that_somebody_wrote_is_the_home_page(tmp_path: Path) -> None:
    home = pages(tmp_path, [(entry(f"{A}/pages/index.md", title="Hello"), "")])[""]
    assert (home.title, home.templates, home.source.path) == ("Hello", ("home.html",), f"{A}/pages/index.md")


def test_each_language_in_use_has_a_home_page(tmp_path: Path) -> None:
    spanish = entry(f"{A}/pages/a.es.md", route="es/a/", language="es")
    given = job(tmp_path, [(spanish, "")], languages=("en", "es", "fr"))
    content = read_content(given, Output(given.stage, {}))
    assert languages(content) == ("en", "es")
    assert [home_route(content, language) for language in ("en", "es")] == ["", "es/"]
    assert {"", "es/"} <= {page.route for page in site_pages(content)}


def test_a_former_address_leads_to_the_page_and_is_not_for_search_engines(tmp_path: Path) -> None:
    found = pages(
        tmp_path, [(entry(f"{A}/pages/about.md", aliases=("/old/",), fields_lines={"aliases": 3}), "")]
    )
    assert found["old/"].robots == "noindex"
    assert found["old/"].context is not None
    assert found["old/"].context["target"] == "https://example.org/north/about/"
    assert found["old/"].source.line == 3


def test_a_former_slug_leads_from_every_page(tmp_path: Path) -> None:
    given = job(tmp_path, [(entry(f"{A}/pages/about.md"), "")], record=Record(name="N", aliases=("nord",)))
    content = read_content(given, Output(given.stage, {}))
    moved = [(folder, page.route) for folder, page in moved_pages(content, site_pages(content))]
    assert moved == [("nord", "about/"), ("nord", "")]


def test_computed_pages_stand_among_the_hubs(tmp_path: Path) -> None:
    page = HubPage(route="directory/", template="directory.html", title="All", context={"x": 1})
    found = pages(tmp_path, slug="", hub_pages=(page,))["directory/"]
    assert (found.title, found.templates, found.context) == ("All", ("directory.html",), {"x": 1})


def test_the_day_of_the_last_change_is_what_the_entry_says() -> None:
    given = entry(f"{A}/news/a.md", type_="news", date="2026-01-02 10:00", updated="2026-03-04")
    assert lastmod(given) == "2026-03-04"
    assert lastmod(entry(f"{A}/pages/a.md")) == ""
