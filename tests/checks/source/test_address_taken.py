"""Addresses that belong to something else."""

import pytest

from chapterhouse.config import Settings
from tests.builders import association, entry, network
from tests.checks.source.running import run, told

NORTH = "associations/north/pages"
HUB = "content/hub/pages"


def test_addresses_of_their_own() -> None:
    pages = [entry(f"{NORTH}/about.md", aliases=("who-we-are",)), entry(f"{NORTH}/about/news.md")]
    hub = [entry(f"{HUB}/endorsement.md"), entry("content/hub/news/fair.md", type_="news")]
    assert told("address-taken", network(association("north", pages), hub=hub)) == []


@pytest.mark.parametrize("name", ["news", "events", "resources", "people"])
def test_a_page_at_the_address_of_a_list(name: str) -> None:
    found = told("address-taken", network(association("north", [entry(f"{NORTH}/{name}.md")])))
    assert found == [(f"{NORTH}/{name}.md", f'the address "{name}/" is that of the list of all {name}')]


def test_load_has_said_so_where_the_folder_itself_has_the_list() -> None:
    pages = [entry(f"{NORTH}/news.md"), entry("associations/north/news/fair.md", type_="news")]
    assert told("address-taken", network(association("north", pages))) == []


def test_a_list_in_another_language() -> None:
    page = entry(f"{NORTH}/news.es.md", route="es/news/", language="es")
    assert told("address-taken", network(association("north", [page], languages=("en", "es")))) == [
        (f"{NORTH}/news.es.md", 'the address "es/news/" is that of the list of all news')
    ]
    assert told("address-taken", network(association("north", [page], languages=("en",)))) == []


def test_a_shared_page_at_the_address_of_a_list() -> None:
    shared = [entry("content/shared/pages/events/index.md")]
    assert told("address-taken", network(shared=shared)) == [
        ("content/shared/pages/events/index.md", 'the address "events/" is that of the list of all events')
    ]


@pytest.mark.parametrize("name", ["directory", "search/tips", "assets", "data"])
def test_a_page_where_the_hub_is_computed(name: str) -> None:
    first = name.partition("/")[0]
    assert told("address-taken", network(hub=[entry(f"{HUB}/{name}.md")])) == [
        (f"{HUB}/{name}.md", f'"{first}/" is an address that Chapterhouse needs itself')
    ]


def test_assets_lie_in_the_sites_own_folder_only_on_a_host_of_its_own() -> None:
    page = entry(f"{NORTH}/assets.md")
    assert told("address-taken", network(association("north", [page]))) == []
    assert len(told("address-taken", network(association("north", [page], domain="north.example")))) == 1
    subdomains = Settings(url="https://example.org/", layout="subdomains")
    assert len(told("address-taken", network(association("north", [page], settings=subdomains)))) == 1


def test_an_alias_that_is_in_use() -> None:
    pages = [entry(f"{NORTH}/about.md"), entry(f"{NORTH}/board.md", aliases=("/about/",))]
    found = network(association("north", pages))
    assert told("address-taken", found) == [
        (f"{NORTH}/board.md:4", f'the alias "/about/" is the address of {NORTH}/about.md')
    ]
    assert run("address-taken", found)[0].hint == "take the alias out"


def test_an_alias_at_the_address_of_a_list() -> None:
    news = entry("associations/north/news/fair.md", type_="news", aliases=("news",))
    assert [words for _, words in told("address-taken", network(association("north", [news])))] == [
        'the alias "news" is the address of the list of all news'
    ]


def test_an_alias_that_two_claim() -> None:
    pages = [entry(f"{NORTH}/a.md", aliases=("old",)), entry(f"{NORTH}/b.md", aliases=("old",))]
    assert told("address-taken", network(association("north", pages))) == [
        (f"{NORTH}/b.md:4", f'the alias "old" is an alias of {NORTH}/a.md')
    ]
