"""The page for other websites' frames."""

from selectolax.lexbor import LexborHTMLParser

from chapterhouse.exports import embed
from chapterhouse.frozen import replace
from chapterhouse.model import Network


def read(network: Network) -> LexborHTMLParser:
    """Return the page as a browser reads it."""
    return LexborHTMLParser(embed.render(network).decode())


def test_it_lists_every_association_by_country(clubs: Network) -> None:
    page = read(clubs)
    assert [one.text() for one in page.css("h2")] == ["Elsewhere", "Ireland", "United States"]
    links = {one.text(): one.attributes["href"] for one in page.css("li a")}
    assert links["North Club, of Stars"] == "https://example.org/north/"
    assert links['"Online" & <only>'] == "https://example.org/online/"
    assert links["Past Club"] == "https://example.org/directory/past/"


def test_links_leave_the_frame_and_nothing_is_fetched(clubs: Network) -> None:
    page = read(clubs)
    base = page.css_first("base")
    assert base is not None
    assert base.attributes["target"] == "_top"
    assert not page.css("script, img, iframe, link[rel=stylesheet]")


def test_it_has_a_title_and_a_language(clubs: Network) -> None:
    page = read(clubs)
    root, title = page.css_first("html"), page.css_first("title")
    assert root is not None
    assert title is not None
    assert root.attributes["lang"] == "en"
    assert title.text() == "Astronomy Network: directory"


def test_a_remark_says_what_has_ended(clubs: Network) -> None:
    remarks = [one.text() for one in read(clubs).css("small")]
    assert "(merged)" in remarks
    assert "(being founded)" in remarks
    assert "(The Badger State)" in remarks


def test_the_notice_of_the_network_is_there_too(nobody: Network) -> None:
    warned = replace(nobody, record=replace(nobody.record, notice="A demonstration & nothing else."))
    notice = read(warned).css_first("p")
    assert notice is not None
    assert notice.text() == "A demonstration & nothing else."


def test_a_network_without_associations_has_a_page(nobody: Network) -> None:
    assert not read(nobody).css("li")
