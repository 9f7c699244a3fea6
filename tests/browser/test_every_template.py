"""What holds for one page of each template: headings in order, focus seen, room at 320 px and 200 % zoom."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from quality.axe import DESKTOP, PHONE
from quality.pages import Site

MOST_STOPS = 30
"""How many presses of the Tab key are tried on a page: all of most pages, the beginning of long lists."""
WITHOUT_FRAME = ("embed",)
"""Pages that stand inside other pages and have nothing to skip."""
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility())"
STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), box = one.getClientRects()[0];
  const shape = one.querySelector("path, circle");
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    words: (one.getAttribute("aria-label") || one.textContent || one.name || one.tagName).trim().slice(0, 40),
    outlined: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || (shape !== null && parseFloat(getComputedStyle(shape).strokeWidth) >= 3),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth,
    covered: at !== null && !one.contains(at) && !at.contains(one),
  };
}"""
MOVING = """[...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const long = style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
  return long || style.animationName !== "none" || style.scrollBehavior === "smooth";
}).map((one) => one.tagName)"""
ROOM = [
    pytest.param({"width": 320, "height": 640}, 1, id="320 px"),
    pytest.param({"width": 640, "height": 450}, 2, id="1280 px at 200 %"),
    pytest.param({"width": 320, "height": 256}, 4, id="1280 px at 400 %"),
]


def stops(page: Page) -> list[dict[str, Any]]:
    """Return what has the focus after each press of the Tab key, until the page is left."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("theme", ["published", "in_slate"])
@pytest.mark.parametrize(("size", "scale"), ROOM)
def test_nothing_is_wider_than_the_window(
    request: pytest.FixtureRequest, chromium: Browser, size: Any, scale: int, theme: str
) -> None:
    site: Site = request.getfixturevalue(theme)
    page = chromium.new_page(viewport=size, device_scale_factor=scale)
    wide = []
    for sampled in site.sample:
        page.goto(site.address + sampled.path)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            wide.append((sampled.path, wider))
    page.close()
    assert wide == []


@pytest.mark.parametrize("theme", ["published", "in_slate"])
def test_headings_are_in_order(request: pytest.FixtureRequest, chromium: Browser, theme: str) -> None:
    site: Site = request.getfixturevalue(theme)
    page = chromium.new_page(viewport=DESKTOP)
    for sampled in site.sample:
        page.goto(site.address + sampled.path)
        levels = page.evaluate(f"{LEVELS}.map((one) => Number(one.tagName[1]))")
        assert levels[:1] == [1], sampled.path
        assert levels.count(1) == 1, sampled.path
        assert all(level <= above + 1 for above, level in pairwise(levels)), sampled.path
        assert all(page.evaluate(f"{LEVELS}.map((one) => one.textContent.trim())")), sampled.path
    page.close()


@pytest.mark.parametrize(
    ("size", "forced"),
    [
        pytest.param(PHONE, "none", id="phone"),
        pytest.param(DESKTOP, "none", id="desktop"),
        pytest.param(DESKTOP, "active", id="forced colours"),
    ],
)
@pytest.mark.parametrize("theme", ["published", "in_slate"])
def test_the_focus_is_seen_wherever_it_is(
    request: pytest.FixtureRequest, chromium: Browser, size: Any, forced: Any, theme: str
) -> None:
    site: Site = request.getfixturevalue(theme)
    context = chromium.new_context(viewport=size, forced_colors=forced, reduced_motion="reduce")
    page = context.new_page()
    lost = []
    for sampled in site.sample:
        page.goto(site.address + sampled.path)
        found = stops(page)
        assert found[0]["words"] == "Skip to the content" or sampled.template in WITHOUT_FRAME
        lost += [
            (sampled.path, stop)
            for stop in found
            if not stop["outlined"] or not stop["seen"] or stop["covered"]
        ]
    context.close()
    assert lost == []


@pytest.mark.parametrize("theme", ["published", "in_slate"])
def test_nothing_moves_for_those_who_ask_for_that(
    request: pytest.FixtureRequest, chromium: Browser, theme: str
) -> None:
    site: Site = request.getfixturevalue(theme)
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    for sampled in site.sample:
        page.goto(site.address + sampled.path)
        assert page.evaluate(MOVING) == [], sampled.path
    context.close()
