"""What contenders write beside their pages, read by programs that none of them knows."""

import csv
import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import feedparser
import pytest
import vobject
from geojson_pydantic import Feature, FeatureCollection, Point
from icalendar import Calendar
from jsonschema import Draft202012Validator

from benchmarks import verify
from benchmarks.corpus import TIME_ZONE
from benchmarks.peer import find
from tests.benchmarks.conftest import Built
from tests.benchmarks.contenders import CORPUS, EQUIVALENT, WITH_HUB
from tests.exports.test_news_json import FEED

SITE = CORPUS.site(0)
PAGES = list(CORPUS.pages(SITE))
NEWS = sorted((page for page in PAGES if page.kind == "news"), key=lambda page: page.date, reverse=True)
EVENTS = [page for page in PAGES if page.kind == "events"]
NEWS_URLS = [f"https://network.example.org/{SITE.slug}/{page.address}" for page in NEWS]


@pytest.mark.parametrize("name", EQUIVALENT)
def test_nothing_is_missing(name: str, built: Built) -> None:
    assert verify.problems(find(name), CORPUS, built(name), CORPUS.site_count) == []


@pytest.mark.parametrize("name", EQUIVALENT)
def test_a_feed_reader_understands_the_feed(name: str, built: Built) -> None:
    found = feedparser.parse((built(name) / SITE.slug / "feed.atom").read_bytes())
    assert (found.bozo, found.version, found.feed.title) == (False, "atom10", SITE.name)
    assert [entry.id for entry in found.entries] == NEWS_URLS
    for entry, page in zip(found.entries, NEWS, strict=True):
        assert (entry.title, entry.summary, entry.author) == (page.title, page.summary, page.author)
        assert (entry.published[:10], entry.updated[:10]) == (page.date, page.updated)
        assert "<table>" in entry.content[0].value


@pytest.mark.parametrize("name", EQUIVALENT)
def test_the_json_feed_keeps_to_the_specification(name: str, built: Built) -> None:
    feed = json.loads((built(name) / SITE.slug / "feed.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(FEED).iter_errors(feed)] == []
    assert [item["id"] for item in feed["items"]] == NEWS_URLS
    assert all("<table>" in item["content_html"] for item in feed["items"])


@pytest.mark.parametrize("name", EQUIVALENT)
def test_two_calendar_programs_understand_the_calendar(name: str, built: Built) -> None:
    content = (built(name) / SITE.slug / "events.ics").read_bytes()
    calendar = Calendar.from_ical(content)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == [TIME_ZONE]
    events: list[Any] = calendar.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(EVENTS)
    for event, page in zip(events, EVENTS, strict=True):
        zone = ZoneInfo(TIME_ZONE)
        assert event.start == datetime.fromisoformat(page.start).replace(tzinfo=zone)
        assert event.end == datetime.fromisoformat(page.end).replace(tzinfo=zone)
        assert event["DTSTAMP"].dt == event.start
        assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (page.title, "Main Hall")
        assert str(event["DESCRIPTION"]).startswith(f"{page.summary}\nhttps://")
        assert [each.lower() for each in event["CATEGORIES"].cats] == [*page.topics, page.intended_for]
    assert [one.summary.value for one in vobject.readOne(content.decode()).vevent_list] == [
        page.title for page in EVENTS
    ]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@pytest.mark.parametrize("name", WITH_HUB)
def test_each_event_has_a_calendar_of_its_own(name: str, built: Built) -> None:
    folder = built(name) / SITE.slug
    whole = Calendar.from_ical((folder / "events.ics").read_bytes()).walk("VEVENT")
    for number, page in enumerate(EVENTS):
        (event,) = Calendar.from_ical((folder / f"events/{page.slug}.ics").read_bytes()).walk("VEVENT")
        assert event.to_ical() == whole[number].to_ical()


@pytest.mark.parametrize("name", WITH_HUB)
def test_the_network_has_its_feeds(name: str, built: Built) -> None:
    found = feedparser.parse((built(name) / "feed.atom").read_bytes())
    feed = json.loads((built(name) / "feed.json").read_text(encoding="utf-8"))
    assert not found.bozo
    assert [error.message for error in Draft202012Validator(FEED).iter_errors(feed)] == []
    assert len(found.entries) == CORPUS.site_count * CORPUS.news_count
    assert {entry.id for entry in found.entries} == {item["id"] for item in feed["items"]}
    calendar = Calendar.from_ical((built(name) / "data" / "events.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == CORPUS.site_count * CORPUS.event_count


@pytest.mark.parametrize("name", WITH_HUB)
def test_the_exports_say_the_same(name: str, built: Built) -> None:
    data = built(name) / "data"
    slugs = [site.slug for site in CORPUS.sites()]
    table = list(csv.DictReader((data / "associations.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["slug"] for row in table] == slugs
    assert table[0]["phone"] == f"'{SITE.phone}"
    listed = json.loads((data / "associations.json").read_text(encoding="utf-8"))["associations"]
    assert [(one["slug"], one["contact"]["address"]["postal_code"]) for one in listed] == [
        (site.slug, site.postal_code) for site in CORPUS.sites()
    ]
    layer = FeatureCollection[Feature[Point, dict[str, Any]]].model_validate_json(
        (data / "associations.geojson").read_bytes()
    )
    for feature, site in zip(layer.features, CORPUS.sites(), strict=True):
        assert isinstance(feature.geometry, Point)
        assert tuple(feature.geometry.coordinates) == (site.longitude, site.latitude)
    outlines = ElementTree.parse(data / "feeds.opml").findall("body/outline")
    assert [one.get("xmlUrl") for one in outlines] == [
        f"https://network.example.org/{path}feed.atom" for path in ("", *(f"{slug}/" for slug in slugs))
    ]


@pytest.mark.parametrize("name", EQUIVALENT)
def test_an_address_book_understands_the_cards(name: str, built: Built) -> None:
    files = [*built(name).rglob("*.vcf")]
    assert files
    cards = [card for file in files for card in vobject.readComponents(file.read_bytes().decode())]
    mine = [card for card in cards if card.fn.value == SITE.name]
    assert len(mine) == (2 if name in WITH_HUB else 1)
    for card in mine:
        assert (card.email.value, card.tel.value) == (SITE.email, SITE.phone)
        assert (card.adr.value.street, card.adr.value.region) == (SITE.street, "AL")
        assert card.note.value == SITE.mission


@pytest.mark.parametrize("name", WITH_HUB)
def test_every_address_in_the_sitemaps_is_a_page(name: str, built: Built) -> None:
    output = built(name)

    def addresses(file: Path) -> list[str]:
        found = [one.text or "" for one in ElementTree.parse(file).iter() if one.tag.endswith("}loc")]
        assert all(each.startswith("https://network.example.org/") for each in found)
        return [each.removeprefix("https://network.example.org/") for each in found]

    parts = addresses(output / "sitemap.xml")
    assert len(parts) == CORPUS.site_count + 1
    pages = [page for part in parts for page in addresses(output / part)]
    assert len(pages) == len(set(pages)) > CORPUS.site_count * (CORPUS.page_count + 2)
    assert [page for page in pages if not (output / page / "index.html").is_file()] == []


FILES = [
    "assoc-0001/feed.atom",
    "assoc-0001/feed.json",
    "assoc-0001/events.ics",
    "assoc-0001/events/meeting-2.ics",
    "assoc-0001/events/index.html",
    "assoc-0001/news/index.html",
    "assoc-0001/sitemap.xml",
    "assoc-0001/404.html",
    "assoc-0001/card.vcf",
    "directory/assoc-0001/index.html",
    "directory/index.html",
    "directory/region/us-al/index.html",
    "data/associations.csv",
    "data/associations.geojson",
    "data/associations.json",
    "data/associations.vcf",
    "data/events.ics",
    "data/feeds.opml",
    "events/index.html",
    "news/index.html",
    "feed.atom",
    "feed.json",
    "index.html",
    "404.html",
    "robots.txt",
    "sitemap.xml",
]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("harm", ["gone", "empty", "half"])
def test_what_hugo_did_not_write_is_told(path: str, harm: str, built: Built, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(built("hugo"), output)
    file = output / path
    content = file.read_bytes()
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(content[: len(content) // 2] if harm == "half" else b"")
    found = verify.problems(find("hugo"), CORPUS, output, CORPUS.site_count)
    assert found
    assert all(each.startswith(("assoc-0001", "the hub")) for each in found)
