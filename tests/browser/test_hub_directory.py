"""The directory in a real browser: filters, the address, finding one's own by a place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quality.pages import Site

ALL = ["Isle & Islets", "Southern", "Northern"]
"""As the directory has them: by country, then by region."""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A visitor who stands in Madison and is asked before anybody learns it."""
    opened = chromium.new_context(geolocation={"latitude": 43.07, "longitude": -89.4})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, published: Site) -> Page:
    """The directory."""
    opened = context.new_page()
    opened.goto(f"{published.address}/directory/")
    opened.locator("form[data-filters]").wait_for()
    return opened


def shown(page: Page) -> list[str]:
    """Return the associations that are visible, in their order."""
    names = page.locator("[data-marks]:visible .title").all_inner_texts()
    return [next(name for name in ALL if words.startswith(name)) for words in names]


def told(page: Page) -> str:
    """Return how many there are, as it is announced."""
    return page.locator("form output").inner_text()


def test_a_filter_narrows_the_list_and_says_how_many_are_left(page: Page) -> None:
    assert (shown(page), told(page)) == (ALL, "3 of 3 associations shown")
    page.get_by_text("Narrow down").click()
    page.get_by_label("Kind").select_option(label="State association")
    assert (shown(page), told(page)) == (ALL[1:], "2 of 3 associations shown")
    assert not page.get_by_role("heading", name="Ireland").is_visible()
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelector('form output').textContent.startsWith('3 of 3')")
    assert shown(page) == ALL


def test_the_filters_are_reached_opened_and_used_by_keyboard(page: Page) -> None:
    page.get_by_label("Words").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Narrow down"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.get_by_label("Kind").focus()
    page.keyboard.type("State")
    assert (shown(page), told(page)) == (ALL[1:], "2 of 3 associations shown")
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('form output').textContent.startsWith('3 of 3')")
    assert shown(page) == ALL


def test_the_address_keeps_what_was_chosen(page: Page, published: Site) -> None:
    page.get_by_text("Narrow down").click()
    page.get_by_label("Country").select_option("us")
    page.get_by_label("Offers").select_option("library")
    assert page.url.endswith("/directory/?country=us&service=library")
    page.go_back()
    assert shown(page) == ALL[1:]
    page.goto(f"{published.address}/directory/?region=us-il")
    page.locator("form[data-filters]").wait_for()
    assert shown(page) == ["Southern"]
    assert page.get_by_label("State or region").input_value() == "us-il"


def test_words_are_found_without_their_accents(page: Page) -> None:
    page.get_by_label("Words").fill("NÁEC")
    assert shown(page) == ["Northern"]
    page.get_by_label("Words").fill("nobody at all")
    assert (shown(page), told(page)) == ([], "0 of 3 associations shown")


def test_the_order_can_be_changed_and_restored(page: Page) -> None:
    page.get_by_label("Order").select_option("checked")
    assert shown(page) == ["Southern", "Northern", "Isle & Islets"]
    assert not page.get_by_role("heading", name="United States").is_visible()
    page.get_by_label("Order").select_option("")
    assert shown(page) == ALL


@pytest.mark.parametrize(
    ("typed", "found", "words"),
    [
        ("Madison", ["Northern"], "Madison, Wisconsin: 1 found"),
        ("il", ["Southern"], "Illinois: 1 found"),
        ("Eire", ["Isle & Islets"], "Ireland: 1 found"),
        ("United States", ["Southern", "Northern"], "United States: 2 found"),
        ("Maryland", [], "Maryland: nobody there"),
    ],
)
def test_a_place_leads_to_whoever_serves_it(page: Page, typed: str, found: list[str], words: str) -> None:
    page.get_by_label("Where are you?").fill(typed)
    page.keyboard.press("Enter")
    page.get_by_text(words).wait_for()
    assert sorted(shown(page)) == sorted(found)


def test_another_town_of_the_name_is_one_press_away(page: Page) -> None:
    page.get_by_label("Where are you?").fill("Madison")
    page.keyboard.press("Enter")
    other = page.get_by_role("button", name="Madison, Alabama")
    other.wait_for()
    other.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Madison, Alabama: nobody there").wait_for()
    assert shown(page) == []


def test_an_unknown_place_is_told_and_hides_nobody(page: Page) -> None:
    page.get_by_label("Where are you?").fill("Xyzzy")
    page.keyboard.press("Enter")
    page.get_by_text("No place of that name").wait_for()
    assert shown(page) == ALL


def test_the_browsers_place_is_asked_for_only_on_request_and_stays_in_it(
    page: Page, context: BrowserContext
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    context.grant_permissions(["geolocation"])
    page.get_by_role("button", name="Use my location").click()
    page.get_by_text("Wisconsin: 1 found").wait_for()
    assert shown(page) == ["Northern"]
    assert [url.rpartition("/")[2] for url in asked] == ["places.json"]


def test_without_scripts_each_value_has_a_page(published: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{published.address}/directory/")
    assert not page.locator("form[data-filters]").is_visible()
    page.get_by_text("State or region").click()
    page.get_by_role("link", name="Wisconsin").click()
    assert page.get_by_role("heading", level=1).inner_text() == "State or region: Wisconsin"
    assert page.get_by_role("link", name="Northern Association").first.is_visible()
    context.close()
