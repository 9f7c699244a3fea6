"""Chromium takes the picture that fits, and nothing on the page moves while it comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from quality.pages import Site, serve
from tests.render.photographs import moving_picture, photograph
from tests.running import NETWORKS, build, copy_of

WORDS = "Words that push the next picture down, and further down.\n\n" * 60
PAGE = f"""\
---
title: What we saw
image: ../images/wide.jpg
image_alt: The lake
---

![The hill](../images/film.gif)

<img src="../images/boat.jpg" alt="" width="240">

{WORDS}
![Far below](../images/below.jpg)
"""
CHOSEN = "[...document.querySelectorAll('main img')].map((image) => image.currentSrc.split('/').pop())"
SHIFTS = """async () => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((one) => sum += one.value));
  observer.observe({ type: "layout-shift", buffered: true });
  const near = [...document.querySelectorAll("main img")];
  const last = near.pop();
  await Promise.all(near.map((image) => image.decode()));
  last.scrollIntoView();
  await last.decode();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return sum;
}"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A network with a page of pictures."""
    project = copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("pictures") / "network")
    images = project / "associations/north/images"
    (images / "wide.jpg").write_bytes(photograph(size=(1800, 900)))
    # Another file than the first, as Chromium takes a larger width that it has already.
    (images / "boat.jpg").write_bytes(photograph(size=(1600, 900)))
    (images / "below.jpg").write_bytes(photograph(size=(1700, 900)))
    (images / "film.gif").write_bytes(moving_picture("GIF"))
    (project / "associations/north/pages/seen.md").write_text(PAGE)
    run = build(project)
    assert run.code == 0, run.out + run.err
    with serve(Path(project / "output")) as site:
        yield site


@pytest.mark.parametrize(
    ("width", "scale", "first", "small"),
    [
        (360, 2, "wide-800.", "boat-480."),
        (360, 3, "wide-1200.", "boat-800."),
        (1280, 1, "wide-800.", "boat-480."),
    ],
)
def test_the_width_fits_the_screen(
    seen: Site, chromium: Browser, width: int, scale: int, first: str, small: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 700}, device_scale_factor=scale)
    page.goto(f"{seen.address}/north/seen/")
    shifts = page.evaluate(SHIFTS)
    chosen = page.evaluate(CHOSEN)
    page.close()
    assert [chosen[0][: len(first)], chosen[2][: len(small)]] == [first, small]
    assert {chosen[number].rsplit(".")[-1] for number in (0, 2, 3)} == {"avif"}
    assert shifts == 0


def test_what_is_far_below_is_fetched_when_a_reader_comes_near(seen: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 600})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rsplit("/")[-1]))
    page.goto(f"{seen.address}/north/seen/")
    assert [name for name in fetched if name.startswith("below")] == []
    page.evaluate(SHIFTS)
    assert [name for name in fetched if name.startswith("below-800.")] != []
    page.close()


@pytest.mark.parametrize("wish", ["no-preference", "reduce"])
def test_who_prefers_less_motion_sees_a_still_picture(seen: Site, chromium: Browser, wish: str) -> None:
    context = chromium.new_context(reduced_motion="reduce" if wish == "reduce" else "no-preference")
    page = context.new_page()
    page.goto(f"{seen.address}/north/seen/")
    page.evaluate(SHIFTS)
    assert page.evaluate(CHOSEN)[1].startswith("film-still.") is (wish == "reduce")
    context.close()
