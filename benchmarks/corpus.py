"""A deterministic corpus of sites and pages in a form that belongs to no engine."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeVar

from benchmarks.vocabulary import AUDIENCES, REGIONS, TOPICS, WORDS

T = TypeVar("T")
Kind = Literal["pages", "news", "events"]

NAV_LINKS = 12
FOOTER_LINKS = 20
NETWORK_NAME = "Benchmark Network"
NETWORK_URL = "https://network.example.org"
NETWORK_MISSION = "A network made for measuring."
NETWORK_EMAIL = "office@network.example.org"
TODAY = "2026-01-15"
TIME_ZONE = "America/Chicago"
VENUE = "Main Hall"

_ENTRY_LINK = re.compile(r"\]\(entry:(pages|news|events)/([a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class Link:
    """A label with an address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Site:
    """The facts of one association."""

    slug: str
    name: str
    short_name: str
    region: str
    region_name: str
    latitude: float
    longitude: float
    mission: str
    email: str
    phone: str
    street: str
    city: str
    postal_code: str
    links: tuple[Link, ...]
    social: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One entry: facts, of which each front matter takes seven, and a body with links to other entries."""

    kind: Kind
    slug: str
    title: str
    summary: str
    date: str
    updated: str
    order: int
    author: str
    topics: tuple[str, ...]
    intended_for: str
    body: str

    @property
    def in_menu(self) -> bool:
        """Tell whether the page is one of those that the navigation links to."""
        return self.kind == "pages" and 2 <= self.order <= NAV_LINKS + 1

    @property
    def start(self) -> str:
        """Give an event's first moment in its own time zone (ISO 8601)."""
        return f"{self.date}T18:30:00"

    @property
    def end(self) -> str:
        """Give an event's last moment in its own time zone (ISO 8601)."""
        return f"{self.date}T20:00:00"

    @property
    def address(self) -> str:
        """Give the page's address within its site."""
        if self.slug == "index":
            return ""
        return f"{self.slug}/" if self.kind == "pages" else f"{self.kind}/{self.slug}/"

    def body_with_links(self, target: Callable[[Kind, str], str]) -> str:
        """Give the Markdown with every link to an entry written as `target` says."""

        def written(found: re.Match[str]) -> str:
            kind: Kind = found[1]  # type: ignore[assignment]
            return f"]({target(kind, found[2])})"

        return _ENTRY_LINK.sub(written, self.body)


class Corpus:
    """Sites and pages, made when asked for, so that a big corpus needs no memory."""

    def __init__(self, sites: int, pages: int, seed: str = "chapterhouse") -> None:
        """Describe a corpus of `sites` associations with `pages` entries each."""
        if sites < 1 or pages < 2:
            raise ValueError("a corpus needs at least 1 site and 2 pages a site")
        self.site_count = sites
        self.page_count = pages
        self.news_count = min(3, pages // 6)
        self.event_count = min(2, pages // 8)
        self._seed = seed
        draw = Random(seed)
        self._sentences = [_sentence(draw) for _ in range(600)]

    def sites(self) -> Iterator[Site]:
        """Yield every site, in order of its slug."""
        return (self.site(number) for number in range(self.site_count))

    def site(self, number: int) -> Site:
        """Make the facts of one site."""
        slug = f"assoc-{number + 1:04d}"
        code, latitude, longitude, place = REGIONS[number % len(REGIONS)]
        name = f"{place} Association {number + 1}"
        home = f"https://{slug}.example.org"
        return Site(
            slug=slug,
            name=name,
            short_name=f"A{number + 1:04d}",
            region=code,
            region_name=place,
            latitude=latitude,
            longitude=longitude,
            mission=f"{name} helps families and the people who work with them.",
            email=f"office@{slug}.example.org",
            phone=f"+1 202 555 {1000 + number % 9000:04d}",
            street=f"{number + 1} Main Street",
            city="Springfield",
            postal_code=f"{10000 + number:05d}",
            links=tuple(Link(f"Resource {i}", f"{home}/resource-{i}") for i in range(1, FOOTER_LINKS + 1)),
            social=tuple(Link(each, f"https://{each.lower()}.example.com/{slug}") for each in _SOCIAL),
        )

    def names(self) -> list[tuple[Kind, str]]:
        """List the kind and slug of every entry of a site: the same on each site."""
        count = self.page_count - self.news_count - self.event_count
        pages: list[tuple[Kind, str]] = [("pages", "index")]
        pages += [("pages", f"topic-{i:02d}") for i in range(1, count)]
        pages += [("news", f"report-{i}") for i in range(1, self.news_count + 1)]
        return pages + [("events", f"meeting-{i}") for i in range(1, self.event_count + 1)]

    def pages(self, site: Site) -> Iterator[Page]:
        """Yield every entry of a site."""
        names = self.names()
        for position, (kind, slug) in enumerate(names):
            yield self._page(site, position, kind, slug, names)

    def _page(self, site: Site, position: int, kind: Kind, slug: str, names: list[tuple[Kind, str]]) -> Page:
        draw = Random(f"{self._seed}/{site.slug}/{kind}/{slug}")
        title = site.name if slug == "index" else f"{_phrase(draw, 3).capitalize()} {position}"
        others = [each for each in names if each != (kind, slug)]
        day = 1 + position % 28
        return Page(
            kind=kind,
            slug=slug,
            title=title,
            summary=f"What {site.short_name} says about {_phrase(draw, 5)}.",
            date=f"2026-03-{day:02d}" if kind == "events" else f"2025-11-{day:02d}",
            updated=f"2025-12-{day:02d}",
            order=position + 1,
            author=f"{site.short_name} office",
            topics=(TOPICS[position % len(TOPICS)], TOPICS[(position + 5) % len(TOPICS)]),
            intended_for=_pick(draw, AUDIENCES),
            body=self._body(draw, others),
        )

    def _body(self, draw: Random, others: list[tuple[Kind, str]]) -> str:
        def paragraph(count: int) -> str:
            return " ".join(_pick(draw, self._sentences) for _ in range(count))

        def inner() -> str:
            kind, slug = _pick(draw, others)
            return f"[{_phrase(draw, 2)}](entry:{kind}/{slug})"

        cells = [[_phrase(draw, 2) for _ in range(4)] for _ in range(6)]
        table = [f"| {' | '.join(row)} |" for row in cells]
        table.insert(1, "| --- | --- | --- | --- |")
        bullets = [f"- {_pick(draw, self._sentences)}" for _ in range(4)]
        bullets.insert(2, f"- See **{_phrase(draw, 2)}** and {inner()}.")
        steps = [f"{i}. {_pick(draw, self._sentences)}" for i in range(1, 5)]
        parts = [
            f"{paragraph(8)} Read {inner()} first.",
            f"## {_heading(draw)}",
            f"{paragraph(5)} *{_phrase(draw, 3)}* comes with `{_pick(draw, WORDS)}`.",
            "\n".join(bullets),
            f"## {_heading(draw)}",
            paragraph(8),
            "\n".join(table),
            f"### {_heading(draw)}",
            f"{paragraph(5)} More is in {inner()} and in "
            f"[{_phrase(draw, 3)}](https://library.example.com/{_pick(draw, WORDS)}).",
            f"## {_heading(draw)}",
            "\n".join(steps),
            f"> {paragraph(2)}",
            f"## {_heading(draw)}",
            paragraph(12),
        ]
        return "\n\n".join(parts) + "\n"


_SOCIAL = ("Facebook", "LinkedIn", "YouTube")


def _pick(draw: Random, choices: Sequence[T]) -> T:
    # Random.random() is the one method whose sequence Python promises never to change.
    return choices[int(draw.random() * len(choices))]


def _phrase(draw: Random, words: int) -> str:
    return " ".join(_pick(draw, WORDS) for _ in range(words))


def _heading(draw: Random) -> str:
    return _phrase(draw, 4).capitalize()


def _sentence(draw: Random) -> str:
    return _phrase(draw, 9 + int(draw.random() * 8)).capitalize() + "."
