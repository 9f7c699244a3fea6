"""Jobs that can travel: functions of `pelican.conf.py` cannot, and are read again where the job arrives."""

import pickle
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from chapterhouse.frozen import replace
from chapterhouse.model import SiteJob

REREAD = "CHAPTERHOUSE_REREAD"
"""In the place of Pelican's settings in a job: read them from the project's `pelican.conf.py`."""

_travels: tuple[Mapping[str, Any], bool] | None = None


def portable(job: SiteJob) -> SiteJob:
    """Return a job that can be sent to another process."""
    global _travels
    if _travels is None or _travels[0] is not job.pelican:
        _travels = (job.pelican, _can_be_sent(job.pelican))
    return job if _travels[1] else replace(job, pelican={REREAD: True})


def arrived(job: SiteJob) -> SiteJob:
    """Return a job as it was before it travelled."""
    if REREAD not in job.pelican:
        return job
    return replace(job, pelican=_read_settings(job.project))


def _can_be_sent(settings: Mapping[str, Any]) -> bool:
    try:
        pickle.loads(pickle.dumps(settings))
    except Exception:
        # Each type has its own exception for this.
        return False
    return True


@lru_cache(maxsize=1)
def _read_settings(project: str) -> Mapping[str, Any]:
    from chapterhouse.config import read_project

    return read_project(Path(project)).pelican
