"""Tests of the base theme: every template with sample contexts, the stylesheet and its colours."""

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from chapterhouse.brand import (
    DARK_GROUNDS,
    DARK_INK,
    DEFAULT,
    LIGHT_GROUNDS,
    TEXT_CONTRAST,
    contrast,
    palette,
)
from chapterhouse.content_types import content_types
from chapterhouse.discover import features
from chapterhouse.frozen import replace
from chapterhouse.record import Address, Announcement, Contact, NetworkRecord, Record, WebLink
from chapterhouse.render.assets import read_assets, theme_folders
from chapterhouse.render.environment import environment
from chapterhouse.render.menu import MenuItem
from tests.themes import computed, sample

THEME = theme_folders(Path(__file__).parents[2])[-1]
TEMPLATES = THEME / "templates"
STYLE = (THEME / "static" / "style.css").read_text(encoding="utf-8")
CSS = "".join(
    (THEME / "static" / name).read_text(encoding="utf-8")
    for name in re.findall(r'@import url\("([^"]+)"\)', STYLE)
)

BODY = sample.body()
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "page": ("page.html", {"content": BODY, "entry": sample.PAGE}),
    "entry": ("entry.html", {"content": BODY, "entry": sample.NEWS[0]}),
    "home": (
        "home.html",
        {
            "content": BODY,
            "entry": sample.PAGE,
            "breadcrumbs": (),
            "parts": ("events",),
            "upcoming": sample.EVENTS[:3],
        },
    ),
    "home of facts": ("home.html", {"parts": ("news",), "latest_news": sample.NEWS, "breadcrumbs": ()}),
    "home of the hub": (
        "home.html",
        {"is_hub": True, "parts": ("news",), "latest_news": sample.NEWS, "breadcrumbs": ()},
    ),
    "news": ("news.html", {"content": BODY, "entry": sample.NEWS[0]}),
    "news list": ("news_list.html", {"listing": sample.NEWS}),
    "no news": ("news_list.html", {}),
    **{f"event {e.fields.status}": ("event.html", {"content": BODY, "entry": e}) for e in sample.EVENTS},
    "event list": ("event_list.html", {"upcoming": sample.EVENTS[:3], "past": sample.EVENTS[3:]}),
    "no events": ("event_list.html", {}),
    "document": ("resource.html", {"content": BODY, "entry": sample.RESOURCES[0]}),
    "link": ("resource.html", {"content": BODY, "entry": sample.RESOURCES[1]}),
    "resource list": ("resource_list.html", {"listing": sample.RESOURCES}),
    "no resources": ("resource_list.html", {}),
    "role": ("person.html", {"content": BODY, "entry": sample.PEOPLE[0]}),
    "person": ("person.html", {"content": BODY, "entry": sample.PEOPLE[1]}),
    "person list": ("person_list.html", {"listing": sample.PEOPLE}),
    "nobody": ("person_list.html", {}),
    "entry list": ("entry_list.html", {"listing": (*sample.NEWS, *sample.RESOURCES)}),
    "nothing": ("entry_list.html", {}),
    "not found": ("not_found.html", {"breadcrumbs": (), "canonical": "", "robots": "noindex"}),
    "redirect": ("redirect.html", {"target": "https://sky.example.org/new/"}),
    "directory": ("directory.html", {"is_hub": True, **sample.DIRECTORY}),
    "no members": ("directory.html", {"is_hub": True, **sample.DIRECTORY, "groups": [], "facets": []}),
    "lines": ("directory.html", {"is_hub": True, **sample.DIRECTORY, "compact": True}),
    "rows apart": ("directory.html", {"is_hub": True, **sample.DIRECTORY, **sample.ROWS_APART}),
    "directory facet": ("directory_facet.html", {"is_hub": True, **sample.DIRECTORY_FACET}),
    "news by topic": ("listing_facet.html", {"is_hub": True, **sample.LISTING_FACET}),
    "resources by topic": (
        "listing_facet.html",
        {"is_hub": True, **sample.LISTING_FACET, "listing": sample.RESOURCES, "listing_type": "resource"},
    ),
    "news of the hub": ("news_list.html", {"is_hub": True, "listing": sample.NEWS, "facets": sample.FACETS}),
    "calendar": ("calendar.html", {"is_hub": True, **sample.CALENDAR}),
    "month": ("calendar.html", {"is_hub": True, **sample.MONTH}),
    "no coming events": (
        "calendar.html",
        {"is_hub": True, **sample.CALENDAR, "groups": {}, "facets": [], "months": [], "more": False},
    ),
    "endorsement": ("endorsement.html", {"is_hub": True, **sample.ENDORSEMENT}),
    "map": ("map.html", {"is_hub": True, **computed.MAP}),
    "search": ("search.html", {"is_hub": True, **computed.SEARCH}),
    "status": ("status.html", {"is_hub": True, **computed.STATUS}),
    "data": ("data.html", {"is_hub": True, "exports": sample.EXPORTS}),
    "association": ("association.html", {"is_hub": True, **sample.ASSOCIATION}),
}


@pytest.fixture(scope="module")
def env() -> Environment:
    """The environment in which sites are rendered; an undefined name is an error in it."""
    return environment((str(THEME),))


CHROME = ("site", "association", "network", "member", "members", "menu", "language", "announcement")
"""The names that header and footer know."""


def render(env: Environment, template: str, **further: Any) -> str:
    """Render a template with its header and footer."""
    context = sample.context(template, **further)
    chrome = {name: context[name] for name in CHROME}
    context["head"] = Markup(env.get_template("head.html").render(context))
    context["header"] = Markup(env.get_template("header.html").render(chrome))
    context["footer"] = Markup(env.get_template("footer.html").render(chrome))
    return env.get_template(template).render(context)


def header(env: Environment, **further: Any) -> LexborHTMLParser:
    """Render the header of a site."""
    return LexborHTMLParser(env.get_template("header.html").render(sample.context("page.html", **further)))


def one(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the first element that a selector finds."""
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def colours(css: str) -> dict[str, str]:
    """Return the colour properties of a piece of the stylesheet."""
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", css))


LIGHT = colours(CSS[: CSS.index("prefers-color-scheme: dark")])
DARK = LIGHT | colours(CSS[CSS.index("prefers-color-scheme: dark") : CSS.index("*, ::before")])


@pytest.mark.parametrize("name", PAGES)
def test_every_template_renders_as_a_page(env: Environment, name: str) -> None:
    template, further = PAGES[name]
    markup = render(env, template, **further)
    page = LexborHTMLParser(markup)
    assert markup.startswith("<!doctype html>\n<html lang=")
    assert one(page, "body").attributes["data-template"] == template.removesuffix(".html")
    assert len(page.css("h1")) == 1
    assert len(page.css("main#main")) == 1
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert "&lt;for everybody&gt;" in markup or "for everybody" not in markup
    assert "None" not in re.sub(r"<[^>]+>", "", markup)


@pytest.mark.parametrize("name", [name for name in PAGES if name != "redirect"])
def test_headings_are_in_order_and_links_have_words(env: Environment, name: str) -> None:
    template, further = PAGES[name]
    page = LexborHTMLParser(render(env, template, **further))
    levels = [int((node.tag or "")[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(node.text(strip=True) for node in page.css("h1, h2, h3, h4, h5, h6, button"))
    assert all(node.text(strip=True) for node in page.css("a"))
    assert one(page, "a.skip").attributes["href"] == "#main"


def test_every_template_has_a_sample() -> None:
    without_body = {"layout.html", "head.html", "header.html", "footer.html"}
    shown = {template for template, _ in PAGES.values()}
    assert {path.name for path in TEMPLATES.glob("*.html")} - without_body <= shown


def test_every_content_type_and_hub_page_has_its_template() -> None:
    names = set(features("chapterhouse.hub_pages"))
    names |= set(content_types())
    names |= {f"{name}_list" for name, kind in content_types().items() if kind.LISTING}
    assert {name for name in names if not (TEMPLATES / f"{name}.html").is_file()} == set()


def test_nothing_is_asked_of_another_server() -> None:
    for path in [*TEMPLATES.rglob("*.html"), *(THEME / "static").rglob("*")]:
        if path.is_file() and path.suffix in (".html", ".css", ".js", ".svg"):
            assert not re.search(r"(?:https?:)?//\w", path.read_text(encoding="utf-8")), path.name


def test_nothing_in_the_theme_is_about_one_network() -> None:
    for path in [*TEMPLATES.rglob("*.html"), *(THEME / "static").glob("*.css")]:
        assert not re.search(
            r"infant|mental|\bAIMH\b|alliance", path.read_text(encoding="utf-8"), re.IGNORECASE
        )


def test_members_are_called_what_the_network_calls_them(env: Environment) -> None:
    template, further = PAGES["home of the hub"]
    markup = render(env, template, **further)
    assert "Find your society" in markup
    assert "All societies" in markup
    assert "ssociation" not in re.sub(r"<[^>]+>|\{.*\}", "", markup)


def test_members_are_associations_where_the_network_does_not_say(env: Environment) -> None:
    facts = sample.network(NetworkRecord(name="Federation"))
    template, further = PAGES["home of the hub"]
    assert "Find your association" in render(env, template, **further, network=facts)


def test_what_nobody_confirmed_is_marked(env: Environment) -> None:
    template, further = PAGES["association"]
    page = LexborHTMLParser(render(env, template, **further))
    marks = page.css("main .mark.unsure, main address .mark")
    marked = {node.parent.text(strip=True) for node in marks if node.parent}
    assert {text.removesuffix("not confirmed") for text in marked} == {
        "stars.example.ie",
        "University of Galway",
        "+353 (91) 555 010",
    }
    assert "Not yet verified." in one(page, "main").text()


def test_a_home_page_that_nobody_wrote_says_the_facts(env: Environment) -> None:
    template, further = PAGES["home of facts"]
    facts = one(LexborHTMLParser(render(env, template, **further)), ".facts").text()
    assert "Galway, Mayo" in " ".join(facts.split())
    assert "Public evenings" in facts
    assert "The board" not in facts
    assert "At a glance" not in render(env, *PAGES["home"][:1], **PAGES["home"][1])


@pytest.mark.parametrize("status", ["closed", "merged", "inactive"])
def test_every_page_of_a_closed_association_says_so_and_whom_to_ask(env: Environment, status: Any) -> None:
    record = Record(name="Stars", status=status)
    banner = one(header(env, association=record), "aside.out-of-service")
    assert banner.text(strip=True).startswith("Stars ")
    ask = banner.css("a")[-1]
    assert ask.attributes["href"] == sample.NETWORK.website
    assert ask.text() == "Ask Federation of Astronomy Societies"


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        (Contact(email="office@sky.example.org"), "mailto:office@sky.example.org"),
        (Contact(form="https://sky.example.org/write"), "https://sky.example.org/write"),
        (Contact(), "/"),
    ],
)
def test_the_umbrella_is_asked_where_it_answers(env: Environment, contact: Contact, href: str) -> None:
    facts = sample.network(NetworkRecord(name="Federation", contact=contact))
    found = env.get_template("parts/ask_network.html").render(sample.context("page.html", network=facts))
    assert f'<a href="{href}">Ask Federation</a>' in found


def test_an_association_at_work_has_no_such_banner(env: Environment) -> None:
    assert not header(env).css(".out-of-service")


@pytest.mark.parametrize("url", ["https://sky.example.org/night/", None])
@pytest.mark.parametrize("ends", ["2026-05-05", None])
def test_an_announcement_stands_on_top(env: Environment, url: str | None, ends: str | None) -> None:
    said = Announcement(text="Night of <stars>: 5 May", url=url, ends=ends)
    banner = one(header(env, announcement=said), "aside.announcement")
    assert banner.text(strip=True) == "Night of <stars>: 5 May"
    assert bool(banner.css("a")) == bool(url)
    assert banner.attributes.get("data-ends") == ends
    head = env.get_template("head.html").render(sample.context("page.html", announcement=said))
    assert ("announcement.3f2a91c4.js" in head) == bool(ends)


def test_association_sites_say_where_they_belong(env: Environment) -> None:
    assert [link.text() for link in header(env).css(".belongs a")] == [
        "Part of Federation of Astronomy Societies",
        "All societies",
    ]
    assert not header(env, is_hub=True).css(".belongs")


def test_the_hub_shows_its_members_and_where_they_are(env: Environment) -> None:
    template, further = PAGES["home of the hub"]
    members = [{"name": "Galway", "label": "Galway Stars", "href": "/stars/"}]
    shown = {
        "members_by_country": [{"title": "Ireland", "members": members}],
        "drawing": {"box": "0 0 9 9", "land": "M0 0h9z", "served": "M0 0h1z"},
        "map_href": "/map/",
    }
    page = LexborHTMLParser(render(env, template, **further | shown))
    assert one(page, ".members h3").text() == "Ireland"
    assert one(page, ".members li a").attributes["href"] == "/stars/"
    assert one(page, "a.drawing svg").attributes["aria-label"] == "Map of all societies"


def test_a_verified_record_says_when(env: Environment) -> None:
    record = Record(name="Stars", verified_on="2026-05-17", contact=Contact())
    template, further = PAGES["association"]
    markup = render(env, template, **further | {"record": record})
    assert 'Checked on <time datetime="2026-05-17">May 17, 2026</time>.' in markup
    assert "No contact details are published here" in markup


@pytest.mark.parametrize("status", ["closed", "merged", "inactive", "forming"])
def test_a_record_that_is_not_active_says_so(env: Environment, status: Any) -> None:
    record = Record(name="Stars", status=status)
    successor = {"label": "Dublin Stars", "name": "Stars of Dublin", "href": "/directory/dublin/"}
    template, further = PAGES["association"]
    changed = {"record": record, "status_text": status, "successor": successor}
    banner = one(LexborHTMLParser(render(env, template, **further | changed)), "p.status")
    assert banner.text(strip=True).startswith(f"{status.capitalize()}.")
    assert one(banner, "a").attributes["href"] == "/directory/dublin/"


def test_a_cancelled_event_stays_and_says_so(env: Environment) -> None:
    template, further = PAGES["event cancelled"]
    page = LexborHTMLParser(render(env, template, **further))
    assert "does not take place" in one(page, ".status").text()
    listed = LexborHTMLParser(render(env, *PAGES["event list"][:1], **PAGES["event list"][1]))
    assert one(listed, "li.cancelled .mark").text() == "Cancelled"


@pytest.mark.parametrize(
    ("status", "links"),
    [
        (
            "scheduled",
            [
                "https://stars.example.ie/register",
                "/stars/event/public-evening-at-the-quay.ics",
                "/stars/events.ics",
            ],
        ),
        ("cancelled", []),
        ("postponed", []),
        ("tentative", []),
    ],
)
def test_what_is_to_come_can_be_added_to_a_calendar(env: Environment, status: str, links: list[str]) -> None:
    template, further = PAGES[f"event {status}"]
    page = LexborHTMLParser(render(env, template, **further))
    assert [link.attributes["href"] for link in page.css("main .actions a")] == links


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("scheduled", "On the third Wednesday of every month; not on January 20, 2027."),
        ("postponed", "Every second week on Friday, until March 1, 2027."),
        ("tentative", "Every year."),
    ],
)
def test_recurrence_is_told_in_words(env: Environment, status: str, words: str) -> None:
    template, further = PAGES[f"event {status}"]
    facts = one(LexborHTMLParser(render(env, template, **further)), ".facts dd").text()
    assert words in " ".join(facts.split())


def test_the_menu_works_without_scripts(env: Environment) -> None:
    template, further = PAGES["page"]
    page = LexborHTMLParser(render(env, template, **further))
    assert not page.css("script:not([type='application/ld+json'])")
    targets = [button.attributes["popovertarget"] for button in page.css("button[popovertarget]")]
    assert targets == ["site-search", "site-menu", "site-menu-1"]
    assert all(one(page, f"#{target}[popover]") for target in targets)
    assert [a.text() for a in page.css("#site-menu-1 a")] == ["The board", "Annual reports"]


def test_the_search_of_a_site_is_a_plain_form(env: Environment) -> None:
    stars = LexborHTMLParser(env.get_template("header.html").render(sample.context("page.html")))
    form = one(stars, "form[role=search]")
    assert form.attributes["action"] == "/search/"
    fields = {each.attributes["name"]: each.attributes.get("value") for each in form.css("input")}
    assert fields == {"association": "stars", "q": None}
    hub = LexborHTMLParser(env.get_template("header.html").render(sample.context("page.html", is_hub=True)))
    assert [each.attributes["name"] for each in hub.css("form[role=search] input")] == ["q"]


def test_small_print_stands_in_the_footer(env: Environment) -> None:
    template, further = PAGES["page"]
    page = LexborHTMLParser(render(env, template, **further))
    assert "Privacy" not in one(page, ".menu").text()
    assert "Privacy" in one(page, ".small-print").text()


def test_a_site_without_menu_has_no_button(env: Environment) -> None:
    markup = env.get_template("header.html").render(sample.context("page.html", menu=()))
    assert 'popovertarget="site-menu"' not in markup
    menu = tuple(MenuItem(title=str(n), href=f"/{n}/") for n in range(9))
    assert 'class="wrap tall"' in env.get_template("header.html").render(
        sample.context("page.html", menu=menu)
    )


def test_other_languages_are_offered_and_written_from_their_side(env: Environment) -> None:
    other = {
        "language": "ar",
        "name": "العربية",
        "href": "/stars/ar/about/",
        "url": "https://sky.example.org/stars/ar/about/",
        "is_same": True,
    }
    german = {**other, "language": "de", "name": "Deutsch", "href": "/stars/de/", "is_same": False}
    template, further = PAGES["page"]
    alternates = (("en", "https://sky.example.org/stars/about/"), ("ar", other["url"]))
    markup = render(env, template, **further, translations=(other, german), alternates=alternates)
    assert '<link rel="alternate" hreflang="ar" href="https://sky.example.org/stars/ar/about/">' in markup
    assert '<a href="/stars/ar/about/" lang="ar" dir="rtl" hreflang="ar">العربية</a></li>' in markup
    assert '<a href="/stars/de/" lang="de" hreflang="de">Deutsch</a> <span class="meta">(home page)' in markup
    assert '<html lang="ar" dir="rtl">' in render(env, template, **further, language="ar")


def test_colours_of_a_brand_stand_in_the_page(env: Environment) -> None:
    template, further = PAGES["page"]
    assert f"<style>{palette('#ffd200').css}</style>" in render(
        env, template, **further, brand=palette("#ffd200")
    )
    assert "<style>" not in render(env, template, **further, brand=palette(None))


def test_the_stylesheet_is_whole_and_small() -> None:
    css = read_assets((THEME,)).files
    (name,) = [name for name in css if name.startswith("style.")]
    assert len(gzip.compress(css[name], mtime=0)) <= 9_000
    assert len(css[name]) < len(CSS.encode())
    for text in (CSS, css[name].decode()):
        plain = re.sub(r'/\*.*?\*/|"[^"]*"', "", text, flags=re.DOTALL)
        assert all(plain.count(a) == plain.count(b) for a, b in ("{}", "()", "[]"))
    used = set(re.findall(r"var\((--[\w-]+)", CSS))
    declared = set(re.findall(r"(--[\w-]+):", CSS))
    assert used <= declared


def test_the_stylesheet_holds_the_default_palette() -> None:
    made = palette(DEFAULT)
    assert {name: LIGHT[name] for name in made.light} == made.light
    assert {name: DARK[name] for name in made.dark} == made.dark
    assert (LIGHT["--surface"], LIGHT["--paper"], LIGHT["--sunken"]) == LIGHT_GROUNDS
    assert (DARK["--surface"], DARK["--paper"], DARK["--sunken"]) == DARK_GROUNDS
    assert DARK["--on-brand"] == DARK_INK


def pairs() -> Iterator[tuple[str, str, str]]:
    """Yield scheme, text and ground of every pair that the stylesheet makes."""
    tones = ("--note", "--tip", "--important", "--warning", "--caution")
    for scheme in ("light", "dark"):
        for ground in ("--paper", "--surface", "--sunken", "--brand-soft"):
            for text in ("--ink", "--ink-soft", "--brand", "--brand-strong"):
                yield scheme, text, ground
            if ground != "--sunken":
                yield from ((scheme, tone, ground) for tone in tones)
        yield scheme, "--on-brand", "--brand"
        yield scheme, "--on-brand", "--brand-strong"
        yield scheme, "--on-band", "--band"


@pytest.mark.parametrize(("scheme", "text", "ground"), list(pairs()))
def test_every_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    known = LIGHT if scheme == "light" else DARK
    assert contrast(known[text], known[ground]) >= TEXT_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_that_mean_something_can_be_seen(scheme: str) -> None:
    known = LIGHT if scheme == "light" else DARK
    assert min(contrast(known["--line-strong"], known[ground]) for ground in ("--paper", "--surface")) >= 3


@pytest.mark.parametrize(
    "color", ["#ffd200", "#e4572e", "#7b2d8b", "#0a66c2", "#00ff00", "#000000", "#ffffff"]
)
def test_soft_brand_grounds_carry_the_ink(color: str) -> None:
    made = palette(color)
    for scheme, known in ((made.light, LIGHT), (made.dark, DARK)):
        for text in ("--ink", "--ink-soft", "--warning", "--caution"):
            assert contrast(known[text], scheme["--brand-soft"]) >= TEXT_CONTRAST


@pytest.mark.parametrize(("name", "selector"), [("data", "section p"), ("status", "main .wrap")])
def test_what_only_english_has_words_for_says_so_on_a_page_in_another_language(
    env: Environment, name: str, selector: str
) -> None:
    template, further = PAGES[name]
    english = LexborHTMLParser(render(env, template, **further))
    assert "lang" not in one(english, selector).attributes
    spanish = LexborHTMLParser(render(env, template, **{**further, "language": "es"}))
    assert one(spanish, selector).attributes["lang"] == "en"


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        ({"street": "1 Sea", "locality": "Cork", "region": "C", "postal_code": "T12"}, "1 Sea|Cork, C T12"),
        ({"locality": "Cork", "region": "C & K"}, "Cork, C &amp; K"),
        ({"locality": "Cork", "postal_code": "T12", "country": "IE"}, "Cork, T12|Ireland"),
        ({"region": "C", "postal_code": "T12"}, "C T12"),
        ({"locality": "Cork"}, "Cork"),
        ({"country": "IE"}, "Ireland"),
    ],
)
def test_an_address_has_a_line_for_what_is_known(env: Environment, parts: dict[str, str], lines: str) -> None:
    text = env.get_template("parts/address.html").render(address=Address(**parts))
    assert text == lines.replace("|", "<br>\n")


@pytest.mark.parametrize("count", range(5))
def test_three_ways_to_take_part_stand_on_the_home_page(env: Environment, count: int) -> None:
    links = [WebLink(label=f"Way {n}", url="https://w.example.ie/", kind="donate") for n in range(count)]
    other = WebLink(label="Else", url="https://w.example.ie/", kind="resource")
    record = replace(sample.RECORD, links=(other, *links))
    page = LexborHTMLParser(render(env, "home.html", association=record))
    shown = [link.text() for link in page.css(".hero .actions a")]
    assert shown == [f"Way {n}" for n in range(min(count, 3))]
    assert [link.text() for link in page.css(".hero .actions a.full")] == shown[:1]
    assert len(page.css(".hero .actions")) == bool(count)
