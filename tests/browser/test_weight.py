"""What a page weighs on the wire, and that nothing in it moves: also while the font is on its way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, Route

from quality.axe import DESKTOP, PHONE
from quality.pages import Site, serve
from tests.running import build, own_network

MOST_BYTES = 50_000
"""What the home page of an association may weigh with its font, stylesheet and scripts."""
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
  .observe({type: "layout-shift", buffered: true});
"""
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
PAGES = ("/", "/directory/", "/wi-aimh/", "/wi-aimh/events/example-day-of-play/", "/mi-aimh/", "/pa-aimh/")


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own network, built and served."""
    project = tmp_path_factory.mktemp("weight") / "network"
    own_network(project)
    run = build(project)
    assert run.code == 0, run.out + run.err
    with serve(Path(project / "output")) as site:
        yield site


@pytest.mark.parametrize("path", ["/wi-aimh/", "/mi-aimh/", "/i-aimh/", "/pa-aimh/"])
def test_the_home_page_of_an_association_is_light(network: Site, chromium: Browser, path: str) -> None:
    page = chromium.new_page()
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(network.address + path, wait_until="networkidle")
    sizes = {answer.url: answer.request.sizes()["responseBodySize"] for answer in answers}
    page.close()
    assert any(url.endswith(".woff2") for url in sizes)
    assert any(url.endswith(".css") for url in sizes)
    assert sum(sizes.values()) <= MOST_BYTES, sizes


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves(network: Site, chromium: Browser, path: str, size: object) -> None:
    page = chromium.new_page(viewport=size)  # type: ignore[arg-type]
    page.add_init_script(WATCH)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    # A busy machine draws half of a page while the rest is on its way; without its styles it draws nothing.
    page.route("**/*.css", hold)
    page.goto(network.address + path, wait_until="commit")
    page.wait_for_function("document.readyState !== 'loading'", polling=20)
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    shift = page.evaluate("document.fonts.ready.then(() => window.shift)")
    assert held
    page.close()
    assert shift == 0


@pytest.mark.parametrize("path", ["/", "/wi-aimh/"])
def test_a_late_font_hardly_moves_anything(network: Site, chromium: Browser, path: str) -> None:
    page = chromium.new_page(viewport=DESKTOP)
    page.add_init_script(WATCH)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(network.address + path, wait_until="domcontentloaded")
    page.evaluate(DRAWN)
    for route in held:
        route.continue_()
    page.wait_for_function("document.fonts.check('400 40px Fraunces')")
    page.evaluate(DRAWN)
    shift = page.evaluate("window.shift")
    page.close()
    assert held
    assert shift < 0.05
