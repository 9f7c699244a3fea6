"""The combined Atom feeds, read by a feed reader."""

import feedparser

from chapterhouse.exports import news_atom
from chapterhouse.model import Network


def read(content: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(content)
    assert not found.bozo
    return found


def test_a_reader_understands_it(clubs: Network) -> None:
    found = read(news_atom.render(clubs))
    assert found.version == "atom10"
    assert (found.feed.title, found.feed.id) == ("Astro: news", "https://example.org/data/news.atom")
    assert found.feed.updated == "2026-05-17T00:00:00-05:00"
    comet, begin = found.entries
    assert comet.title == "A comet <b>&amp; its tail"
    assert (comet.link, comet.author) == ("https://example.org/north/news/comet/", "NCS")
    assert comet.published == "2026-05-16T08:00:00-05:00"
    assert comet.summary == "NCS saw it."
    assert [tag.term for tag in comet.tags] == ["planets"]
    assert begin.author == "Astro"


def test_each_topic_has_one(clubs: Network) -> None:
    files = dict(news_atom.each(clubs))
    assert list(files) == ["data/topics/planets.atom"]
    assert dict(news_atom.listed(clubs)) == {"Planets": "data/topics/planets.atom"}
    assert [one.link for one in read(files["data/topics/planets.atom"]).entries] == [
        "https://example.org/north/news/comet/"
    ]


def test_a_network_without_news_has_an_empty_one(nobody: Network) -> None:
    found = read(news_atom.render(nobody))
    assert found.entries == []
    assert found.feed.updated.startswith("2000-01-01")
