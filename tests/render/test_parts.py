"""Parts filled on a site."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from chapterhouse.content_types import event, news, page
from chapterhouse.entries import Entry
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.render.parts import Shelf, below, home_parts, show
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.writer import Output
from tests.render.jobs import job, read
from tests.themes.sample import EVENTS, NEWS
from tests.themes.test_base import THEME

SHELF = Shelf(
    record=Record(name="North"),
    network=NetworkRecord(name="N"),
    listings={"event": [*EVENTS], "news": [*NEWS]},
)


def entry(name: str, kind: str = "page", parts: tuple[str, ...] = (), **fields: Any) -> Entry:
    folder = {"page": "pages", "event": "events", "news": "news"}[kind]
    made = {"page": page.Fields, "event": event.Fields, "news": news.Fields}[kind]
    route = "" if name == "index" else f"{name}/" if kind == "page" else f"{folder}/{name}/"
    return Entry(
        path=f"associations/north/{folder}/{name}.md",
        type=kind,
        route=route,
        language="en",
        fields=made(title=name.title(), audience="own", **fields),
        summary="",
        parts=parts,
    )


def test_pieces_are_given_to_the_template_by_name() -> None:
    seen: list[tuple[str, dict[str, Any]]] = []

    def fill(name: str, names: dict[str, Any]) -> str:
        seen.append((name, names))
        return "[cards]"

    body = (
        '<p>x</p>\n<part cards><part-item><part-title>A<part-href href="/a/">'
        "<part-item><part-title><b>B</b></part cards><p>y</p>"
    )
    assert show(body, lambda: SHELF, fill) == "<p>x</p>\n[cards]<p>y</p>"
    ((name, names),) = seen
    assert name == "parts/cards.html"
    assert names["items"] == [{"title": "A", "href": "/a/"}, {"title": "<b>B</b>"}]
    assert all(isinstance(piece, Markup) for item in names["items"] for piece in item.values())
    assert (names["heading"], names["titled"]) == ("h2", False)


def test_the_site_is_only_looked_at_where_a_part_shows_what_it_has() -> None:
    def never() -> Shelf:
        raise AssertionError

    assert show("<part lead><part-item><part-text>x</part lead>", never, lambda *_: "y") == "y"
    assert show("<p>no part</p>", never, lambda *_: "y") == "<p>no part</p>"


def test_options_are_read_as_they_were_written() -> None:
    body = "<part events most=2></part events>|<part people group=A%20%26%20B></part people>"
    shown = show(body, lambda: SHELF, lambda _, names: str(len(names["upcoming"])))
    assert shown == "2|"


def test_below_the_words_stand_the_parts_that_have_something() -> None:
    found = below(("news", "people", "events"), SHELF)
    assert found["parts"] == ("news", "events")
    assert [item.title for item in found["latest_news"]] == [item.title for item in NEWS]
    assert below((), SHELF) == {"parts": ()}


def test_a_home_page_shows_events_and_news_unless_it_says_otherwise() -> None:
    assert home_parts(None, ()) == ("events", "news")
    assert home_parts(None, ("events", "lead")) == ("news",)
    assert home_parts(("people",), ("people",)) == ("people",)
    assert home_parts((), ()) == ()


def site(root: Path, *entries: tuple[Entry, str]) -> Rendering:
    static = THEME / "static"
    names = [path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()]
    given = job(root, entries, themes=(str(THEME),), assets={name: f"/assets/{name}" for name in names})
    rendering = Rendering(given, Output(given.stage, {}))
    rendering.write()
    return rendering


def test_a_page_shows_what_its_body_and_its_front_matter_name(tmp_path: Path) -> None:
    rendering = site(
        tmp_path,
        (entry("index", parts=("events",)), "<h2>Soon</h2>\n<part events></part events>\n"),
        (entry("visit"), "<p>Come.</p>"),
        (entry("night", "event", start="2026-06-01 20:00"), "<p>Stars.</p>"),
        (entry("past", "event", start="2026-05-16"), "<p>Over.</p>"),
        (entry("dome", "news", date="2026-05-01"), "<p>Open.</p>"),
    )
    home = read(tmp_path, "north/index.html")
    assert '<h3><a href="/north/events/night/">Night</a></h3>' in home
    assert home.count("/north/events/night/") == 1
    assert "/north/events/past/" not in home
    assert "<h2>News</h2>" in home
    assert rendering.output.diagnostics == []


def test_a_news_item_s_parts_are_in_the_feed_with_absolute_addresses(tmp_path: Path) -> None:
    body = (
        '<part buttons><part-item><part-href href="entry:associations/north/pages/visit.md">'
        "<part-text>Visit</part buttons>"
    )
    site(tmp_path, (entry("visit"), ""), (entry("dome", "news", ("buttons",), date="2026-05-01"), body))
    assert 'href="https://example.org/north/visit/"&gt;Visit&lt;/a&gt;' in read(tmp_path, "north/feed.atom")


def test_addresses_in_parts_are_looked_at_like_others(tmp_path: Path) -> None:
    rendering = site(
        tmp_path,
        (
            entry("visit", parts=("buttons",)),
            '<part buttons><part-item><part-href href="/north/gone/"><part-text>Gone</part buttons>',
        ),
    )
    rendering.follow_links(rendering.output)
    assert [one.code for one in rendering.output.diagnostics] == ["dead-address"]
