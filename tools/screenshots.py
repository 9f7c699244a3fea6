"""Takes the pictures for README.md and docs/design.md of the demonstration: `python -m tools.screenshots`.

The network is built apart with both themes, looked at with a real Chromium and saved as small WebP files.
Words that are not headings stand in the machine's own font, as they do for visitors; on a machine without a
good one, install one first (Debian: fonts-roboto), or the pictures do the design no justice.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from quality import browser
from quality.pages import NETWORK, serve

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / "docs" / "images"
TODAY = "2026-11-21"
QUALITY = 82


class Shot(NamedTuple):
    """One picture."""

    name: str
    path: str
    """The page."""
    size: tuple[int, int] = (1280, 960)
    """The window, in CSS pixels."""
    width: int = 960
    """The picture, in its own pixels; its height follows."""
    dark: bool = False


PHONE = (390, 844)
BASE = (
    Shot("hub", "/"),
    Shot("site", "/wi-aimh/"),
    Shot("directory", "/directory/", width=800),
    Shot("association-mi", "/mi-aimh/", width=800),
    Shot("association-ie-dark", "/i-aimh/", width=800, dark=True),
    Shot("event", "/wi-aimh/events/example-reflective-practice-circle/", width=800),
    Shot("phone-hub", "/", PHONE, 390),
    Shot("phone-site", "/wi-aimh/", PHONE, 390),
    Shot("phone-page-dark", "/wi-aimh/why-early-development-matters/", PHONE, 390, dark=True),
    Shot("tablet", "/pa-aimh/", (820, 1000), 600),
)
SLATE = (
    Shot("slate", "/wi-aimh/"),
    Shot("phone-slate", "/", PHONE, 390),
)
THEMES = {"": BASE, '\nNETWORK_THEME = "slate"\n': SLATE}
"""What is added to `pelican.conf.py`, and the pictures that are taken then."""


def main(_: Sequence[str]) -> int:
    """Take all pictures."""
    with sync_playwright() as playwright, TemporaryDirectory(prefix="chapterhouse-pictures-") as room:
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=browser.flags())
        for number, (setting, shots) in enumerate(THEMES.items()):
            with serve(built(Path(room) / str(number), setting)) as site:
                for shot in shots:
                    content = picture(chromium, site.address, shot)
                    (FOLDER / f"{shot.name}.webp").write_bytes(content)
                    print(f"docs/images/{shot.name}.webp: {len(content)} bytes")
        chromium.close()
    return 0


def built(room: Path, setting: str) -> Path:
    """Build a copy of the network with one more setting, and return its output."""
    for name in NETWORK:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, room / name)
        else:
            room.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, room / name)
    settings = room / "pelican.conf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + setting, encoding="utf-8")
    command = [sys.executable, "-m", "chapterhouse", "build", "--today", TODAY, "--project", str(room)]
    subprocess.run(command, cwd=PROJECT, check=True)
    return room / "output"


def picture(chromium: Browser, address: str, shot: Shot) -> bytes:
    """Return what a window shows of a page, as WebP."""
    width, height = shot.size
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.dark else "light",
        device_scale_factor=1 if shot.width <= width else 2,
        reduced_motion="reduce",
        locale="en-US",
    )
    page = context.new_page()
    page.goto(address + shot.path, wait_until="networkidle")
    taken: Image.Image = Image.open(BytesIO(page.screenshot()))
    context.close()
    if taken.width != shot.width:
        taken = taken.resize(
            (shot.width, round(taken.height * shot.width / taken.width)), Image.Resampling.LANCZOS
        )
    made = BytesIO()
    taken.convert("RGB").save(made, "WEBP", quality=QUALITY, method=6)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
