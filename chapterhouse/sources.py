"""Everything that a build reads: the project's folders, the settings, the themes and the engine itself."""

from __future__ import annotations

import os
import sys
from functools import cache

from chapterhouse.files import digest, is_ignored
from chapterhouse.scan import Scan, is_settled, scan_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from chapterhouse.scan import Recorded, Stat

ENGINE = "engine"
"""The name of the engine's own folder among the sources."""
BASE_THEME = "engine themes"
"""The name of the themes that come with the engine."""
SETTINGS = "settings"
"""The name of `pelican.conf.py` and the Python files beside it."""
PARENTS = ("content", "associations", "themes")
"""Folders whose sub-folders are sources, each by itself; files directly in them are a source too."""

_SHAPES = ("model", "entries", "pages", "record", "diagnostics", "frozen", "content_types/")
"""How the modules begin whose classes a packed folder consists of."""
_PACKAGE = os.path.dirname(os.path.abspath(__file__))


class Source:
    """One folder to scan."""

    __slots__ = ("deep", "ending", "name", "path")

    def __init__(self, name: str, path: str, deep: bool = True, ending: str = "") -> None:
        self.name = name
        """Relative to the project (`associations/wi-aimh`), or one of the names above."""
        self.path = path
        """Absolute."""
        self.deep = deep
        """Whether folders below it belong to it."""
        self.ending = ending
        """What the names of its files end with."""

    def scan(self, recorded: Recorded | None) -> Scan:
        """Return what it holds."""
        return scan_folder(self.path, recorded, deep=self.deep, ending=self.ending)

    def is_settled(self, stats: Mapping[str, Stat | None]) -> bool:
        """Tell whether stat data alone proves that it holds what was recorded."""
        return is_settled(self.path, stats, deep=self.deep, ending=self.ending)


def sources(root: str, extra: Iterable[str] = ()) -> tuple[Source, ...]:
    """Return every source of a project, sorted by name; `extra` are folders of local plugins."""
    found = [
        Source(ENGINE, _PACKAGE),
        Source(BASE_THEME, f"{os.path.dirname(_PACKAGE)}/themes"),
        Source(SETTINGS, root, deep=False, ending=".py"),
        *(Source(path, os.path.join(root, path)) for path in extra),
    ]
    for parent in PARENTS:
        found.append(Source(parent, f"{root}/{parent}", deep=False))
        found += [
            Source(f"{parent}/{name}", f"{root}/{parent}/{name}") for name in _folders(f"{root}/{parent}")
        ]
    return tuple(sorted(found, key=lambda source: source.name))


def source_of(path: str) -> str:
    """Return the source that a file of the project belongs to: `associations/wi-aimh`."""
    parts = path.split("/")
    if parts[0] not in PARENTS:
        return SETTINGS
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def shapes(engine: Scan) -> str:
    """Return the fingerprint of the classes that a packed folder consists of, from the engine's scan.

    Last good versions are kept under it: they outlive every other change of the engine.
    """
    contents = [content for path, content in engine.digests.items() if path.startswith(_SHAPES)]
    return digest("".join(contents).encode())


def is_association(name: str) -> bool:
    """Tell whether a source is the folder of one association."""
    return name.startswith("associations/")


@cache
def environment() -> str:
    """Return a fingerprint of Python and every installed package: names and versions, nothing imported.

    It is that of the moment when it was first asked for: a process goes on with what it has imported.
    """
    found = {sys.version}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        found.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    return digest("\n".join(sorted(found)).encode("utf-8", "surrogateescape"))


def _folders(parent: str) -> list[str]:
    try:
        with os.scandir(parent) as found:
            return [e.name for e in found if not is_ignored(e.name) and e.is_dir(follow_symlinks=False)]
    except OSError:
        return []
