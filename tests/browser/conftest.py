"""A built network on loopback, and a real Chromium to look at it with."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, sync_playwright

from quality import browser
from quality.pages import Site, serve
from tests.running import CHECKOUT, NETWORKS, build, copy_of


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small alliance, built and served."""
    project = copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("browser") / "network")
    run = build(project)
    assert run.code == 0, run.out + run.err
    with serve(Path(project / "output")) as site:
        yield site


@pytest.fixture(scope="session")
def in_slate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same network in another theme, chosen in one line."""
    project = copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("slate") / "network")
    copytree(CHECKOUT / "themes" / "slate", project / "themes" / "slate")
    with (project / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nNETWORK_THEME = "slate"\n')
    run = build(project)
    assert run.code == 0, run.out + run.err
    with serve(Path(project / "output")) as site:
        yield site


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A Chromium that speaks to nobody but the page."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.path(), args=browser.flags())
        yield opened
        opened.close()
