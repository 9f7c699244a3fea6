"""The directory of a network that is too large for one page, in a real browser: its rows come from a file."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from quality.axe import DESKTOP, PHONE
from quality.pages import Site, serve
from tests.browser.axe import open_page, violations
from tests.running import CHECKOUT, build

COUNT = 1_600
HEAVIEST = 100_000
SETTINGS = 'SITENAME = "Clubs"\nNETWORK_URL = "https://example.org/"\nNETWORK_SEARCH = False\n'
NETWORK = "name: Astronomy Network\nkinds: {club: {label: Club}, society: {label: Society}}\n"
MORE = "Show 100 more"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A network of 1,600, most of which are closed and have no site of their own."""
    with serve(built(tmp_path_factory.mktemp("large"), "base")) as site:
        yield site


@pytest.fixture(scope="module")
def large_in_slate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same network in another theme."""
    with serve(built(tmp_path_factory.mktemp("large-slate"), "slate")) as site:
        yield site


def built(project: Path, theme: str) -> Path:
    """Write and build the network, and return its output."""
    (project / "content" / "hub").mkdir(parents=True)
    (project / "content" / "hub" / "network.yaml").write_text(NETWORK, encoding="utf-8")
    (project / "pelican.conf.py").write_text(f'{SETTINGS}NETWORK_THEME = "{theme}"\n', encoding="utf-8")
    copytree(CHECKOUT / "themes" / theme, project / "themes" / theme)
    for number in range(COUNT):
        folder = project / "associations" / f"club-{number:04}"
        folder.mkdir(parents=True)
        (folder / "association.yaml").write_text(record(number), encoding="utf-8")
    run = build(project)
    assert run.code == 0, run.out + run.err
    return project / "output"


def record(number: int) -> str:
    """Return a record: each 50th association is active, each fourth is of Ireland, the last is of nowhere."""
    lines = [
        f"name: {'Éire' if number == 7 else 'Greater'} Society of Observers in Valley Number {number:04}",
        f"kind: {'club' if number % 2 else 'society'}",
        f"status: {'closed' if number % 50 else 'active'}",
        f"verified_on: {2000 + number % 20}-01-{number % 28 + 1:02}",
    ]
    if number < COUNT - 1:
        lines.append(f"regions: [{'US-WI' if number % 4 else 'IE'}]")
    return "\n".join(lines) + "\n"


@pytest.fixture
def page(chromium: Browser, large: Site) -> Iterator[Page]:
    """The directory."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(f"{large.address}/directory/")
    opened.locator("form[data-filters]").wait_for()
    yield opened
    context.close()


def rows(page: Page) -> list[str]:
    """Return the numbers of the associations that are listed."""
    names = page.locator("[data-list] .lines > li > a").all_inner_texts()
    return [name.rpartition(" ")[2] for name in names if "Number" in name]


def told(page: Page, words: str) -> None:
    """Wait until the number of results is announced."""
    page.locator("form output", has_text=words).wait_for()


def loaded(page: Page) -> bool:
    """Tell whether the page has asked for the rows."""
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    return any(name.endswith("/directory/rows.json") for name in names)


def test_the_page_is_light_and_asks_for_nothing_until_somebody_filters(page: Page, large: Site) -> None:
    files = (large.folder / "directory" / "index.html", large.folder / "directory" / "rows.json")
    assert max(len(gzip.compress(file.read_bytes(), 6)) for file in files) < HEAVIEST
    assert len(json.loads(files[1].read_bytes())["rows"]) == COUNT
    assert rows(page) == []
    assert page.get_by_role("link", name="Ireland").is_visible()
    assert not loaded(page)


def test_a_filter_brings_the_rows_and_says_how_many_fit(page: Page) -> None:
    page.get_by_text("Narrow down").click()
    page.get_by_label("Status").select_option(label="Active")
    told(page, "32 of 1600 associations found")
    assert loaded(page)
    assert rows(page) == [f"{n:04}" for n in [*range(0, COUNT, 100), *range(50, COUNT, 100)]]
    assert page.locator("[data-list] h2").all_inner_texts() == ["Ireland", "United States"]
    assert not page.locator("[data-list] .mark").is_visible()
    page.get_by_label("Words").fill("eire")
    told(page, "0 of 1600")
    page.get_by_label("Status").select_option("")
    told(page, "1 of 1600 associations found")
    row = page.locator("[data-list] .lines > li")
    assert row.inner_text() == "Éire Society of Observers in Valley Number 0007 Wisconsin Closed"
    row.get_by_role("link").click()
    page.wait_for_url("**/directory/club-0007/")


def test_long_results_come_step_by_step_and_keep_the_focus(page: Page) -> None:
    page.get_by_label("Order").focus()
    page.keyboard.press("ArrowDown")
    told(page, "1600 of 1600 associations found")
    assert rows(page)[:2] == ["0007", "0000"]
    assert len(rows(page)) == 100
    more = page.get_by_role("button", name=MORE)
    page.locator("[data-list] .lines > li > a").last.focus()
    page.keyboard.press("Tab")
    assert more.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    assert len(rows(page)) == 200
    assert page.evaluate("document.activeElement.textContent").endswith(rows(page)[100])
    page.get_by_label("Words").fill("number 001")
    told(page, "12 of 1600")
    assert len(rows(page)) == 12
    assert not more.is_visible()


def test_the_last_step_says_how_many_are_left(page: Page) -> None:
    page.get_by_label("Words").fill("number 15")
    total = sum("15" in f"{number:04}" for number in range(COUNT))
    told(page, f"{total} of 1600 associations found")
    page.get_by_role("button", name=f"Show {total - 100} more").click()
    assert len(rows(page)) == total
    assert not page.get_by_role("button", name="more").is_visible()


def test_the_address_keeps_what_was_chosen(page: Page, large: Site) -> None:
    page.get_by_text("Narrow down").click()
    page.get_by_label("Country").select_option("ie")
    told(page, "400 of 1600")
    page.get_by_label("Order").select_option("checked")
    page.get_by_label("Status").select_option("active")
    told(page, "16 of 1600")
    assert page.url.endswith("/directory/?sort=checked&country=ie&status=active")
    page.go_back()
    page.go_back()
    told(page, "400 of 1600")
    page.go_back()
    told(page, "1600 of 1600")
    page.goto(f"{large.address}/directory/?region=us-wi&q=0013")
    told(page, "1 of 1600")
    assert rows(page) == ["0013"]


def test_everybody_is_shown_by_country_if_somebody_asks(page: Page) -> None:
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    told(page, "1600 of 1600 associations found")
    assert page.locator("[data-list] h2").all_inner_texts() == ["Ireland"]
    assert rows(page)[:2] == ["0000", "0004"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Madison", "Madison, Wisconsin: 1199 found"),
        ("Eire", "Ireland: 400 found"),
        ("Maryland", "Maryland: nobody there"),
        ("Xyzzy", "No place of that name"),
    ],
)
def test_the_first_thing_asked_may_be_a_place(page: Page, typed: str, answer: str) -> None:
    page.get_by_label("Where are you?").fill(typed)
    page.keyboard.press("Enter")
    page.locator("[data-answer]", has_text=answer).wait_for()
    told(page, " of 1600 associations found")
    assert page.locator("[data-answer]").inner_text().startswith(answer)


def test_rows_that_do_not_come_are_told_and_the_plain_way_stays(page: Page) -> None:
    page.route("**/rows.json", lambda route: route.abort())
    page.get_by_label("Words").fill("valley")
    told(page, "The list could not be loaded. The links below lead to all associations without it.")
    assert page.locator(".browse").get_by_text("State or region").is_visible()
    assert page.get_by_role("link", name="Ireland").first.is_visible()
    page.unroute("**/rows.json")
    page.get_by_label("Words").fill("number 0001")
    told(page, "1 of 1600 associations found")
    assert rows(page) == ["0001"]


def test_without_scripts_each_association_is_three_links_away(chromium: Browser, large: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{large.address}/directory/")
    page.get_by_role("link", name="G", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "First letter: G"
    page.get_by_role("link", name="More", exact=True).click()
    page.get_by_role("link", name="Number 0201").click()
    page.wait_for_url("**/directory/club-0201/")
    context.close()


@pytest.mark.parametrize("theme", ["large", "large_in_slate"])
@pytest.mark.parametrize(("size", "colours"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone", "desktop"])
def test_axe_finds_nothing(
    request: pytest.FixtureRequest, chromium: Browser, theme: str, size: object, colours: str
) -> None:
    site: Site = request.getfixturevalue(theme)
    page = open_page(chromium, size, colours)
    found = {}
    for chosen in ("", "?kind=club", "?sort=name"):
        page.goto(f"{site.address}/directory/{chosen}")
        if chosen:
            told(page, " of 1600 associations found")
        found[chosen] = violations(page)
    page.close()
    assert found == {chosen: [] for chosen in found}
