"""The parts of pages in a real browser: accessible, within reach of the keyboard, and still by themselves."""

from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser

from chapterhouse.parts import parts
from quality.axe import DESKTOP, PHONE
from quality.pages import Site, serve
from tests.browser.axe import open_page, violations
from tests.running import NETWORKS, build, copy_of

FRONT = "---\ntitle: All parts\nmenu: no\nparts: [events, people, contact]\n---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small alliance with one page more, which has the example of each part."""
    project = copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("parts") / "network")
    home = project / "associations" / "north"
    for name, shade in (("evening", "navy"), ("moon", "olive")):
        (home / "images").mkdir(exist_ok=True)
        Image.new("RGB", (1200, 800), shade).save(home / "images" / f"{name}.png")
    text = "\n".join(f"## {name}\n\n{one.EXAMPLE}" for name, one in parts().items())
    (home / "pages" / "all-parts.md").write_text(FRONT + text, encoding="utf-8")
    run = build(project)
    assert run.code == 0, run.out + run.err
    with serve(project / "output") as served:
        yield served


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    site: Site, chromium: Browser, size: object, colours: str
) -> None:
    page = open_page(chromium, size, colours)
    page.goto(f"{site.address}/north/all-parts/")
    assert violations(page) == []
    page.close()


def test_a_gallery_moves_by_keyboard_only(site: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.goto(f"{site.address}/north/all-parts/")
    gallery = page.locator(".gallery")
    gallery.focus()
    assert gallery.evaluate("element => element.scrollLeft") == 0
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.gallery').scrollLeft > 0")
    page.close()


def test_a_question_opens_by_keyboard(site: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.goto(f"{site.address}/north/all-parts/#what-if-it-rains")
    answer = page.get_by_text("Then we show a film.")
    assert not answer.is_visible()
    page.locator("summary", has_text="What if it rains?").focus()
    page.keyboard.press("Enter")
    assert answer.is_visible()
    page.close()
