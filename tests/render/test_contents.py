"""Pelican's own objects, where plugins may look at them."""

from pathlib import Path
from typing import Any

from chapterhouse.render import plugin
from chapterhouse.render.contents import Contents, forget_contents, make_contents
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.settings import run_settings
from chapterhouse.render.warming import import_all
from chapterhouse.render.writer import Output
from tests.builders import entry
from tests.render.jobs import job

A = "associations/north"


def contents(root: Path, *args: Any, **more: Any) -> Contents:
    import_all()
    given = job(root, *args, **more)
    rendering = Rendering(given, Output(given.stage, {}, tree=True))
    settings = run_settings(rendering, [plugin, "other"], "out")
    return make_contents(rendering, settings, {**settings, "generated_content": {}, "static_links": set()})


def test_news_are_articles_the_newest_first_and_all_else_are_pages(tmp_path: Path) -> None:
    found = contents(
        tmp_path,
        [
            (entry(f"{A}/news/a.md", type_="news", title="Old", date="2026-01-01"), "<p>a</p>"),
            (entry(f"{A}/news/b.md", type_="news", title="New", date="2026-02-01 18:30"), "<p>b</p>"),
            (entry(f"{A}/pages/c.md", title="About"), "<p>c</p>"),
        ],
    )
    assert [article.title for article in found.articles] == ["New", "Old"]
    assert [page.title for page in found.pages] == ["About"]
    assert found.articles[0].date.isoformat() == "2026-02-01T18:30:00-06:00"
    assert (found.articles[0].url, found.articles[0].save_as) == ("news/b/", "news/b/index.html")
    assert {"", "404.html", "news/"} <= found.by_route.keys()


def test_a_body_that_a_plugin_changed_is_seen(tmp_path: Path) -> None:
    found = contents(tmp_path, [(entry(f"{A}/pages/c.md"), "<p>c</p>")])
    assert found.changed_body("c/") is None
    found.by_route["c/"]._content = "<p>changed</p>"
    forget_contents()
    assert found.changed_body("c/") == "<p>changed</p>"
    assert found.changed_body("404.html") is None


def test_translations_know_each_other(tmp_path: Path) -> None:
    found = contents(
        tmp_path,
        [
            (entry(f"{A}/pages/a.md"), ""),
            (entry(f"{A}/pages/a.es.md", route="es/a/", language="es"), ""),
        ],
        languages=("en", "es"),
    )
    assert [page.lang for page in found.pages] == ["en"]
    assert [other.lang for other in found.by_route["a/"].translations] == ["es"]


def test_nothing_of_a_site_is_kept_when_it_is_done(tmp_path: Path) -> None:
    from pelican.contents import Content

    found = contents(tmp_path, [(entry(f"{A}/pages/c.md"), "<p>c</p>")])
    assert found.by_route["c/"].content == "<p>c</p>"
    forget_contents()
    assert Content.__dict__["get_content"].cache == {}
