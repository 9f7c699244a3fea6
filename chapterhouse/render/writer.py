"""The files of one site on their way into the stage: each written once, and only where its bytes are new."""

from collections.abc import Mapping
from pathlib import Path

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.files import digest
from chapterhouse.model import Written
from chapterhouse.staging import is_whole, make_folder, whole_stage, write, write_staged


class Output:
    """Writes the files of one site below the stage and lists them.

    A file whose digest is that of the published one is listed and not written.
    """

    def __init__(
        self, stage: str, published: Mapping[str, str], *, tree: bool = False, whole: str | None = None
    ) -> None:
        """Write to the stage; with `tree` to a folder like the output, where plugins look for pages.

        Of a new site, whose folder is `whole`, folders are written to the stage of those published whole.
        """
        self.stage = stage
        self.tree = tree
        self.whole = whole
        self._new_sites = whole_stage(stage)
        self.published = published
        self.files: dict[str, Written] = {}
        self.diagnostics: list[Diagnostic] = []
        self._writers: dict[str, Location] = {}
        self._parents: dict[str, Location] = {}
        self._folders: set[str] = set()

    def write(self, path: str, content: bytes, source: Location) -> bool:
        """Write a file (its path is below the output) that a source asks for; return whether it may.

        The second source that asks for a path gets a diagnostic that names the first.
        """
        fingerprint = digest(content)
        if not self.keep(path, fingerprint, len(content), source):
            return False
        if self.published.get(path) != fingerprint:
            self._write(path, content)
        return True

    def keep(self, path: str, fingerprint: str, size: int, source: Location) -> bool:
        """List a file whose published bytes are known to be right already; return whether the source may."""
        # Disks that take A and a for one letter must not decide which of two pages there is.
        key = path.casefold()
        writers, parents = self._writers, self._parents
        first = writers.get(key) or parents.get(key)
        above = []
        folder = key.rpartition("/")[0]
        # A folder that is there already is no file, nor is any above it.
        while folder and folder not in parents and first is None:
            first = writers.get(folder)
            above.append(folder)
            folder = folder.rpartition("/")[0]
        if first is not None:
            self.diagnostics.append(_two_writers(path, source, first))
            return False
        if path.startswith("/") or (".." in path and ".." in path.split("/")):
            self.diagnostics.append(_outside(path, source))
            return False
        writers[key] = source
        for folder in above:
            parents[folder] = source
        self.files[path] = Written(path, fingerprint, size)
        return True

    def source(self, path: str) -> Location | None:
        """Return who wrote a path."""
        return self._writers.get(path.casefold())

    def listed(self) -> tuple[Written, ...]:
        """Return every file of the site, sorted by path."""
        return tuple(self.files[path] for path in sorted(self.files))

    def _write(self, path: str, content: bytes) -> None:
        if self.whole is not None and is_whole(path, self.whole):
            tree = self._new_sites
        elif self.tree:
            tree = self.stage
        else:
            if self.stage not in self._folders:
                Path(self.stage).mkdir(parents=True, exist_ok=True)
                self._folders.add(self.stage)
            write_staged(self.stage, path, content)
            return
        target = f"{tree}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            self._make_folder(folder, tree)
        write(target, content)

    def _make_folder(self, folder: str, tree: str) -> None:
        """Make a folder of a tree; those above it come first, so that each is asked for once."""
        above = folder.rpartition("/")[0]
        if folder != tree and above not in self._folders:
            self._make_folder(above, tree)
        make_folder(folder)
        self._folders.add(folder)


def _two_writers(path: str, source: Location, first: Location) -> Diagnostic:
    return Diagnostic(
        code="duplicate-file",
        message=f"its page would be written to {path}, which {first} already fills",
        location=source,
        hint="rename one of the two files, or take the alias out",
    )


def _outside(path: str, source: Location) -> Diagnostic:
    return Diagnostic(
        code="outside-the-site",
        message=f"its page would be written to {path}, which is outside the site",
        location=source,
        hint="an address has no dots as a folder name and no slash at its beginning",
    )
