"""How Chapterhouse grows: time, memory, state and files of networks of many sizes, as a Markdown table.

python -m benchmarks.scaling --sizes 10 100 1000 --pages 25
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.measure import Measurement, measure
from benchmarks.peers import chapterhouse

HEAD = (
    "associations",
    "pages",
    "cold build",
    "processor a page",
    "largest process",
    "state",
    "bodies",
    "output",
    "files",
    "nothing changed",
    "one page edited",
)


@dataclass(frozen=True, slots=True)
class Size:
    """What a network of one size cost."""

    associations: int
    pages: int
    cold: Measurement
    nothing: Measurement
    edited: Measurement
    state: int
    """Bytes of the state."""
    bodies: int
    """Bytes of the rendered bodies."""
    output: int
    """Bytes of the published files."""
    files: int

    def cells(self) -> tuple[str, ...]:
        """Return it as the cells of a table."""
        return (
            f"{self.associations:,}",
            f"{self.pages:,}",
            f"{self.cold.wall:.2f} s",
            f"{1000 * self.cold.cpu / self.pages:.2f} ms",
            f"{self.cold.peak:.0f} MiB",
            _mib(self.state),
            _mib(self.bodies),
            _mib(self.output),
            f"{self.files:,}",
            f"{1000 * self.nothing.wall:.0f} ms",
            f"{1000 * self.edited.wall:.0f} ms",
        )


def measure_size(associations: int, pages: int, folder: Path) -> Size:
    """Build a network of some size: cold, with nothing changed, and with one page edited."""
    corpus = Corpus(associations, pages)
    project, output = folder / "project", folder / "output"
    chapterhouse.lay_out(corpus, project)

    def build() -> Measurement:
        (run,) = chapterhouse.build(project, output, ())
        found = measure(run.command, run.folder, folder / "scratch", run.environment)
        if found.exit_code:
            raise SystemExit(f"the build of {associations} associations failed:\n{found.output}")
        return found

    cold = build()
    # Files that have just been written are read once more; the second build is the one that people meet.
    build()
    nothing = build()
    site = corpus.site(associations // 2)
    page = chapterhouse.source(project, site, next(iter(corpus.pages(site))))
    page.write_text(f"{page.read_text(encoding='utf-8')}\nOne more sentence.\n", encoding="utf-8")
    edited = build()
    work = project / ".chapterhouse"
    published = list(_sizes(output))
    return Size(
        associations=associations,
        pages=associations * pages,
        cold=cold,
        nothing=nothing,
        edited=edited,
        state=(work / "state.sqlite").stat().st_size,
        bodies=sum(_sizes(work / "bodies")),
        output=sum(published),
        files=len(published),
    )


def table(sizes: Sequence[Size]) -> str:
    """Return the sizes as a Markdown table."""
    rows = [HEAD, ("---:",) * len(HEAD), *(size.cells() for size in sizes)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    """Measure every size that the command line names, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--pages", type=int, default=25)
    parser.add_argument("--work", type=Path, help="where the corpora are written")
    options = parser.parse_args()
    found = []
    for associations in options.sizes:
        folder = Path(tempfile.mkdtemp(prefix="scaling-", dir=options.work))
        try:
            found.append(measure_size(associations, options.pages, folder))
        finally:
            shutil.rmtree(folder)
        print(table(found[-1:]).splitlines()[-1], flush=True)
    print()
    print(table(found))


def _sizes(folder: Path) -> Iterator[int]:
    for path, _, names in os.walk(folder):
        for name in names:
            yield Path(path, name).stat().st_size


def _mib(size: int) -> str:
    return f"{size / 2**20:.1f} MiB"


if __name__ == "__main__":
    main()
