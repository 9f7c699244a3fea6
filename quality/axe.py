"""axe over one page of every template in a real browser: phone and desktop, light and dark."""

from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from quality import browser, machine
from quality.gate import Result
from quality.pages import Page, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

NAME = "axe"
PHONE: "ViewportSize" = {"width": 360, "height": 740}
DESKTOP: "ViewportSize" = {"width": 1280, "height": 900}
VIEWS = (("phone", PHONE, "light"), ("phone, dark", PHONE, "dark"), ("desktop", DESKTOP, "light"))
# The size of targets (WCAG 2.2, 2.5.8) is not among what axe looks at by itself.
RUN = """async () => (await axe.run(document, {
  resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
})).violations"""


def check(site: Site) -> Result:
    """Return axe's violations and the requests that leave the site."""
    axe = (machine.node_packages() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    problems: list[str] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=browser.flags())
        for name, size, colours in VIEWS:
            dark = colours == "dark"
            problems += look(chromium, site, axe, view=name, size=size, dark=dark)
        chromium.close()
    return Result(pages=len(site.sample), problems=tuple(problems), note=f"{len(VIEWS)} views of each")


def look(
    chromium: "Browser", site: Site, axe: str, *, view: str, size: "ViewportSize", dark: bool
) -> list[str]:
    """Return what is wrong with the sample in one view."""
    problems: list[str] = []
    # The page's own security policy rightly forbids a foreign script, and axe is one.
    context = chromium.new_context(
        viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for sampled in site.sample:
        asked.clear()
        page.goto(site.address + sampled.path)
        problems += foreign(sampled, asked, site)
        page.evaluate(axe)
        for found in page.evaluate(RUN):
            where = "; ".join(" ".join(node["target"]) for node in found["nodes"][:3])
            problems.append(f"{sampled.path} ({view}): {found['help']} [{found['id']}] at {where}")
    context.close()
    return problems


def foreign(page: Page, asked: list[str], site: Site) -> list[str]:
    """Return the requests of a page that go to another server: a published page makes none."""
    return [
        f"{page.path}: asks another server: {address}"
        for address in asked
        if not address.startswith((site.address, "data:", "blob:"))
    ]
