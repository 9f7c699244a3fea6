"""Addresses on published pages."""

from pathlib import Path

import pytest

from chapterhouse.config import Settings
from tests.checks.output.published import published, told

ABOUT = '<h1 id="about">About</h1>'


@pytest.mark.parametrize(
    "href",
    [
        "/",
        "about/",
        "/north/about/",
        "/north/about/#about",
        "../assets/a.css",
        "https://example.org/north/",
        "https://elsewhere.example/gone/",
        "mailto:office@example.org",
        "tel:+1",
        "#here",
    ],
)
def test_addresses_that_lead_somewhere(tmp_path: Path, href: str) -> None:
    page = f'<p id="here"><a href="{href}">x</a></p>'
    files = {
        "index.html": "",
        "north/index.html": page,
        "north/about/index.html": ABOUT,
        "assets/a.css": "a{}",
    }
    assert told("dead-address", published(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("/gone/", '"/gone/" leads to no published file'),
        ("about", '"about" leads to no published file'),
        ("#there", '"#there" leads to a part that north/index.html does not have'),
        (
            "/north/about/#histroy",
            '"/north/about/#histroy" leads to a part that north/about/index.html does not have',
        ),
        ("https://example.org/x.pdf", '"https://example.org/x.pdf" leads to no published file'),
    ],
)
def test_addresses_that_do_not(tmp_path: Path, href: str, message: str) -> None:
    files = {
        "index.html": "",
        "north/index.html": f'\n<a href="{href}">x</a>',
        "north/about/index.html": ABOUT,
    }
    assert told("dead-address", published(tmp_path, files)) == [("output/north/index.html:2", message)]


def test_hosts_of_their_own(tmp_path: Path) -> None:
    settings = Settings(url="https://example.org/", layout="subdomains")
    files = {
        "hub/index.html": '<a href="https://north.example.org/about/">x</a><a href="https://north.example.org/gone/">y</a>',
        "north/index.html": '<a href="/about/">x</a>',
        "north/about/index.html": ABOUT,
    }
    assert told("dead-address", published(tmp_path, files, settings)) == [
        ("output/hub/index.html:1", '"https://north.example.org/gone/" leads to no published file')
    ]
