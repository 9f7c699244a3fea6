"""A network with a history: what is built of it now, and what a clean build would have made."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from chapterhouse.held import errors_by_site, folder_of
from chapterhouse.model import HUB
from chapterhouse.report import Report
from tests.truth.builds import NOT_INPUT, TODAY, build, differences, tree
from tests.truth.project import write


def mirror(files: dict[str, bytes], target: Path) -> None:
    """Make a folder hold exactly these files, touching only those that differ."""
    there = inputs(target)
    for path in there.keys() - files.keys():
        (target / path).unlink()
    for path in files:
        if there.get(path) != files[path]:
            write(target / path, files[path])
    for folder in sorted((each for each in target.rglob("*") if each.is_dir()), reverse=True):
        if folder.relative_to(target).parts[0] not in NOT_INPUT and not any(folder.iterdir()):
            folder.rmdir()


def inputs(root: Path) -> dict[str, bytes]:
    """Return every file that a build reads."""
    found: dict[str, bytes] = {}
    for name in sorted(path.name for path in root.iterdir()) if root.is_dir() else []:
        if name not in NOT_INPUT:
            path = root / name
            found |= (
                {name: path.read_bytes()}
                if path.is_file()
                else {f"{name}/{p}": c for p, c in tree(path).items() if "__pycache__/" not in p}
            )
    return found


@dataclass
class History:
    """One network and everything that a clean build cannot know: last good versions, kept sites."""

    root: Path
    apart: Path
    """A folder for clean builds."""
    today: str = TODAY
    good: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """The files of each site's folder when it was last built without errors."""
    output: dict[str, bytes] = field(default_factory=dict)
    """The output after the last build."""
    lasting: bool = False
    """Whether a site was held in the last build."""
    damaged: bool = False
    """Whether somebody changed the output since."""

    def begin(self, files: dict[str, bytes]) -> None:
        """Begin with a network that was never built."""
        for name in NOT_INPUT:
            shutil.rmtree(self.root / name, ignore_errors=True)
        mirror(files, self.root)

    def held(self, report: Report) -> set[str]:
        """Return the sites that errors hold."""
        return set(errors_by_site(report.diagnostics, self.slugs()))

    def slugs(self) -> list[str]:
        """Return the associations that have a folder."""
        return sorted(path.name for path in (self.root / "associations").glob("*"))

    def clean(self, files: dict[str, bytes], checked: bool = True) -> tuple[Report, dict[str, bytes]]:
        """Build some files cleanly, elsewhere; unless `checked` no check of the network holds a site."""
        for name in (".chapterhouse", "output"):
            shutil.rmtree(self.apart / name, ignore_errors=True)
        if _within(files, "themes") != _within(inputs(self.apart), "themes"):
            # Compiled templates stay only for the very same theme: nothing old may come into a clean build.
            for folder in list(self.apart.rglob("__pycache__")):
                shutil.rmtree(folder)
        mirror(files, self.apart)
        if checked:
            report = build(self.apart, self.today)
        else:
            with patch("chapterhouse.checks.run_source_checks", return_value=[]):
                report = build(self.apart, self.today)
        return report, tree(self.apart / "output")

    def forget(self) -> None:
        """Lose what builds have left."""
        self.good.clear()
        self.output.clear()

    def remember(self, report: Report) -> None:
        """Remember what later builds show of sites that are held then."""
        held, files = self.held(report), inputs(self.root)
        slugs = (HUB, *self.slugs())
        self.good = {slug: good for slug, good in self.good.items() if slug in slugs}
        for slug in slugs:
            if slug not in held:
                self.good[slug] = _within(files, folder_of(slug))
        self.output = tree(self.root / "output")
        self.lasting, self.damaged = bool(held), False

    def shown(self, held: set[str]) -> dict[str, bytes]:
        """Return the network as it is to be shown: what is held in its last version without errors."""
        files = inputs(self.root)
        for slug in held:
            if slug != HUB or slug in self.good:
                files = {
                    path: content
                    for path, content in files.items()
                    if path not in _within(files, folder_of(slug))
                }
                files |= self.good.get(slug, {})
        return files

    def wrong(self, report: Report) -> list[str]:
        """Compare what was built with a clean build, as far as that can know it; return what differs."""
        held = self.held(report)
        found = tree(self.root / "output")
        clean, expected = self.clean(inputs(self.root))
        said = []
        if HUB not in held and report.diagnostics != clean.diagnostics:
            said += [f"told: {d}" for d in set(report.diagnostics) ^ set(clean.diagnostics)]
        if held and self.damaged:
            return said
        if held:
            clean, expected = self.clean(self.shown(held), checked=False)
            if clean.errors:
                return said
            for slug in held:
                kept = self._pages(self.output, slug) if slug in self.good else {}
                if kept or slug not in self.good:
                    new = self._pages(expected, slug)
                    expected = {path: content for path, content in expected.items() if path not in new} | kept
            # Kept pages need the stylesheets that they were made with.
            expected |= {path: content for path, content in self.output.items() if _is_asset(path)}
            # What kept pages say is still found.
            found, expected = _without_search(found), _without_search(expected)
        return said + differences(found, expected)

    def _pages(self, files: dict[str, bytes], slug: str) -> dict[str, bytes]:
        """Return the pages of a site, which stay as they are while it is held."""
        if slug != HUB:
            return {path: c for path, c in _within(files, slug).items() if not _is_asset(path)}
        others = {*self.slugs(), *self.good} - {HUB}
        return {
            path: content
            for path, content in files.items()
            if path.split("/")[0] not in others and not _is_asset(path) and not _is_export(path)
        }


def _is_asset(path: str) -> bool:
    return "assets" in path.split("/")[:2]


def _without_search(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: content
        for path, content in files.items()
        if path.endswith(".html") or not path.removeprefix("hub/").startswith("search/")
    }


def _is_export(path: str) -> bool:
    return path.removeprefix("hub/").startswith("data/") and not path.endswith("data/index.html")


def _within(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.startswith(f"{folder}/")}
