"""What a benchmark run has in hand: the contenders, a folder for each, and a way to build and measure."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import verify
from benchmarks.corpus import Corpus, Page, Site
from benchmarks.measure import Measurement, measure
from benchmarks.peer import NAMES, OURS, Peer, find, page_file

SLOW_SITES = 5
WARM_UP_SITES = 2


@dataclass(frozen=True, slots=True)
class Contender:
    """An installed peer with the corpus that it builds: a smaller one if it needs a run for each site."""

    name: str
    peer: Peer
    version: str
    corpus: Corpus
    scale: float

    def slugs(self) -> list[str]:
        """List the sites that it builds."""
        return [site.slug for site in self.corpus.sites()]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one contender's project and output are."""

    folder: Path

    @property
    def project(self) -> Path:
        """The folder of sources, and of whatever state the contender keeps there."""
        return self.folder / "project"

    @property
    def output(self) -> Path:
        """The folder that the contender builds into."""
        return self.folder / "output"


@dataclass(slots=True)
class Row:
    """One contender's line in one table."""

    contender: Contender
    runs: list[Measurement] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the benchmark."""

    work: Path
    sites: int
    pages: int
    rounds: int
    peers: Sequence[str]
    say: Callable[[str], None] = print

    def contenders(self) -> list[Contender]:
        """Find the installed contenders, ours first."""
        return [each for name in self.named() if (each := contender(name, self.sites, self.pages))]

    def missing(self) -> list[str]:
        """Name the contenders that were asked for and are not installed."""
        return [find(name).TITLE for name in self.named() if find(name).version() is None]

    def named(self) -> list[str]:
        """List the names of ours and of the peers asked for, in the order of the table."""
        return [name for name in NAMES if name == OURS or name in self.peers]

    def warm_up(self) -> None:
        """Let every contender build once, so that no round compiles programs or reads them from the disk."""
        for name in self.named():
            if who := contender(name, min(WARM_UP_SITES, self.sites), self.pages):
                self.build(who, self.prepare(who, "warm-up"))

    def prepare(self, who: Contender, *names: str) -> Place:
        """Lay the corpus out in a fresh folder."""
        place = Place(self.work.joinpath(*names, who.name))
        who.peer.lay_out(who.corpus, place.project)
        # What is still to be written to the disk must not be written during somebody's turn.
        os.sync()
        return place

    def build(self, who: Contender, place: Place, slugs: Sequence[str] | None = None) -> Measurement:
        """Build and measure, site after site where the contender needs that."""
        runs = who.peer.build(place.project, place.output, who.slugs() if slugs is None else slugs)
        scratch = self.work / "scratch"
        return Measurement.total(measure(run.command, run.folder, scratch, run.environment) for run in runs)

    def problems(self, who: Contender, place: Place, built: Measurement) -> list[str]:
        """Say why this build may not be compared."""
        found = []
        if built.exit_code:
            last = built.output.strip().splitlines()[-1:] or ["it said nothing"]
            found.append(f"exit code {built.exit_code}: {last[0][:200]}")
        return found + verify.problems(who.peer, who.corpus, place.output, who.corpus.site_count)


def contender(name: str, sites: int, pages: int) -> Contender | None:
    """Find a contender, None where it is not installed."""
    peer = find(name)
    version = peer.version()
    if version is None:
        return None
    measured = min(sites, SLOW_SITES) if peer.ONE_SITE_A_RUN else sites
    return Contender(name, peer, version, Corpus(measured, pages), sites / measured)


def edited_page(corpus: Corpus, edit: int) -> tuple[Site, Page]:
    """Choose the page that an edit changes: another site each time, an ordinary page of the menu."""
    site = corpus.site(edit % corpus.site_count)
    return site, list(corpus.pages(site))[min(3, corpus.page_count - 1)]


def append_sentence(who: Contender, place: Place, edit: int) -> tuple[Path, bytes, str]:
    """Edit a page as a person would; give the page's output, the new words and the site's slug."""
    site, page = edited_page(who.corpus, edit)
    words = f"This sentence is edit number {edit} of the benchmark."
    with who.peer.source(place.project, site, page).open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")
    return page_file(place.output, site, page), words.encode(), site.slug
