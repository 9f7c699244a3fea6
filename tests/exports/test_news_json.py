"""The combined feed, held against what JSON Feed 1.1 demands; no reader of it is kept up on PyPI."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chapterhouse.exports import news_json
from chapterhouse.model import Network
from tests.builders import association, entry, network

URL = {"type": "string", "pattern": "^https?://"}
WORDS = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$"}
AUTHORS = {
    "type": "array",
    "items": {"type": "object", "properties": {"name": WORDS, "url": URL}, "additionalProperties": False},
}
FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": URL,
        "feed_url": URL,
        "next_url": URL,
        "language": WORDS,
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "additionalProperties": False,
                "properties": {
                    "id": WORDS,
                    "url": URL,
                    "title": WORDS,
                    "content_text": WORDS,
                    "content_html": WORDS,
                    "summary": WORDS,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "language": WORDS,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": WORDS},
                },
            },
        },
    },
}


def many(number: int) -> Network:
    """Return a network with so many news."""
    items = [
        entry(
            f"associations/north/news/n{index:04}.md", type_="news", title=f"News {index}", date="2026-01-02"
        )
        for index in range(number)
    ]
    return network(association("north", items))


def files(of: Network) -> dict[str, Any]:
    """Return every file of the feed."""
    return {
        path: json.loads(data) for path, data in [(news_json.FILE, news_json.render(of)), *news_json.each(of)]
    }


@pytest.mark.parametrize("name", ["clubs", "nobody"])
def test_it_keeps_to_the_specification(name: str, request: pytest.FixtureRequest) -> None:
    validator = Draft202012Validator(FEED, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for page in files(request.getfixturevalue(name)).values():
        assert [error.message for error in validator.iter_errors(page)] == []


def test_the_newest_comes_first(clubs: Network) -> None:
    found = files(clubs)["data/news.json"]
    assert found["title"] == "Astro: news"
    assert [one["title"] for one in found["items"]] == ["A comet <b>&amp; its tail", "We begin"]
    assert found["items"][0]["url"] == "https://example.org/north/news/comet/"


def test_an_item_has_its_origin_dates_and_filled_summary(clubs: Network) -> None:
    comet, begin = json.loads(news_json.render(clubs))["items"]
    assert comet["date_published"] == "2026-05-16T08:00:00-05:00"
    assert comet["date_modified"] == "2026-05-17T00:00:00-05:00"
    assert comet["summary"] == comet["content_text"] == "NCS saw it."
    assert comet["authors"] == [{"name": "NCS"}]
    assert begin["content_text"] == "We begin"


def test_a_long_feed_says_where_it_goes_on() -> None:
    found = files(many(401))
    assert list(found) == ["data/news.json", "data/news-2.json", "data/news-3.json"]
    assert found["data/news.json"]["next_url"] == "https://example.org/data/news-2.json"
    assert "next_url" not in found["data/news-3.json"]
    titles = [item["title"] for page in found.values() for item in page["items"]]
    assert len(set(titles)) == len(titles) == 401


def test_each_topic_has_a_feed(clubs: Network) -> None:
    planets = files(clubs)["data/topics/planets.json"]
    assert planets["title"] == "Astro: Planets"
    assert planets["feed_url"] == "https://example.org/data/topics/planets.json"
    assert len(planets["items"]) == 1


def test_a_feed_without_news_is_there(nobody: Network) -> None:
    assert list(files(nobody)) == ["data/news.json"]
    assert files(nobody)["data/news.json"]["items"] == []
