"""The pictures of the documentation: of real pages, small, all shown."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from quality import browser
from tools.screenshots import FOLDER, PHONE, PROJECT, THEMES, Shot, picture

SHOTS = [shot for shots in THEMES.values() for shot in shots]
MOST_BYTES = 1_000_000


def test_every_picture_is_there_and_shown() -> None:
    names = {f"{shot.name}.webp" for shot in SHOTS}
    shown = (PROJECT / "docs" / "design.md").read_text("utf-8") + (PROJECT / "README.md").read_text("utf-8")
    assert all((FOLDER / name).is_file() for name in names)
    assert {name for name in names if name not in shown} == set()
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MOST_BYTES


def test_each_has_the_size_that_is_said() -> None:
    for shot in SHOTS:
        width, height = shot.size
        with Image.open(FOLDER / f"{shot.name}.webp") as image:
            assert image.size == (shot.width, round(height * shot.width / width)), shot.name


def test_a_picture_shows_the_page(tmp_path: Path) -> None:
    (tmp_path / "red.html").write_text("<body style='background: rgb(200 0 0)'>", encoding="utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=browser.flags())
        content = picture(chromium, tmp_path.as_uri(), Shot("red", "/red.html", PHONE, 195))
        chromium.close()
    file = tmp_path / "red.webp"
    file.write_bytes(content)
    with Image.open(file) as image:
        assert image.size == (195, 422)
        pixel = image.convert("RGB").getpixel((90, 200))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 180 and max(pixel[1:]) < 30
