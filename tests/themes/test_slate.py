"""The theme Slate: tokens and a few templates over the base theme, in which everything can be read too."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from chapterhouse.brand import TEXT_CONTRAST, contrast, palette
from chapterhouse.render.assets import read_assets, theme_folders
from chapterhouse.render.environment import environment
from tests.running import CHECKOUT
from tests.themes import sample
from tests.themes.test_base import colours, pairs, render

SLATE = theme_folders(CHECKOUT, "slate")
TOKENS = (SLATE[0] / "static" / "tokens.css").read_text(encoding="utf-8")
LIGHT = colours(TOKENS[: TOKENS.index("prefers-color-scheme: dark")])
DARK = LIGHT | colours(TOKENS[TOKENS.index("prefers-color-scheme: dark") :])
BRANDS = (None, "#ffd200", "#e4572e", "#7b2d8b", "#0a66c2", "#00ff00", "#000000", "#ffffff")


@pytest.mark.parametrize("color", BRANDS)
@pytest.mark.parametrize(("scheme", "text", "ground"), list(pairs()))
def test_every_text_can_be_read_with_every_brand(
    scheme: str, text: str, ground: str, color: str | None
) -> None:
    made = palette(color)
    known = LIGHT | made.light if scheme == "light" else DARK | made.dark
    assert contrast(known[text], known[ground]) >= TEXT_CONTRAST


@pytest.mark.parametrize("known", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_that_mean_something_can_be_seen(known: dict[str, str]) -> None:
    assert min(contrast(known["--line-strong"], known[ground]) for ground in ("--paper", "--surface")) >= 3


def test_its_stylesheet_is_the_base_themes_with_other_tokens() -> None:
    own, base = (read_assets(folders).files for folders in (SLATE, theme_folders(CHECKOUT)))
    slate, plain = (
        next(files[name].decode() for name in files if name.startswith("style.")) for files in (own, base)
    )
    assert "Fraunces" in plain
    assert "Fraunces" not in slate
    assert ".belongs{background: none" in slate
    rules = re.findall(r"\.rows>li\{[^}]*\}|\.rows > li\{[^}]*\}", plain)
    assert rules
    assert all(rule in slate for rule in rules)


def test_it_names_every_token_of_the_base_theme() -> None:
    base = (SLATE[1] / "static" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"(--[\w-]+):", TOKENS)) == set(re.findall(r"(--[\w-]+):", base))


def test_it_asks_for_no_font_and_shows_news_as_cards() -> None:
    env = environment(tuple(map(str, SLATE)))
    page = LexborHTMLParser(render(env, "news_list.html", listing=sample.NEWS))
    assert not page.css("link[rel=preload]")
    assert len(page.css("main .cards h2.title a")) == len(sample.NEWS)
    assert page.css("header.top .menu")
