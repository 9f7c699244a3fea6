"""axe finds nothing on one page of each template, on phone and desktop, light and dark, and mirrored."""

import pytest
from playwright.sync_api import Browser

from quality.axe import DESKTOP, PHONE, foreign
from quality.pages import Site
from tests.browser.axe import open_page, violations

VIEWS = [
    *(
        pytest.param(size, colours, "", id=f"{name}-{colours}")
        for name, size in (("phone", PHONE), ("desktop", DESKTOP))
        for colours in ("light", "dark")
    ),
    pytest.param(PHONE, "light", "rtl", id="phone-light-mirrored"),
]


def test_each_template_of_the_theme_is_in_the_sample(published: Site) -> None:
    names = {page.template for page in published.sample}
    assert names >= {
        "association",
        "calendar",
        "data",
        "directory",
        "directory_facet",
        "endorsement",
        "event",
        "event_list",
        "home",
        "listing_facet",
        "map",
        "news",
        "news_list",
        "not_found",
        "page",
        "person",
        "person_list",
        "resource",
        "resource_list",
        "search",
    }


@pytest.mark.parametrize("theme", ["published", "in_slate"])
@pytest.mark.parametrize(("size", "colours", "direction"), VIEWS)
def test_axe_finds_nothing(
    request: pytest.FixtureRequest,
    chromium: Browser,
    size: object,
    colours: str,
    direction: str,
    theme: str,
) -> None:
    published: Site = request.getfixturevalue(theme)
    page = open_page(chromium, size, colours)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = []
    for sampled in published.sample:
        asked.clear()
        page.goto(published.address + sampled.path)
        found += foreign(sampled, asked, published)
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        found += [f"{sampled.path}: {one}" for one in violations(page)]
    page.close()
    assert found == []
