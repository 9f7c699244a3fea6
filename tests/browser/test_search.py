"""The search in a real browser: by keyboard, by address, and the same words as the indexes have."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from chapterhouse.config import read_project
from chapterhouse.load.network import assemble
from chapterhouse.options import Options
from chapterhouse.pipeline import Session
from chapterhouse.search import write_search
from chapterhouse.search.words import words
from chapterhouse.staging import staged
from quality.pages import Site, serve
from tests.running import CHECKOUT, TODAY, build, own_network

SCRIPT = CHECKOUT / "themes" / "base" / "static" / "search.js"
TEXTS = (
    "The Fair, 2nd edition",
    "Éire’s naïve café Straße ΣΊΣΥΦΟΣ İstanbul",
    "Hawaiʻi O’Brien co-op snake_case a b",
    "日本語の本 und ライフ 本 ภาษาไทย",
    "𠀋𠀌 हिन्दी 한국어 " + "long" * 30,
)


@pytest.fixture(scope="module")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own network, built, indexed and served."""
    root = own_network(tmp_path_factory.mktemp("search") / "network")
    run = build(root)
    assert run.code == 0, run.out + run.err
    project = read_project(root)
    session = Session(project, Options(command="check", today=TODAY))
    session.run()
    network = assemble(session.folders, project.settings, TODAY)
    assert network is not None
    stage = tmp_path_factory.mktemp("stage")
    for file in write_search(
        network, work=stage, stage=stage, bodies=project.bodies, published={}, engine="1"
    ):
        (project.output / file.path).parent.mkdir(parents=True, exist_ok=True)
        (project.output / file.path).write_bytes(Path(staged(stage, file.path)).read_bytes())
    with serve(project.output) as site:
        yield site


@pytest.fixture
def page(chromium: Browser, searchable: Site) -> Iterator[Page]:
    """The search page."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(f"{searchable.address}/search/")
    yield opened
    context.close()


def told(page: Page, words: str) -> str:
    """Wait until something is announced that begins with these words, and return it."""
    page.wait_for_function(
        "words => document.querySelector('[data-status]').textContent.includes(words)", arg=words
    )
    return page.get_by_role("status").inner_text()


def titles(page: Page) -> list[str]:
    return page.locator(".results .title").all_inner_texts()


def test_words_are_those_of_the_indexes(page: Page) -> None:
    code = re.search(
        r"const UNSPACED.*?(?=\n\s*/\* Files are)", SCRIPT.read_text(encoding="utf-8"), re.DOTALL
    )
    assert code
    made = page.evaluate(f"texts => {{ {code[0]}; return texts.map(words); }}", list(TEXTS))
    assert made == [words(text) for text in TEXTS]


def test_it_is_searched_by_keyboard_and_the_result_announced(page: Page) -> None:
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.type("wisconsin")
    assert re.fullmatch(r"\d+ results for “wisconsin”", told(page, "wisconsin"))
    assert titles(page)[0] == "Wisconsin Alliance for Infant Mental Health"
    assert page.get_by_label("What are you looking for?").evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    assert page.url.endswith("/search/?q=wisconsin")
    page.locator(".results a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/directory/wi-aimh/")


def test_little_is_loaded_before_the_first_query(page: Page, searchable: Site) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{searchable.address}/search/", wait_until="networkidle")
    page.get_by_label("What are you looking for?").focus()
    page.wait_for_load_state("networkidle")
    scripts = [one for one in answers if one.url.endswith((".js", ".json"))]
    assert sum(len(one.body()) for one in scripts) < 60_000


def test_an_address_is_a_search(page: Page, searchable: Site) -> None:
    page.goto(f"{searchable.address}/search/?q=endorsement&association=wi-aimh&type=page")
    told(page, "endorsement")
    assert page.get_by_label("Website").input_value() == "wi-aimh"
    links = page.locator(".results a").evaluate_all("all => all.map(one => one.pathname)")
    assert links
    assert all(link.startswith("/wi-aimh/") for link in links)
    page.get_by_label("Website").select_option("")
    page.wait_for_function("!location.search.includes('association')")


def test_accents_endings_beginnings_and_slips_do_not_matter(page: Page) -> None:
    box = page.get_by_label("What are you looking for?")
    for asked, found in (
        ("hawaii", "Association for Infant Mental Health in Hawaiʻi"),
        ("eire", "Irish Association for Infant Mental Health"),
        ("supervisons reflec", "Reflective supervision"),
        ("wisconson alliance", "Wisconsin Alliance for Infant Mental Health"),
    ):
        box.fill(asked)
        told(page, asked)
        assert found in titles(page)


def test_nothing_found_is_said_so(page: Page) -> None:
    page.get_by_label("What are you looking for?").fill("zzzz <b>")
    assert told(page, "zzzz") == "Nothing was found for “zzzz <b>”."
    assert titles(page) == []


def test_more_results_go_on_where_the_list_ended(page: Page) -> None:
    page.get_by_label("What are you looking for?").fill("infant")
    told(page, "infant")
    page.get_by_role("button", name="More results").click()
    page.wait_for_function("document.querySelectorAll('.results > li').length === 20")
    assert (
        page.locator(".results > li").nth(10).locator("a").evaluate("one => one === document.activeElement")
    )


def test_what_cannot_be_reached_is_told(page: Page) -> None:
    page.route("**/search/index.json", lambda route: route.abort())
    page.get_by_label("What are you looking for?").fill("fair")
    assert told(page, "cannot be reached").endswith("look in the directory.")


def test_without_a_script_the_form_leads_to_the_directory(chromium: Browser, searchable: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{searchable.address}/search/")
    assert not page.get_by_label("Website").is_visible()
    page.get_by_label("What are you looking for?").fill("fair")
    page.keyboard.press("Enter")
    page.wait_for_url("**/directory/?q=fair")
    context.close()


def test_every_header_searches_its_own_site_by_keyboard(page: Page, searchable: Site) -> None:
    page.goto(f"{searchable.address}/wi-aimh/news/")
    page.get_by_role("button", name="Search", exact=True).first.focus()
    page.keyboard.press("Enter")
    box = page.get_by_label("Search WI-AIMH")
    assert box.evaluate("one => one === document.activeElement")
    page.keyboard.type("endorsement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?association=wi-aimh&q=endorsement")
    told(page, "endorsement")
    links = page.locator(".results a").evaluate_all("all => all.map(one => one.pathname)")
    assert links
    assert all(link.startswith("/wi-aimh/") for link in links)
    page.go_back()
    assert page.url.endswith("/wi-aimh/news/")


def test_the_form_of_the_header_closes_with_escape(page: Page, searchable: Site) -> None:
    page.goto(f"{searchable.address}/")
    button = page.get_by_role("button", name="Search", exact=True).first
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("#site-search").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#site-search").is_visible()
    assert button.evaluate("one => one === document.activeElement")


def test_without_scripts_the_header_leads_to_the_search_and_that_to_the_directory(
    chromium: Browser, searchable: Site
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{searchable.address}/wi-aimh/")
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.get_by_label("Search WI-AIMH").fill("fair")
    page.get_by_label("Search WI-AIMH").press("Enter")
    assert page.url.endswith("/search/?association=wi-aimh&q=fair")
    assert page.get_by_text("The search needs JavaScript").is_visible()
    page.get_by_label("What are you looking for?").fill("fair")
    page.get_by_label("What are you looking for?").press("Enter")
    assert "/directory/" in page.url
    context.close()
