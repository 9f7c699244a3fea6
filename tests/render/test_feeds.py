"""The feed of a site's news."""

from pathlib import Path
from xml.etree import ElementTree

import feedparser

from chapterhouse.record import Record
from chapterhouse.render.feeds import absolute, atom
from chapterhouse.render.items import Item, own_item
from chapterhouse.render.site import render_site
from tests.builders import entry
from tests.render.jobs import job, read

ATOM = "{http://www.w3.org/2005/Atom}"


def items(root: Path, *days: str) -> list[Item]:
    given = job(root)
    return [
        own_item(
            entry(f"associations/north/news/{day}.md", type_="news", title="A & <b>", date=day, summary="S"),
            given.site,
            today=given.today,
            time_zone=given.time_zone,
            values={},
            images={},
        )
        for day in days
    ]


def test_the_feed_is_complete(tmp_path: Path) -> None:
    text = atom(job(tmp_path), items(tmp_path, "2026-03-02", "2026-03-01"), lambda _: "<p>y</p>\x0c", "en")
    feed = ElementTree.fromstring(text)
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}"), name
    assert feed.findtext(f"{ATOM}updated") == "2026-03-02T00:00:00-06:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "North Club"
    entries = feed.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}title") for e in entries] == ["A & <b>"] * 2
    assert entries[0].findtext(f"{ATOM}id") == "https://example.org/north/news/2026-03-02/"
    assert entries[0].findtext(f"{ATOM}content") == "<p>y</p>"
    (link,) = (link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert link.get("href") == "https://example.org/north/feed.atom"


def test_a_reader_understands_it(tmp_path: Path) -> None:
    found = feedparser.parse(atom(job(tmp_path), items(tmp_path, "2026-03-02"), lambda _: "<p>W</p>", "en"))
    assert (found.bozo, found.version) == (False, "atom10")
    assert [(one.title, one.content[0].value) for one in found.entries] == [("A & <b>", "<p>W</p>")]


def test_an_empty_feed_is_as_old_as_what_is_known(tmp_path: Path) -> None:
    given = job(tmp_path, record=Record(name="North Club", verified_on="2026-01-02"))
    assert "<updated>2026-01-02T00:00:00+00:00</updated>" in atom(given, [], lambda _: "", "en")
    assert "<updated>2000-01-01T00:00:00+00:00</updated>" in atom(job(tmp_path), [], lambda _: "", "en")


def test_a_feed_has_an_end(tmp_path: Path) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 5) for day in range(1, 20)]
    assert atom(job(tmp_path), items(tmp_path, *days), lambda _: "", "en").count("<entry>") == 30


def test_addresses_become_absolute() -> None:
    assert absolute('<a href="/a/"><img src="/b"><a href="https://c/">', "https://h") == (
        '<a href="https://h/a/"><img src="https://h/b"><a href="https://c/">'
    )


def test_a_body_leads_to_the_site_from_elsewhere(tmp_path: Path) -> None:
    news = entry("associations/north/news/a.md", type_="news", title="New")
    render_site(job(tmp_path, [(news, '<p><a href="/north/">home</a></p>')]))
    feed = ElementTree.fromstring(read(tmp_path, "north/feed.atom"))
    found = feed.findtext(f"{ATOM}entry/{ATOM}content")
    assert found == '<p><a href="https://example.org/north/">home</a></p>'
    assert '\\"https://example.org/north/\\"' in read(tmp_path, "north/feed.json")
