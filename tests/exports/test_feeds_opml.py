"""The list of feeds, read as XML."""

from xml.etree import ElementTree

from chapterhouse.exports import feeds_opml
from chapterhouse.model import Network


def test_it_lists_the_feed_of_every_site(clubs: Network) -> None:
    root = ElementTree.fromstring(feeds_opml.render(clubs))
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    outlines = root.findall("body/outline")
    assert [one.get("xmlUrl") for one in outlines] == [
        "https://example.org/feed.atom",
        "https://example.org/north/feed.atom",
        "https://example.org/online/feed.atom",
    ]
    assert [one.get("text") for one in outlines] == ["Astro", "North Club, of Stars", '"Online" & <only>']
    assert {one.get("type") for one in outlines} == {"rss"}


def test_the_hub_alone_has_a_list(nobody: Network) -> None:
    assert len(ElementTree.fromstring(feeds_opml.render(nobody)).findall("body/outline")) == 1
