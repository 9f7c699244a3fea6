"""Each page has a picture for those who link to it: its own, or a card."""

from pathlib import Path
from typing import Any

import pytest

from chapterhouse.diagnostics import Location
from chapterhouse.model import HUB
from chapterhouse.record import Brand, Record
from chapterhouse.render import cards
from chapterhouse.render.cards import LETTERS, Card, Cards
from chapterhouse.render.content import read_content
from chapterhouse.render.items import Image
from chapterhouse.render.pages import Page, site_pages
from chapterhouse.render.site import render_site
from chapterhouse.render.writer import Output
from tests.builders import entry
from tests.render.jobs import job, read
from tests.render.photographs import photograph

A = "associations/north"
PLACE = Location(f"{A}/association.yaml")


def made(root: Path, titles: list[str], **more: Any) -> tuple[list[Image | None], Output]:
    """Return the pictures of pages with these titles."""
    entries = [(entry(f"{A}/pages/p{number}.md", title=title), "") for number, title in enumerate(titles)]
    given = job(root, entries, **{"social_cards": "pages", **more})
    output = Output(given.stage, given.published)
    pages = [page for page in site_pages(read_content(given, output)) if page.entry]
    found = Cards(given, output, PLACE)
    return [found.image(page) for page in pages], output


def test_a_page_has_a_card_with_its_title(tmp_path: Path) -> None:
    (image,), output = made(tmp_path, ["How we began"])
    assert image is not None
    assert image.href.startswith("https://example.org/north/cards/")
    assert (image.alt, image.width, image.height) == ("How we began, North Club", 1200, 630)
    assert list(output.files) == [image.href.removeprefix("https://example.org/")]


def test_two_pages_of_one_title_share_a_card(tmp_path: Path) -> None:
    (one, other), output = made(tmp_path, ["Meetings", "Meetings"])
    assert one == other
    assert (len(output.files), output.diagnostics) == (1, [])


def test_a_card_that_is_published_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, first = made(tmp_path, ["Meetings"])
    monkeypatch.setattr("chapterhouse.render.card_drawing.drawn", None)
    published = {path: file.digest for path, file in first.files.items()}
    _, second = made(tmp_path, ["Meetings"], published=published)
    assert [(path, file.digest) for path, file in second.files.items()] == list(published.items())


def test_another_colour_or_name_is_another_card(tmp_path: Path) -> None:
    records = (
        Record(name="North Club"),
        Record(name="North Club", brand=Brand(color="#aa2233")),
        Record(name="Northern Club"),
    )
    hrefs = set()
    for record in records:
        (image,), _ = made(tmp_path, ["Meetings"], record=record)
        assert image is not None
        hrefs.add(image.href)
    assert len(hrefs) == 3


def test_what_cannot_be_set_gets_the_card_of_the_site_or_none(tmp_path: Path) -> None:
    (arabic, english), _ = made(tmp_path, ["مرحبا بكم", "North Club"])
    assert arabic is not None
    assert arabic == english
    assert arabic.alt == "North Club"
    assert made(tmp_path, ["Hello"], record=Record(name="نادي"))[0] == [None]


def test_one_card_for_each_site(tmp_path: Path) -> None:
    (one, other), output = made(tmp_path, ["How we began", "Meetings"], social_cards="sites")
    assert one == other
    assert len(output.files) == 1


def test_odd_spaces_and_hyphens_make_no_other_card(tmp_path: Path) -> None:
    (one, other), _ = made(tmp_path, ["Well-being for all", "Well\u2011be\u00ading  for all"])
    assert one is not None
    assert other is not None
    assert one.href == other.href


@pytest.mark.parametrize(("width", "own"), [(700, True), (500, False)])
def test_a_photograph_of_its_own_stands_for_a_card(tmp_path: Path, width: int, own: bool) -> None:
    given = job(
        tmp_path,
        [(entry(f"{A}/pages/p.md", image="../x.jpg", image_alt="A hill"), "")],
        files={"x.jpg": photograph(size=(width, 300))},
        social_cards="pages",
    )
    output = Output(given.stage, given.published)
    (page,) = [page for page in site_pages(read_content(given, output)) if page.entry]
    image = Cards(given, output, PLACE).image(page)
    assert image is not None
    assert (image.href == "https://example.org/north/x.jpg") is own
    assert (image.alt == "A hill") is own


def test_pages_that_are_not_indexed_have_none(tmp_path: Path) -> None:
    given = job(tmp_path, social_cards="pages")
    page = Page(
        route="404.html",
        templates=("x.html",),
        title="Not found",
        language="en",
        source=PLACE,
        robots="noindex",
    )
    assert Cards(given, Output(given.stage, {}), PLACE).image(page) is None


def test_templates_see_it_only_where_it_is_wanted(tmp_path: Path) -> None:
    theme = tmp_path / "theme/templates"
    theme.mkdir(parents=True)
    (theme / "page.html").write_text("[{{ social_image.alt if social_image else 'none' }}]")
    for name in ("home.html", "header.html", "footer.html", "head.html", "not_found.html"):
        (theme / name).write_text("")
    for value, words in (("off", "[none]"), ("sites", "[North Club]"), ("pages", "[Meetings, North Club]")):
        render_site(
            job(
                tmp_path,
                [(entry(f"{A}/pages/p.md", title="Meetings"), "")],
                themes=(str(tmp_path / "theme"),),
                social_cards=value,
            )
        )
        assert read(tmp_path, "north/p/index.html") == words


def test_the_hub_has_cards_of_its_own_name(tmp_path: Path) -> None:
    given = job(
        tmp_path, [(entry("content/hub/pages/about.md", title="About"), "")], slug=HUB, social_cards="pages"
    )
    output = Output(given.stage, {})
    (page,) = [page for page in site_pages(read_content(given, output)) if page.entry]
    image = Cards(given, output, PLACE).image(page)
    assert image is not None
    assert image.alt == "About, Astronomy Network"
    assert next(iter(output.files)).startswith("cards/")


def test_the_key_names_all_that_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card(title="a", name="b", network="c", ground="#000000", ink="#ffffff", line="#ff0000")
    keys = {card.key, *(card._replace(**{name: "#00ff00"}).key for name in card._fields)}
    monkeypatch.setattr(cards, "EDITION", 0)
    keys.add(card.key)
    assert len(keys) == 8
    assert set("Ógra na hÉireann Niñez Łódź Über Ștefan ẞ €") <= LETTERS
