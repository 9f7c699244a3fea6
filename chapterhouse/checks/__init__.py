"""Rules: one module is one rule; its docstring is what `chapterhouse explain` prints.

A source check is a module in `checks/source/` with `check(network, settings)`, which yields diagnostics from
the loaded folders before anything is rendered. An output check is a module in `checks/output/` with
`check(built)`, which reads the finished pages. The code of its diagnostics is the module's name with hyphens.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from chapterhouse.config import Settings
from chapterhouse.diagnostics import ChapterhouseError, Diagnostic
from chapterhouse.discover import features
from chapterhouse.model import Network

if TYPE_CHECKING:
    from chapterhouse.checks.built import Built


class SourceCheck(Protocol):
    """The contract of a module in `checks/source/`."""

    def check(self, network: Network, settings: Settings) -> Iterator[Diagnostic]:
        """Yield every breach of the rule."""


class OutputCheck(Protocol):
    """The contract of a module in `checks/output/`."""

    def check(self, built: "Built") -> Iterator[Diagnostic]:
        """Yield every breach of the rule."""


def output_checks() -> dict[str, OutputCheck]:
    """Return every output check by its code: `dead-address`."""
    found = features("chapterhouse.checks.output")
    return {name.replace("_", "-"): module for name, module in found.items()}


def run_output_checks(built: "Built") -> list[Diagnostic]:
    """Run every output check over the published pages."""
    return [diagnostic for rule in output_checks().values() for diagnostic in rule.check(built)]


def published_problems(output: Path, network: Network) -> list[Diagnostic]:
    """Return what is wrong with the published pages; raises ChapterhouseError where there are none."""
    from chapterhouse.checks.built import read_built

    if not output.is_dir():
        raise ChapterhouseError(f'nothing is published in {output} yet; "chapterhouse build" does it')
    return run_output_checks(read_built(output, network.sites))


def source_checks() -> dict[str, SourceCheck]:
    """Return every source check by its code: `reserved-slug`."""
    found = features("chapterhouse.checks.source")
    return {name.replace("_", "-"): module for name, module in found.items()}


def run_source_checks(network: Network, settings: Settings) -> list[Diagnostic]:
    """Run every source check over the network."""
    return [diagnostic for rule in source_checks().values() for diagnostic in rule.check(network, settings)]
