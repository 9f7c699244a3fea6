"""Folder names that are addresses of the hub."""

from chapterhouse.config import Settings
from tests.builders import association, entry, network
from tests.checks.source.running import told

SUBDOMAINS = Settings(url="https://example.org/", layout="subdomains")
ABOUT = [entry("content/hub/pages/about.md")]


def test_other_names_are_fine() -> None:
    assert told("reserved-slug", network(association("news-society"), hub=ABOUT)) == []


def test_a_computed_address() -> None:
    assert told("reserved-slug", network(association("directory"))) == [
        ("associations/directory", 'the folder name "directory" is an address of the hub')
    ]


def test_the_address_of_a_page_of_the_hub() -> None:
    found = network(association("about"), hub=ABOUT)
    assert told("reserved-slug", found) == [
        ("associations/about", 'the folder name "about" is the address of content/hub/pages/about.md')
    ]
    assert told("reserved-slug", found, SUBDOMAINS) == []


def test_a_page_below_such_an_address_takes_it_too() -> None:
    found = network(association("about"), hub=[entry("content/hub/pages/about/history.md")])
    assert [place for place, _ in told("reserved-slug", found)] == ["associations/about"]
