"""The scan of the engine's own folder, kept in it as Python keeps its compiled modules.

So the first build of a project need not read the engine again that another project has read before. Stat data
decides, as everywhere: a copy of the folder is read anew, and so is a file that changed.
"""

import marshal
import sys
from contextlib import suppress
from pathlib import Path

from chapterhouse.files import write_atomically
from chapterhouse.scan import Recorded, Scan
from chapterhouse.sources import Source

_PLACE = f"__pycache__/engine.{sys.implementation.cache_tag}.scan"


def scan_engine(engine: Source) -> Scan:
    """Return what the engine's folder holds, and keep that there; a folder that nobody may write stays."""
    place = Path(engine.path, _PLACE)
    before = _read(place)
    scan = engine.scan(before)
    if scan.recorded != before:
        with suppress(OSError):
            write_atomically(place, marshal.dumps(scan.recorded))
    return scan


def _read(place: Path) -> Recorded | None:
    try:
        stats, digests = marshal.loads(place.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return stats, digests
