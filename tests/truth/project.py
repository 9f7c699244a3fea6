"""A small network that has one of everything that can make an incremental build wrong."""

import io
import shutil
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

import chapterhouse

SLUGS = ("coast", "east", "north", "south", "west")
REGIONS = {"coast": "US-OR", "east": "US-NY", "north": "US-WI", "south": "US-IL", "west": "IE"}
SETTINGS = """\
SITENAME = "Clubs"
NETWORK_URL = "https://example.org/"
NETWORK_LAYOUT = "paths"
NETWORK_SOCIAL_CARDS = "sites"
"""
NETWORK = """\
name: Astronomy Network
summary: Clubs that look up.
topics:
  planets: {label: Planets}
  stars: {label: Stars}
"""
WORDS = "We meet on clear nights, and on others we talk about clear nights."


def record(slug: str) -> str:
    """Return the record of one association."""
    return (
        f"name: {slug.title()} Club\nregions: [{REGIONS.get(slug, 'US-OH')}]\nstatus: active\n"
        f"time_zone: America/Chicago\nsummary: The club of the {slug}.\n"
        'brand:\n  color: "#225577"\n'
    )


def entry(title: str, body: str = WORDS, **fields: str) -> str:
    """Return an entry as a volunteer writes it."""
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\n{lines}---\n\n{body}\n"


def association(slug: str, neighbour: str) -> dict[str, str]:
    """Return the files of one association, which links to a neighbour's page."""
    folder = f"associations/{slug}"
    there = f"[there](../../{neighbour}/pages/about.md)"
    return {
        f"{folder}/association.yaml": record(slug),
        f"{folder}/pages/index.md": entry(
            f"{slug.title()} Club", "We are {{ association.label }}.\n\n> [!EVENTS]\n> most: 1\n>\n> None."
        ),
        f"{folder}/pages/about.md": entry(
            "About us", f"{WORDS} And {there}, and [visit](visit.md).\n\n## Ways"
        ),
        f"{folder}/pages/visit.md": entry("Visit", "Back to [us](about.md#ways) of {{ network.name }}."),
        f"{folder}/news/opening.md": entry(
            "Opening", date="2026-02-01", audience="network" if slug < "f" else "own"
        ),
        f"{folder}/events/night.md": entry("Star night", start="2026-03-05 19:00", end="2026-03-05 22:00"),
    }


def files() -> dict[str, str]:
    """Return every text file of the network."""
    found = {
        "pelican.conf.py": SETTINGS,
        "content/hub/network.yaml": NETWORK,
        "content/hub/pages/index.md": entry(
            "Welcome",
            "All [of us](about.md): {{ network.association_count }}.",
            parts="[news, events, contact]",
        ),
        "content/hub/pages/about.md": entry(
            "About", "See [north](../../../associations/north/pages/about.md)."
        ),
        "content/hub/news/year.md": entry("A new year", date="2026-01-01", audience="network"),
        "content/shared/pages/privacy.md": entry(
            "Privacy", "{{ association.label }} keeps [nothing](stars.md)."
        ),
        "content/shared/pages/stars.md": entry(
            "What are stars?",
            "Far away, even from {{ association.name }}.\n\n> [!NEWS]\n\n> [!CONTACT]\n> Ask.",
        ),
    }
    for number, slug in enumerate(SLUGS):
        found |= association(slug, SLUGS[number - 1])
    found["associations/north/pages/privacy.md"] = entry("Our privacy", "We are different.")
    found["associations/south/events/series.md"] = (
        "---\ntitle: Each Tuesday\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\n"
        "repeats: {every: week, days: [tuesday], count: 9}\n---\n\nCome often.\n"
    )
    found["associations/west/pages/fair.md"] = entry("The fair", "![Stars over the fair](../images/fair.png)")
    return found


def picture(shade: int) -> bytes:
    """Return a small picture, wide enough to come in two widths."""
    content = io.BytesIO()
    round_, straight = Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90)
    mixed = Image.merge("RGB", (round_, straight, Image.new("L", round_.size, shade % 256)))
    mixed.resize((560, 32)).save(content, "PNG")
    return content.getvalue()


def write_project(root: Path, more: Mapping[str, str] | None = None, theme: bool = True) -> Path:
    """Write the network, with a theme of its own, into a folder."""
    for name, text in {**files(), **(more or {})}.items():
        write(root / name, text)
    write(root / "associations/west/images/fair.png", picture(0))
    if theme:
        own = Path(chapterhouse.__file__).parent.parent / "themes" / "base"
        shutil.copytree(own, root / "themes/base", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def write(path: Path, content: str | bytes) -> None:
    """Write one file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
