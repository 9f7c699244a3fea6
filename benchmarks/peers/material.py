"""Material for MkDocs: one project and one run per association, in its own theme."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks import mkdocs_layout
from benchmarks.install import python_package_version
from benchmarks.mkdocs_layout import lay_out, source
from benchmarks.peer import Run

__all__ = ["ONE_SITE_A_RUN", "THEME", "TITLE", "build", "lay_out", "source", "version"]

TITLE = "Material for MkDocs"
THEME = "its own"
ONE_SITE_A_RUN = True


def version() -> str | None:
    """Ask the environment that holds the Python peers."""
    return python_package_version("mkdocs-material")


def build(project: Path, output: Path, sites: Sequence[str]) -> list[Run]:
    """Build each site with a run of its own."""
    return mkdocs_layout.build("mkdocs", project, output, sites)
