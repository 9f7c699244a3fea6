"""The menu with the keyboard alone, and pages without any script."""

from playwright.sync_api import Browser, Page

from quality.axe import DESKTOP, PHONE
from quality.pages import Site

FOCUSED = "document.activeElement.textContent.trim()"


def walk(page: Page, steps: int) -> list[str]:
    """Return the words of what has the focus after each press of the Tab key."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUSED))
    return found


def test_the_first_stop_leads_past_the_menu(published: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(f"{published.address}/north/")
    assert walk(page, 1) == ["Skip to the content"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_every_page_of_the_menu_is_reached_with_the_keyboard(published: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(f"{published.address}/north/")
    stops = walk(page, 12)
    for words in ("About us", "Visiting us", "News", "Events", "Resources", "People"):
        assert words in stops
    page.get_by_role("button", name="More in About us").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "The board"
    page.keyboard.press("Enter")
    page.wait_for_url("**/north/about/board/")
    page.close()


def test_on_a_phone_the_menu_opens_and_closes_with_the_keyboard(published: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.goto(f"{published.address}/north/")
    news = page.get_by_role("navigation", name="Main").get_by_role("link", name="News", exact=True)
    assert not news.is_visible()
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    assert news.is_visible()
    page.keyboard.press("Escape")
    assert not news.is_visible()
    page.close()


def test_pages_work_without_scripts(published: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{published.address}/north/")
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Events", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Events"
    page.goto(f"{published.address}/directory/")
    for name in ("Northern Association", "Southern Association", "Isle & Islets"):
        assert page.get_by_text(name).first.is_visible()
    context.close()


def test_a_former_address_leads_on(published: Site, chromium: Browser) -> None:
    page = chromium.new_page()
    page.route("https://network.example/**", lambda route: route.fulfill(body="arrived"))
    page.goto(f"{published.address}/old-north/about/board/")
    page.wait_for_url("https://network.example/north/about/board/")
    assert page.get_by_text("arrived").is_visible()
    page.close()
