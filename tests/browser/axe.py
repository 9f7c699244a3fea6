"""axe in a test: a page that it may look at, and what it finds there."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Page

from quality.axe import RUN

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def open_page(chromium: Browser, size: object, colours: str = "light") -> Page:
    """Return a new page of a size, without motion, whose closing closes its context too."""
    return chromium.new_page(
        viewport=size,  # type: ignore[arg-type]
        color_scheme=colours,  # type: ignore[arg-type]
        reduced_motion="reduce",
        bypass_csp=True,  # The page's own security policy rightly forbids a foreign script, and axe is one.
    )


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page, and where the page is wider than its window."""
    page.evaluate(AXE)
    found = [
        f"{violation['id']} at {'; '.join(' '.join(node['target']) for node in violation['nodes'])}"
        for violation in page.evaluate(RUN)
    ]
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found + ([f"wider than the window by {width}"] if width > 0 else [])
