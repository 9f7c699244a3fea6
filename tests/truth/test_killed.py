"""`kill -9` at fifty moments of a build, workers included: nothing is torn, and the next build mends it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.truth.builds import CHECKOUT, build, build_apart, command, differences, environment, tree
from tests.truth.histories import inputs, mirror
from tests.truth.project import association, entry, files, write, write_project

MOMENTS = 50
SITES = 12


@dataclass(frozen=True)
class Versions:
    """Two versions of a network: what a build reads, and what a clean build makes of it."""

    root: Path
    sources: tuple[dict[str, bytes], dict[str, bytes]]
    outputs: tuple[dict[str, bytes], dict[str, bytes]]

    def torn(self) -> list[str]:
        """Return every file in the output that is neither the one version's nor the other's."""
        old, new = self.outputs
        now = tree(self.root / "output") if (self.root / "output").exists() else {}
        return [path for path, content in now.items() if content not in (old.get(path), new.get(path))]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    root = tmp_path_factory.mktemp("killed") / "project"
    more: dict[str, str] = {}
    for number in range(SITES - 5):
        more |= association(f"site-{number}", "north")
    for slug in [path.split("/")[1] for path in {**files(), **more} if path.endswith("association.yaml")]:
        more |= {f"associations/{slug}/pages/more-{n}.md": entry(f"Page {n}") for n in range(3)}
    write_project(root, more, theme=True)
    first = inputs(root)
    outputs = [_made(root)]
    path = root / "content/hub/network.yaml"
    path.write_text(path.read_text().replace("Astronomy Network", "Network of Stars"))
    style = root / "themes/base/static/style.css"
    style.write_text(f"{style.read_text(encoding='utf-8')}\n.new {{ color: red }}\n", encoding="utf-8")
    for number in range(0, SITES - 5, 2):
        (root / f"associations/site-{number}/pages/more-1.md").unlink()
        write(root / f"associations/site-{number}/pages/more-1/index.md", entry("In a folder"))
        write(root / f"associations/site-{number}/pages/another.md", entry("Another"))
    shutil.rmtree(root / "associations/site-5")
    outputs.append(_made(root))
    return Versions(root, (first, inputs(root)), (outputs[0], outputs[1]))


def _made(root: Path) -> dict[str, bytes]:
    """Build cleanly, return the output and leave nothing."""
    report = build(root, jobs=2)
    assert not report.diagnostics
    made = tree(root / "output")
    for name in ("output", ".chapterhouse"):
        shutil.rmtree(root / name)
    return made


class Mortal:
    """Processes that build and die at a given touch of the disk."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.truth.die", str(root)],
            cwd=CHECKOUT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def live(self) -> tuple[int, int]:
        """Build; return how often the disk was touched, and when the output was for the first time."""
        events, published = map(int, self._say(0).split())
        assert self._answer() == "exit 0"
        return events, published

    def die_at(self, event: int) -> bool:
        """Build and die at an event; return whether it came to that."""
        answer = self._say(event)
        assert answer in ("exit 0", f"exit {-signal.SIGKILL}")
        return answer != "exit 0"

    def end(self) -> None:
        """Let it end."""
        self.process.communicate()

    def _say(self, number: int) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def mortal(versions: Versions) -> Iterator[Mortal]:
    made = Mortal(versions.root)
    yield made
    made.end()


def _kill_after(root: Path, seconds: float) -> bool:
    """Build by the command line and kill everything after some time; return whether it was still at work."""
    process = subprocess.Popen(
        command(root, "--jobs", "2"),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(seconds)
    is_late = process.poll() is not None
    if not is_late:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return not is_late


def _is_built(versions: Versions, number: int, apart: bool) -> None:
    """Hold that the next build needs no help and makes what a clean build makes."""
    if apart:
        done = build_apart(versions.root)
        assert done.returncode == 0, done.stderr
    else:
        assert build(versions.root).exit_code == 0
    assert differences(tree(versions.root / "output"), versions.outputs[number]) == []


def test_a_killed_build_leaves_whole_files_and_is_taken_up(versions: Versions, mortal: Mortal) -> None:
    root = versions.root
    mirror(versions.sources[0], root)
    build(root, jobs=2)
    mirror(versions.sources[1], root)
    events, published = mortal.live()
    assert 0 < published < events
    mirror(versions.sources[0], root)
    began = time.monotonic()
    _is_built(versions, 0, apart=True)
    duration = time.monotonic() - began
    draw = random.Random(2026)
    killed = 0
    while killed < MOMENTS:
        # A version that is not there yet, so that there is something to do.
        number = 1 if differences(tree(root / "output"), versions.outputs[1]) else 0
        mirror(versions.sources[number], root)
        if killed % 5 == 0:
            killed += _kill_after(root, draw.uniform(0.1, 1) * duration)
        else:
            killed += mortal.die_at(draw.randint(published if killed % 5 < 3 else 1, events))
        assert versions.torn() == [], killed
        if killed % 5 == 4:
            _is_built(versions, number, apart=killed % 10 == 9)
    mirror(versions.sources[1], root)
    _is_built(versions, 1, apart=False)
    assert not list(root.glob("output/**/*.part"))


def test_a_first_build_that_is_killed_in_the_middle_of_publishing(versions: Versions, mortal: Mortal) -> None:
    root = versions.root
    mirror(versions.sources[0], root)
    shutil.rmtree(root / "output", ignore_errors=True)
    shutil.rmtree(root / ".chapterhouse", ignore_errors=True)
    # The first build compiles the templates, and touches the disk more often for it.
    for _ in range(2):
        events, published = mortal.live()
        shutil.rmtree(root / "output")
        shutil.rmtree(root / ".chapterhouse")
    assert mortal.die_at(-(events + published) // 2)
    assert (root / "output").exists()
    assert versions.torn() == []
    _is_built(versions, 0, apart=True)
