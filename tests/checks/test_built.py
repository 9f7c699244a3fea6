"""Published pages, read back."""

from pathlib import Path

import pytest

from chapterhouse.config import Settings
from tests.checks.output.published import published

FILES = {
    "index.html": '<p id="a">Hello</p><a href="north/?a&amp;b">x</a><script>"href=no"</script>',
    "north/index.html": "",
    "north/about/index.html": "",
    "north/a file.pdf": "x",
}


def test_a_page_is_read_with_what_it_offers_and_asks_for(tmp_path: Path) -> None:
    page = published(tmp_path, FILES).pages["index.html"]
    assert page.url == "https://example.org/"
    assert page.ids == {"a"}
    assert [(one.href, one.line) for one in page.references] == [("north/?a&b", 1)]
    assert page.text.split() == ["Hello", "x"]


def test_every_file_that_a_browser_may_choose_is_asked_for(tmp_path: Path) -> None:
    page = published(tmp_path, {"index.html": '<source srcset="/a.avif 480w, /b.avif 800w">'}).pages[
        "index.html"
    ]
    assert [one.href for one in page.references] == list(page.fetched) == ["/a.avif", "/b.avif"]


def test_only_pages_are_read_and_every_file_is_known(tmp_path: Path) -> None:
    built = published(tmp_path, FILES)
    assert built.files == set(FILES)
    assert set(built.pages) == {name for name in FILES if name.endswith(".html")}


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.org", "index.html"),
        ("https://example.org/north/", "north/index.html"),
        ("https://example.org/north/about/?x#y", "north/about/index.html"),
        ("https://example.org/north/a%20file.pdf", "north/a file.pdf"),
        ("https://example.org/gone/", "gone/index.html"),
        ("https://example.com/", None),
        ("http://example.org/", None),
    ],
)
def test_an_address_leads_to_a_file_or_out_of_the_network(tmp_path: Path, url: str, path: str | None) -> None:
    assert published(tmp_path, FILES).path_of(url) == path


def test_a_hub_below_a_path(tmp_path: Path) -> None:
    built = published(tmp_path, FILES, Settings(url="https://example.org/network/"))
    assert built.pages["north/about/index.html"].url == "https://example.org/network/north/about/"
    assert built.path_of("https://example.org/network/north/") == "north/index.html"
