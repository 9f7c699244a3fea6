"""Jobs for the renderer, made by hand: a site's entries with their bodies on the disk."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from chapterhouse.config import Settings, site
from chapterhouse.files import digest
from chapterhouse.frozen import replace
from chapterhouse.model import HUB, SHARED_FOLDER, Entry, NetworkFacts, Pages, Picture, SiteJob
from chapterhouse.pages import pack_pages
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.staging import staged

THEME = str(Path(__file__).parent / "theme")
SETTINGS = Settings(url="https://example.org/")
NETWORK_RECORD = NetworkRecord(name="Astronomy Network")
FACTS = NetworkFacts(
    name="Astronomy Network",
    label="Astronomy Network",
    url="https://example.org/",
    home="/",
    record=NETWORK_RECORD,
    association_count=2,
    country_count=1,
    as_of="2026-05-01",
)


def with_bodies(entries: Iterable[tuple[Entry, str]], path: Path) -> tuple[Entry, ...]:
    """Write bodies one behind the other into a file and return the entries that know where theirs is."""
    written = b""
    found: list[Entry] = []
    for entry, body in entries:
        content = body.encode()
        found.append(replace(entry, body=(len(written), len(content))))
        written += content
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written)
    return tuple(sorted(found, key=lambda entry: entry.path))


def job(
    root: Path,
    entries: Iterable[tuple[Entry, str]] = (),
    *,
    slug: str = "north",
    files: Mapping[str, bytes] | None = None,
    shared: Iterable[tuple[Entry, str]] = (),
    record: Record | NetworkRecord | None = None,
    settings: Settings = SETTINGS,
    **more: Any,
) -> SiteJob:
    """Return the job of a site whose project is a folder; `files` are pictures and documents by path."""
    folder = "content/hub" if slug == HUB else f"associations/{slug}"
    own = with_bodies(entries, root / ".chapterhouse" / "bodies" / f"{slug}.html")
    common = with_bodies(shared, root / ".chapterhouse" / "bodies" / "shared.html")
    pictures = []
    for name, content in (files or {}).items():
        path = root / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        pictures.append(
            Picture(path=f"{folder}/{name}", route=name, digest=digest(content), size=len(content))
        )
    given: dict[str, Any] = {
        "site": site(settings, slug),
        "record": record or (NETWORK_RECORD if slug == HUB else Record(name="North Club")),
        "network": FACTS,
        "languages": ("en",),
        "time_zone": "America/Chicago",
        "today": "2026-05-17",
        "pages": pack_pages(Pages(entries=own, pictures=tuple(pictures))),
        "bodies": f".chapterhouse/bodies/{slug}.html",
        "shared": common,
        "shared_bodies": ".chapterhouse/bodies/shared.html",
        "themes": (THEME,),
        "assets": {"style.css": "/assets/style.1234.css"},
        "project": str(root),
        "stage": str(root / ".chapterhouse" / "stage"),
    }
    return SiteJob(**{**given, **more})


def shared_path(name: str) -> str:
    """Return the project path of a shared page."""
    return f"{SHARED_FOLDER}/pages/{name}.md"


def read(root: Path, path: str) -> str:
    """Return a file of the stage."""
    return Path(staged(root / ".chapterhouse" / "stage", path)).read_text(encoding="utf-8")
