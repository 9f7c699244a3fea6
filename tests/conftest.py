"""What every test may use: a small project on the disk, and the options of the test run."""

import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.builders import SMALL_NETWORK

# A generated example takes as long as the machine is busy, and the same run finds the same examples.
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=2000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci")

# A shell lets what it runs in the background ignore Ctrl-C, which programs started by tests would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

MakeNetwork = Callable[[Path, Mapping[str, str]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`, which rewrites what is expected instead of comparing with it."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected files of tests/networks")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are rewritten in this run."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture
def make_network() -> MakeNetwork:
    """Write a small project into a folder: `make_network(tmp_path, {"associations/x/pages/a.md": "..."})`.

    The files given are added to `SMALL_NETWORK`, or replace its own; an empty text leaves the file out.
    """

    def write(root: Path, files: Mapping[str, str]) -> Path:
        for name, text in {**SMALL_NETWORK, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text:
                path.write_text(text, encoding="utf-8", newline="")
        return root

    return write
