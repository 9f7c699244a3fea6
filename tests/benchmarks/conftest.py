"""What every contender with the equivalent theme writes, built once for all tests."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from benchmarks.measure import measure
from benchmarks.peer import find
from tests.benchmarks.contenders import CORPUS

Built = Callable[[str], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a function that gives the output of a contender; nobody may change it."""

    @cache
    def build(name: str) -> Path:
        folder, peer = tmp_path_factory.mktemp(name), find(name)
        peer.lay_out(CORPUS, folder / "project")
        slugs = [site.slug for site in CORPUS.sites()]
        for run in peer.build(folder / "project", folder / "output", slugs):
            done = measure(run.command, run.folder, folder / "scratch", run.environment)
            assert done.exit_code == 0, done.output
        return folder / "output"

    return build
