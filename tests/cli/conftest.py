"""A network to run commands in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chapterhouse.cli import main

Outcome = tuple[int, str, str]
Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line, and return the exit code with what it printed and what it complained of."""

    def call(*words: str) -> Outcome:
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


@pytest.fixture
def project(tmp_path: Path, make_network: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small network, which is also the folder we are in."""
    root = make_network(tmp_path / "network", {})
    monkeypatch.chdir(root)
    return root
