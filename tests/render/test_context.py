"""The names that templates get."""

import json
import re
from pathlib import Path
from typing import Any

from chapterhouse.record import NetworkRecord, Record
from chapterhouse.render.content import read_content
from chapterhouse.render.context import NOTHING, language_contexts, page_context
from chapterhouse.render.pages import site_pages
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.translations import translations
from chapterhouse.render.writer import Output
from tests.builders import entry
from tests.render.jobs import FACTS, job

A = "associations/north"


def names(root: Path, route: str, *args: Any, **more: Any) -> dict[str, Any]:
    given = job(root, *args, **more)
    content = read_content(given, Output(given.stage, {}))
    page = next(page for page in site_pages(content) if page.route == route)
    shared = language_contexts(content)[page.language]
    return {**shared.names, **page_context(content, page, shared)}


def test_the_page_says_its_title_address_and_way(tmp_path: Path) -> None:
    found = names(tmp_path, "about/", [(entry(f"{A}/pages/about.md", title="About"), "")])
    assert (found["title"], found["canonical"]) == ("About", "https://example.org/north/about/")
    assert [tuple(crumb) for crumb in found["breadcrumbs"]] == [("North Club", "/north/"), ("About", "")]
    assert found["data_template"] == "page"
    assert json.loads(found["json_ld"])["@type"] == "BreadcrumbList"


def test_news_and_events_tell_machines_what_they_are(tmp_path: Path) -> None:
    news = [(entry(f"{A}/news/a.md", type_="news"), ""), (entry(f"{A}/events/b.md", type_="event"), "")]
    kinds = {
        route: [thing["@type"] for thing in json.loads(names(tmp_path, route, news)["json_ld"])["@graph"]]
        for route in ("news/a/", "events/b/")
    }
    assert kinds == {"news/a/": ["Article", "BreadcrumbList"], "events/b/": ["Event", "BreadcrumbList"]}


def test_the_home_page_tells_machines_whose_site_it_is(tmp_path: Path) -> None:
    assert json.loads(names(tmp_path, "")["json_ld"])["@type"] == "Organization"
    assert [thing["@type"] for thing in json.loads(names(tmp_path, "", slug="")["json_ld"])["@graph"]] == [
        "Organization",
        "WebSite",
    ]


def test_what_search_engines_shall_not_see_has_no_address_and_no_data(tmp_path: Path) -> None:
    found = names(tmp_path, "404.html")
    assert (found["canonical"], found["json_ld"], found["breadcrumbs"]) == ("", "", ())


def test_the_file_on_the_git_host_is_offered_where_there_is_one(tmp_path: Path) -> None:
    from chapterhouse.frozen import replace

    facts = replace(FACTS, record=NetworkRecord(name="N", repository="https://git.example.org/edit/main/"))
    about = [(entry(f"{A}/pages/about.md"), "")]
    assert names(tmp_path, "about/", about)["edit_url"] is None
    found = names(tmp_path, "about/", about, network=facts)
    assert found["edit_url"] == f"https://git.example.org/edit/main/{A}/pages/about.md"


def test_the_site_says_what_it_has(tmp_path: Path) -> None:
    plain = names(tmp_path, "")["site"]
    assert (plain.root, plain.feed, plain.events_feed, plain.logo) == (
        "/north/",
        "/north/feed.atom",
        None,
        None,
    )
    event = [(entry(f"{A}/events/b.md", type_="event"), "")]
    assert names(tmp_path, "", event)["site"].events_feed == "/north/events.ics"
    assert names(tmp_path, "", record=Record(name="N", short_name="NC"))["site"].label == "NC"


def test_a_page_in_two_languages_names_the_other(tmp_path: Path) -> None:
    entries = [
        (entry(f"{A}/pages/a.md"), ""),
        (entry(f"{A}/pages/a.es.md", route="es/a/", language="es"), ""),
        (entry(f"{A}/pages/b.md"), ""),
    ]
    given = job(tmp_path, entries, languages=("en", "es"))
    content = read_content(given, Output(given.stage, {}))
    found = translations(content, site_pages(content))
    assert {route: [(o.language, o.href, o.is_same) for o in others] for route, others in found.items()} == {
        "": [("es", "/north/es/", True)],
        "es/": [("en", "/north/", True)],
        "a/": [("es", "/north/es/a/", True)],
        "es/a/": [("en", "/north/a/", True)],
        "b/": [("es", "/north/es/", False)],
    }


def test_the_architecture_page_names_everything_that_a_template_gets(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", text))))
    given = job(tmp_path)
    rendering = Rendering(given, Output(given.stage, {}))
    found = rendering.page_context(rendering.pages[0]).keys() - rendering.env.globals.keys()
    assert found >= NOTHING.keys() - {"article", "page"}
    assert found - told - {"article", "page"} == set()
