"""A program that publishes one version of two sites and may kill itself on the way: for test_publish.py."""

import os
import shutil
import signal
import sys
from pathlib import Path

from chapterhouse.files import digest, walk
from chapterhouse.model import Written
from chapterhouse.publish import Outcome, Publication, publish
from chapterhouse.published import inspect
from chapterhouse.staging import write_staged
from chapterhouse.state import open_state

WATCHED = ("os.", "open", "sqlite3.", "shutil.")


def version(number: int) -> dict[str, dict[str, bytes]]:
    """Return the files of two sites: some stay, some change, some come and go, one becomes a folder."""
    word = f"version {number} ".encode()
    odd = number % 2
    hub = {"index.html": word * 4000, "robots.txt": b"always the same", "feed.atom": word * 100}
    hub |= {f"page-{n}/index.html": (word if n % 3 else b"same") * 500 for n in range(6)}
    hub |= {"turning/index.html": word} if odd else {"turning": word}
    site = {f"north/{n}-{odd}/index.html": word * 50 for n in range(4)} | {"north/index.html": word}
    return {"": hub, "@assets": {f"assets/style.{number}.css": word}, "north": site}


def publish_version(root: Path, number: int) -> Outcome:
    """Do what a build does: find out what is intact, stage the rest, publish."""
    stage, output = root / ".chapterhouse" / "stage", root / "output"
    shutil.rmtree(stage, ignore_errors=True)
    with open_state(str(root), str(output)) as state:
        publications = []
        for slug, files in version(number).items():
            intact, _ = inspect(str(output), state.manifests([slug]).get(slug, {}))
            written = []
            for path, content in files.items():
                if intact.get(path, ("",))[0] != digest(content):
                    stage.mkdir(parents=True, exist_ok=True)
                    write_staged(stage, path, content)
                written.append(Written(path=path, digest=digest(content), size=len(content)))
            publications.append(Publication(slug=slug, files=written))
        return publish(state, stage=stage, output=output, publications=publications)


def tree(output: Path) -> dict[str, bytes]:
    """Return every file of the output, hidden ones too."""
    assert list(walk(output)) or not output.exists()
    return {str(p.relative_to(output)): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def die_at(instant: int) -> None:
    """Kill this process, as `kill -9` does, when it touches the disk for the n-th time from now."""
    left = [instant]

    def count(event: str, arguments: object) -> None:
        if event.startswith(WATCHED):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


if __name__ == "__main__":
    root, number, instant = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    die_at(instant)
    publish_version(root, number)
