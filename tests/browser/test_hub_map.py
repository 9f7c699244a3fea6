"""The map in a real browser: by keyboard, with its list, and without scripts or requests of others."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from quality.pages import Site


@pytest.fixture
def page(chromium: Browser, published: Site) -> Iterator[Page]:
    """The map, in a browser without scripts."""
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{published.address}/map/")
    yield opened
    context.close()


def test_a_region_is_reached_and_followed_by_keyboard(page: Page) -> None:
    region = page.locator("svg a[href='/directory/north/']").first
    name = region.get_attribute("aria-label") or region.text_content() or ""
    assert "Wisconsin" in name
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator("svg a[href='/directory/north/']:focus").count():
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/directory/north/")
    assert page.get_by_role("heading", level=1).is_visible()


def test_the_list_says_what_the_map_shows(page: Page) -> None:
    drawn = set(page.locator("svg a").evaluate_all("all => all.map(one => one.getAttribute('href'))"))
    listed = set(
        page.locator("main a:not(svg a)").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    )
    assert {href for href in drawn if re.fullmatch(r"/directory/[a-z]+/", href)} <= listed
    assert len(drawn) > 1
