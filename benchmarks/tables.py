"""Turns rows into the tables that people read: medians, and ratios pair by pair."""

from collections.abc import Callable, Sequence
from statistics import median

from benchmarks.measure import Measurement
from benchmarks.peer import OURS
from benchmarks.session import Row

_SCALED = "\\* measured on the number of sites shown, one run a site, and multiplied up to all sites."
_HEAD = (
    "contender",
    "version",
    "theme",
    "sites",
    "wall s",
    "CPU s",
    "peak MiB",
    "ours / its wall",
    "ours / its CPU",
    "ours / its peak",
)


def builds(rows: Sequence[Row], missing: Sequence[str], *, scaled: bool) -> str:
    """Give the table of a scenario that runs whole processes."""
    ours = next((row for row in rows if row.contender.name == OURS), None)
    lines = [_build_line(row, ours, scaled=scaled) for row in rows]
    lines += [[title, "not installed", *("-" for _ in _HEAD[2:])] for title in missing]
    notes = [_problem(row) for row in rows if row.problems]
    if scaled and any(row.contender.scale > 1 for row in rows):
        notes.append(_SCALED)
    return _table(_HEAD, lines) + "".join(f"\n{note}\n" for note in notes)


def pairs(rows: Sequence[Row], *, scaled: bool) -> list[str]:
    """Give a line per pair: ours, theirs and the ratio of wall times."""
    ours = next((row for row in rows if row.contender.name == OURS), None)
    if ours is None or ours.problems:
        return []
    lines = []
    for row in rows:
        if row is ours or row.problems:
            continue
        scale = row.contender.scale if scaled else 1.0
        for number, (mine, theirs) in enumerate(zip(ours.runs, row.runs, strict=True), 1):
            wall = theirs.wall * scale
            both = f"{mine.wall:.3f} s / {row.contender.peer.TITLE} {wall:.3f} s"
            lines.append(f"  pair {number}: {both} = {mine.wall / wall:.2f}")
    return lines


def served(rows: dict[int, list[Row]]) -> str:
    """Give the table of the watching servers."""
    lines = []
    for size, found in rows.items():
        for row in found:
            times = sorted(run.wall * 1000 for run in row.runs)
            spread = [f"{median(times):.1f}", f"{times[0]:.1f} to {times[-1]:.1f}"] if times else ["-", "-"]
            lines.append([row.contender.peer.TITLE, row.contender.version, str(size), *spread])
    notes = [_problem(row) for found in rows.values() for row in found if row.problems]
    head = ("server", "version", "sites", "save to written, ms", "from, to")
    return _table(head, lines) + "".join(f"\n{note}\n" for note in notes)


def grown(rows: dict[int, list[Row]]) -> str:
    """Give the cost of a page for each size, and of a further page since the size before."""
    lines = []
    names = sorted({row.contender.name for found in rows.values() for row in found})
    notes = []
    for name in names:
        before: tuple[int, float, float] | None = None
        for row in (row for found in rows.values() for row in found if row.contender.name == name):
            if row.problems:
                notes.append(_problem(row))
                continue
            corpus = row.contender.corpus
            pages = corpus.site_count * corpus.page_count
            cpu, wall = median(run.cpu for run in row.runs), median(run.wall for run in row.runs)
            further = ["-", "-"]
            if before:
                count = pages - before[0]
                further = [_ms(cpu - before[1], count), _ms(wall - before[2], count)]
            each_page = [_ms(cpu, pages), _ms(wall, pages)]
            peak = f"{median(run.peak for run in row.runs):.0f}"
            size = [row.contender.peer.TITLE, str(corpus.site_count), str(pages)]
            lines.append([*size, *each_page, *further, peak])
            before = (pages, cpu, wall)
    head = (
        "contender",
        "sites",
        "pages",
        "CPU ms a page",
        "wall ms a page",
        "CPU ms a further page",
        "wall ms a further page",
        "peak MiB",
    )
    return _table(head, lines) + "".join(f"\n{note}\n" for note in notes)


def _build_line(row: Row, ours: Row | None, *, scaled: bool) -> list[str]:
    who = row.contender
    scale = who.scale if scaled else 1.0
    star = "*" if scale > 1 else ""
    comparable = ours is not None and row is not ours and not ours.problems and not row.problems
    ratios = ["1" if row is ours else "-"] * 3
    if comparable and ours:
        ratios = [
            _ratio(ours, row, lambda run: run.wall, scale),
            _ratio(ours, row, lambda run: run.cpu, scale),
            _ratio(ours, row, lambda run: run.peak, 1.0),
        ]
    start = [who.peer.TITLE, who.version, who.peer.THEME, f"{who.corpus.site_count}{star}"]
    if row.problems:
        # How fast something failed must not stand beside how fast others worked.
        return [*start, *"-" * (len(_HEAD) - len(start))]
    return [
        *start,
        f"{median(run.wall for run in row.runs) * scale:.3f}",
        f"{median(run.cpu for run in row.runs) * scale:.3f}",
        f"{median(run.peak for run in row.runs):.0f}",
        *ratios,
    ]


def _ratio(ours: Row, theirs: Row, value: Callable[[Measurement], float], scale: float) -> str:
    # Pair by pair first: the machine's speed drifts between rounds, and both of a pair had the same.
    return f"{median(value(a) / (value(b) * scale) for a, b in zip(ours.runs, theirs.runs, strict=True)):.2f}"


def _ms(seconds: float, pages: int) -> str:
    return f"{seconds / pages * 1000:.3f}"


def _problem(row: Row) -> str:
    more = f" (and {len(row.problems) - 1} more)" if len(row.problems) > 1 else ""
    return f"{row.contender.peer.TITLE} is not comparable: {row.problems[0]}{more}."


def _table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[i]) for line in [head, *lines]) for i in range(len(head))]

    def row(cells: Sequence[str]) -> str:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        return f"| {' | '.join(padded)} |\n"

    return row(head) + row(["-" * width for width in widths]) + "".join(row(line) for line in lines)
