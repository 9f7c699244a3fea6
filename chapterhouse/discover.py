"""Features as files: every module of an open folder (content types, hub pages, checks) is one feature."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def features(package: str) -> dict[str, ModuleType]:
    """Import every public module of a package and return them by name, sorted.

    A module whose name begins with an underscore is a part of its neighbours and no feature.
    """
    parent = importlib.import_module(package)
    names = sorted(m.name for m in pkgutil.iter_modules(parent.__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"{package}.{name}") for name in names}
