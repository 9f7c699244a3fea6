"""What templates see of an entry."""

import pytest

from chapterhouse.config import site
from chapterhouse.model import Placed, Value
from chapterhouse.render.items import (
    Image,
    Item,
    beside,
    fill_text,
    href,
    own_item,
    placed_item,
    url,
    value_text,
)
from tests.builders import SETTINGS, TODAY, entry

SITE = site(SETTINGS, "north")
A = "associations/north"


def item(path: str, images: dict[str, Image] | None = None, **more: object) -> Item:
    given = entry(f"{A}/{path}", **more)  # type: ignore[arg-type]
    return own_item(
        given, SITE, today=TODAY, time_zone="UTC", values={"association.name": "N"}, images=images or {}
    )


def test_addresses_are_written_as_browsers_want_them() -> None:
    assert href(SITE, "about/") == "/north/about/"
    assert href(SITE, "über uns/") == "/north/%C3%BCber%20uns/"
    assert url(SITE, "about/") == "https://example.org/north/about/"


def test_an_own_item_has_the_addresses_of_the_site_and_its_values() -> None:
    value = Value("association.name", None, 1, 1)
    found = item("pages/about.md", summary="Of \U000f0000.", values=(value,))
    assert (found.href, found.url, found.summary) == (
        "/north/about/",
        "https://example.org/north/about/",
        "Of N.",
    )


def test_the_picture_of_an_entry_is_the_published_one_with_its_words() -> None:
    images = {f"{A}/images/a b.jpg": Image(href="/north/images/a%20b.jpg", alt="", width=4, height=3)}
    found = item("pages/about.md", images, image="../images/a b.jpg", image_alt="Two stars")
    assert found.image == Image(href="/north/images/a%20b.jpg", alt="Two stars", width=4, height=3)
    assert item("pages/about.md", image="../images/gone.jpg").image is None


@pytest.mark.parametrize(
    ("start", "is_past"), [("2026-05-16", True), ("2026-05-17", False), ("2026-05-18 10:00", False)]
)
def test_an_event_has_passed_on_the_day_after(start: str, is_past: bool) -> None:
    found = item("events/fair.md", type_="event", start=start)
    assert (found.is_past, found.when is not None) == (is_past, True)


def test_a_placed_item_has_its_page_elsewhere_and_says_whose_it_is() -> None:
    placed = Placed(
        entry=entry("content/hub/news/grant.md", type_="news", title="Grant"),
        href="/news/grant/",
        url="https://example.org/news/grant/",
        origin="Network",
        origin_href="/",
        time_zone="Europe/Dublin",
    )
    found = placed_item(placed, today=TODAY)
    assert (found.title, found.href, found.origin, found.time_zone) == (
        "Grant",
        "/news/grant/",
        "Network",
        "Europe/Dublin",
    )


def test_a_value_that_the_record_lacks_is_its_default() -> None:
    value = Value("association.phone", "no phone", 1, 1)
    assert value_text(value, {}) == "no phone"
    assert value_text(value, {"association.phone": "12"}) == "12"
    assert fill_text("Call \U000f0000", [value], {}) == "Call no phone"


def test_files_are_named_relative_to_their_entry() -> None:
    assert beside(f"{A}/news/2026/a.md", "../../images/x.jpg") == f"{A}/images/x.jpg"
    assert beside(f"{A}/pages/a.md", "R&amp;D.pdf") == f"{A}/pages/R&D.pdf"
