"""The day a build is for: the only place where the clock is asked.

`--today` decides, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the computer's own day. Nothing else
of the output depends on when it is built.
"""

import os
import time
from datetime import date

from chapterhouse.errors import ChapterhouseError


def today(given: str = "") -> str:
    """Return the day as `YYYY-MM-DD`.

    Raises ChapterhouseError where the given one is no day.
    """
    if given:
        try:
            year, month, day = (int(part) if part.isdecimal() else 0 for part in given.split("-"))
            # Days are compared as texts, and 2026-5-17 would come after 2026-12-01.
            return date(year if year > 999 else 0, month, day).isoformat()
        except ValueError:
            raise ChapterhouseError(
                f'--today is "{given}", but a day such as 2026-05-17 is needed.'
            ) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return time.strftime("%Y-%m-%d")
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)))
    except (ValueError, OverflowError, OSError):
        raise ChapterhouseError(
            f'SOURCE_DATE_EPOCH is "{epoch}", but seconds since 1970 are needed.'
        ) from None
