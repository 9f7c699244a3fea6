"""A small published network."""

from collections.abc import Mapping
from pathlib import Path

from chapterhouse.checks import output_checks
from chapterhouse.checks.built import Built, read_built
from chapterhouse.config import Settings, site
from tests.builders import SETTINGS


def published(
    root: Path,
    files: Mapping[str, str],
    settings: Settings = SETTINGS,
    slugs: tuple[str, ...] = ("", "north"),
) -> Built:
    """Write files below an output folder and read them back; what is no page needs no words."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"<!doctype html><html><body>{text}</body></html>" if name.endswith(".html") else text
        )
    return read_built(root, tuple(site(settings, slug) for slug in slugs))


def told(code: str, built: Built) -> list[tuple[str, str]]:
    """Return the place and the message of everything that a check finds."""
    found = list(output_checks()[code].check(built))
    assert all(one.hint and one.code == code for one in found)
    return [(str(one.location), one.message) for one in found]
