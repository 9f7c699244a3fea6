"""The import of Pelican, a quarter of a second, as cheaply as it can be had."""

import gc
import importlib
import sys
import threading


def import_all() -> None:
    """Import Pelican and everything else that rendering needs; the second time this costs nothing."""
    if "pelican.writers" in sys.modules and "chapterhouse.render.plugin" in sys.modules:
        return
    collects = gc.isenabled()
    gc.disable()
    # docutils, which Pelican imports for reStructuredText, would import Pillow to measure pictures; it does
    # without where there is none. Not in a second thread: the first may want Pillow itself.
    hides = "PIL" not in sys.modules and threading.current_thread() is threading.main_thread()
    if hides:
        sys.modules["PIL"] = None  # type: ignore[assignment]
    try:
        importlib.import_module("pelican")
    finally:
        if hides:
            del sys.modules["PIL"]
        if collects:
            gc.enable()
    for name in ("plugin", "site"):
        importlib.import_module(f"chapterhouse.render.{name}")
