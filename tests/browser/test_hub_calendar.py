"""The calendar in a real browser, at different times and in different places."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from quality.pages import Site


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A visitor in Dublin on the 5th of June 2026."""
    context = chromium.new_context(timezone_id="Europe/Dublin", locale="en-IE")
    opened = context.new_page()
    opened.clock.set_fixed_time("2026-06-05T09:00:00Z")
    yield opened
    context.close()


def test_what_has_passed_since_the_build_is_gone(page: Page, published: Site) -> None:
    page.goto(f"{published.address}/calendar/")
    assert not page.get_by_role("heading", name="March 2026").is_visible()
    assert not page.get_by_role("link", name="Meeting of all").is_visible()
    assert page.get_by_role("link", name="Summer fair", exact=True).is_visible()


def test_times_are_told_in_the_visitors_zone_too(page: Page, published: Site) -> None:
    page.goto(f"{published.address}/calendar/2026-07/")
    row = page.locator("[data-marks]").filter(has=page.get_by_role("link", name="Summer fair", exact=True))
    assert "10:00 AM – 4:00 PM CDT" in row.inner_text()
    assert "(for you Sat" in row.inner_text()
    assert "4:00" in row.locator(".yours").inner_text()
    page.goto(f"{published.address}/north/events/fair/")
    assert "for you" in page.locator(".yours").inner_text()


def test_the_list_is_narrowed_down(page: Page, published: Site) -> None:
    page.goto(f"{published.address}/calendar/")
    page.get_by_label("How").select_option(label="In person")
    assert page.locator("[data-marks]:visible h3").all_inner_texts() == ["Summer fair"]
    assert page.url.endswith("?way=in-person")


def test_the_table_leads_to_the_events_and_marks_today(page: Page, published: Site) -> None:
    page.goto(f"{published.address}/calendar/2026-06/")
    assert page.locator("td[aria-current=date] time").inner_text() == "5"
    page.get_by_role("link", name="Reading circle").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/north/events/circle/")
    assert page.get_by_role("heading", level=1).inner_text() == "Reading circle"


def test_an_event_comes_as_a_calendar(page: Page, published: Site) -> None:
    page.goto(f"{published.address}/calendar/")
    href = page.get_by_role("link", name="Add to calendar").first.get_attribute("href")
    answer = page.request.get(f"{published.address}{href}")
    assert answer.text().startswith("BEGIN:VCALENDAR")


def test_without_scripts_everything_is_there(chromium: Browser, published: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{published.address}/calendar/")
    assert page.get_by_role("link", name="Meeting of all", exact=True).is_visible()
    page.get_by_role("link", name="July 2026").click()
    assert page.get_by_role("table").is_visible()
    context.close()
