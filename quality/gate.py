"""What a gate gives back, and the table of all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one gate looked at and what it found there."""

    pages: int
    problems: tuple[str, ...]
    note: str = ""
    """What is worth knowing when all is well, such as the scores."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the summary."""

    name: str
    result: Result
    seconds: float


def timed(name: str, gate: Callable[[], Result], clock: Callable[[], float]) -> Row:
    """Run one gate and return its line of the summary."""
    start = clock()
    result = gate()
    return Row(name, result, clock() - start)


def show(rows: list[Row], most: int = 40) -> None:
    """Print every problem (the first of very many) and the table below them."""
    console = Console(soft_wrap=True, highlight=False)
    for row in rows:
        for problem in row.result.problems[:most]:
            console.print(f"{row.name}: {problem}", markup=False)
        if len(row.result.problems) > most:
            console.print(f"{row.name}: ... and {len(row.result.problems) - most} more", markup=False)
    table = Table("gate", "pages", "problems", "seconds", "note")
    for row in rows:
        found = len(row.result.problems)
        table.add_row(
            row.name, str(row.result.pages), str(found or "none"), f"{row.seconds:.1f}", row.result.note
        )
    console.print(table)
