"""What every contender tells the benchmark about itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from benchmarks.corpus import Corpus, Page, Site

ROOT = Path(__file__).resolve().parent.parent
PEER_FOLDER = Path(__file__).resolve().parent / "peers"
TEMPLATES = PEER_FOLDER / "templates"
INSTALLED = ROOT / ".chapterhouse" / "bench"


@dataclass(frozen=True, slots=True)
class Run:
    """One command of a build, the folder it runs in and what it adds to the environment."""

    command: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)


class Peer(Protocol):
    """The contract that each module of `benchmarks/peers/` fills."""

    TITLE: str
    THEME: str
    ONE_SITE_A_RUN: bool

    @property
    def version(self) -> Callable[[], str | None]:
        """Give the installed version, or None where it is not installed."""

    @property
    def lay_out(self) -> Callable[[Corpus, Path], None]:
        """Write the corpus as a project of this contender."""

    @property
    def build(self) -> Callable[[Path, Path, Sequence[str]], list[Run]]:
        """Give the commands that build the named sites of a project into an output folder."""

    @property
    def source(self) -> Callable[[Path, Site, Page], Path]:
        """Name the Markdown file of an entry."""


# In the order of the table; ours is always measured.
NAMES = ("chapterhouse", "hugo", "pelican", "eleventy", "zensical", "material", "limit")
OURS = "chapterhouse"


def find(name: str) -> Peer:
    """Import the module of a contender."""
    return cast(Peer, import_module(f"benchmarks.peers.{name}"))


def page_file(output: Path, site: Site, page: Page) -> Path:
    """Name the HTML file of an entry: the same address for every contender."""
    return output / site.slug / page.address / "index.html"
