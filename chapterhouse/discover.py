"""Features as files: every module of an open folder (content types, hub pages, checks) is one feature."""

import importlib
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def features(package: str) -> dict[str, ModuleType]:
    """Import every public module of a package and return them by name, sorted.

    A module whose name begins with an underscore is a part of its neighbours and no feature.
    """
    parent = importlib.import_module(package)
    # `pkgutil` would bring `inspect`, which takes longer than all that is done here.
    files = {file for folder in parent.__path__ for file in Path(folder).glob("[!_]*.py")}
    names = sorted(file.stem for file in files)
    return {name: importlib.import_module(f"{package}.{name}") for name in names}
