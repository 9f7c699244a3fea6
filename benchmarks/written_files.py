"""What an equivalent build writes besides the entries: for an association, and for the network."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.corpus import Corpus, Page, Site

PER_PAGE = 50
_EVENT = ("UID:", "DTSTAMP:", "DTSTART;TZID=", "DTEND;TZID=", "SUMMARY:", "LOCATION:", "URL:")
_MOST_LINKED = 150
Count = Callable[[str], int]


def association_problems(output: Path, corpus: Corpus, site: Site, *, hub: bool) -> Iterator[str]:
    """Say what is missing of what belongs to one association."""
    here = output / site.slug
    news, events = corpus.news_count, corpus.event_count
    yield from _counted("feed", here / "feed.atom", _entries, news)
    yield from _counted("JSON Feed", here / "feed.json", _items, news)
    yield from _counted("calendar", here / "events.ics", _events, events)
    yield from _counted("sitemap", here / "sitemap.xml", _addresses, corpus.page_count)
    yield from _counted("own page for what is not there", here / "404.html", _footers, 1)
    pages = list(corpus.pages(site))
    for kind in ("news", "events"):
        own = [page for page in pages if page.kind == kind]
        yield from _linked(f"list of {kind}", here / kind / "index.html", site, own)
    cards = [here / "card.vcf", output / "data" / "vcards" / f"{site.slug}.vcf"]
    yield from _said(
        "vCard", cards, ["BEGIN:VCARD", site.name, site.email, site.phone, site.street, "END:VCARD"]
    )
    if hub:
        for page in pages:
            if page.kind == "events":
                file = here / "events" / f"{page.slug}.ics"
                yield from _counted(f"calendar of {page.slug}", file, _events, 1)
        facts = [
            site.name,
            site.mission,
            site.email,
            site.region_name,
            site.links[-1].url,
            site.social[-1].url,
        ]
        page_of_it = output / "directory" / site.slug / "index.html"
        yield from _said("page in the directory", [page_of_it], [*facts, f'href="/{site.slug}/"'])


def network_problems(output: Path, corpus: Corpus) -> Iterator[str]:
    """Say what is missing of what belongs to the network: the hub, its feeds and its exports."""
    count, data = corpus.site_count, output / "data"
    news, events = count * corpus.news_count, count * corpus.event_count
    yield from _counted("home page of the network", output / "index.html", _footers, 1)
    yield from _counted("page for what is not there", output / "404.html", _footers, 1)
    yield from _counted("feed of the network", output / "feed.atom", _entries, min(30, news))
    yield from _counted("JSON Feed of the network", output / "feed.json", _items, min(30, news))
    yield from _counted("calendar of the network", data / "events.ics", _events, events)
    yield from _counted("sitemap of the network", output / "sitemap.xml", _addresses, count + 1)
    yield from _counted("JSON of all", data / "associations.json", _associations, count)
    yield from _counted("GeoJSON of all", data / "associations.geojson", _points, count)
    yield from _counted("table of all", data / "associations.csv", _rows, count)
    yield from _counted("vCards of all", data / "associations.vcf", _cards, count)
    yield from _counted("list of all feeds", data / "feeds.opml", _outlines, count + 1)
    yield from _counted("file for robots", output / "robots.txt", lambda text: text.count("/sitemap.xml"), 1)
    if news:
        last = -(-news // PER_PAGE)
        file = output / "news" / (f"page/{last}" if last > 1 else ".") / "index.html"
        yield from _counted("last page of the news", file, _headings, 1 + news - PER_PAGE * (last - 1))
    if events:
        yield from _counted("list of events", output / "events" / "index.html", _headings, min(events, 200))
    yield from _directory_problems(output / "directory", corpus)


def _directory_problems(folder: Path, corpus: Corpus) -> Iterator[str]:
    regions = sorted({site.region.lower() for site in corpus.sites()})
    places = [f"/directory/region/{region}/" for region in regions]
    if corpus.site_count <= _MOST_LINKED:
        places += [f"/directory/{site.slug}/" for site in corpus.sites()]
    yield from _said("directory", [folder / "index.html"], [f'href="{place}"' for place in places])
    for region in regions:
        members = [site for site in corpus.sites() if site.region.lower() == region]
        wanted = [text for site in members for text in (site.mission, f'href="/{site.slug}/"')]
        if len(members) > 30:
            wanted = [f'href="/directory/{site.slug}/"' for site in members[:100]]
        yield from _said(f"page of {region}", [folder / "region" / region / "index.html"], wanted)


def _counted(name: str, file: Path, count: Count, wanted: int) -> Iterator[str]:
    if not file.is_file():
        yield f"the {name} is missing"
        return
    try:
        found = count(file.read_bytes().decode("utf-8-sig"))
    except (ValueError, KeyError, TypeError) as error:
        yield f"the {name} cannot be read: {error!r}"
        return
    if found < wanted:
        yield f"the {name} has {found} entries instead of at least {wanted}"


def _said(name: str, files: list[Path], wanted: list[str]) -> Iterator[str]:
    there = [file for file in files if file.is_file()]
    if not there:
        yield f"the {name} is missing"
        return
    text = there[0].read_text(encoding="utf-8").replace("&#43;", "+")
    yield from (f"the {name} lacks {words!r}" for words in wanted if words not in text)


def _linked(name: str, file: Path, site: Site, pages: list[Page]) -> Iterator[str]:
    if pages:
        yield from _said(name, [file], [f'href="/{site.slug}/{page.address}"' for page in pages])


def _entries(text: str) -> int:
    return len(re.findall(r"<entry\b(?:(?!</entry>).)*<updated>", text, re.DOTALL))


def _items(text: str) -> int:
    feed = json.loads(text)
    return sum(
        bool(item["id"] and (item.get("content_html") or item["content_text"])) for item in feed["items"]
    )


def _events(text: str) -> int:
    if "BEGIN:VTIMEZONE\r\n" not in text or not text.endswith("END:VCALENDAR\r\n"):
        raise ValueError("no calendar with a time zone")
    events = text.split("BEGIN:VEVENT\r\n")[1:]
    return sum(all(f"\r\n{field}" in f"\r\n{event}" for field in _EVENT) for event in events)


def _addresses(text: str) -> int:
    return text.count("<loc>https://")


def _footers(text: str) -> int:
    return text.count("</footer>")


def _headings(text: str) -> int:
    return len(re.findall(r"<h[23]\b[^>]*><a\b", text)) + text.count("<h1")


def _associations(text: str) -> int:
    return sum(bool(one["slug"] and one["contact"]["email"]) for one in json.loads(text)["associations"])


def _points(text: str) -> int:
    features = json.loads(text)["features"]
    return sum(len(one["geometry"]["coordinates"]) == 2 for one in features)


def _rows(text: str) -> int:
    return sum(bool(row["email"] and row["links"]) for row in csv.DictReader(text.splitlines()))


def _cards(text: str) -> int:
    return text.count("END:VCARD\r\n")


def _outlines(text: str) -> int:
    return len(re.findall(r"<outline\b[^>]*xmlUrl=\"https://", text))
