"""The JSON Feed of a site."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from chapterhouse.render.json_feed import json_feed, json_route
from chapterhouse.render.site import render_site
from tests.builders import entry
from tests.exports.test_news_json import FEED
from tests.render.jobs import job, read
from tests.render.test_feeds import items


def test_it_says_what_the_atom_feed_says(tmp_path: Path) -> None:
    news = items(tmp_path, "2026-03-02", "2026-03-01")
    found = json.loads(json_feed(job(tmp_path), news, lambda _: '<a href="/x">y</a>', "en"))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["title"] == "North Club"
    assert found["feed_url"] == "https://example.org/north/feed.json"
    assert found["home_page_url"] == "https://example.org/north/"
    first = found["items"][0]
    assert first["id"] == first["url"] == "https://example.org/north/news/2026-03-02/"
    assert first["content_html"] == '<a href="/x">y</a>'
    assert first["date_published"] == "2026-03-02T00:00:00-06:00"
    assert first["title"] == "A & <b>"


@pytest.mark.parametrize("body", ["<p>Words</p>", ""])
def test_it_keeps_to_the_specification(tmp_path: Path, body: str) -> None:
    feed = json.loads(json_feed(job(tmp_path), items(tmp_path, "2026-03-02"), lambda _: body, "en"))
    assert [error.message for error in Draft202012Validator(FEED).iter_errors(feed)] == []


def test_it_lies_beside_the_atom_feed(tmp_path: Path) -> None:
    news = entry("associations/north/news/a.md", type_="news", title="New")
    render_site(job(tmp_path, [(news, "<p>Words</p>")]))
    (item,) = json.loads(read(tmp_path, "north/feed.json"))["items"]
    assert (item["title"], item["content_html"]) == ("New", "<p>Words</p>")
    assert json_route("es/feed.atom") == "es/feed.json"
