"""The latest news of this site, the newest first."""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items
from chapterhouse.parts._gathered import MOST, MOST_OPTION, READER_OPTION, TOPIC_OPTION, chosen, otherwise

EXAMPLE = """\
> [!NEWS]
"""
GATHERS = True
OPTIONS = {"most": MOST_OPTION, "topic": TOPIC_OPTION, "for": READER_OPTION}


def cut(markup: str) -> Items:
    """Return the words for the time when there is no news."""
    return otherwise(markup)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the newest items."""
    found = chosen(site.entries("news"), options, MOST)
    return {"latest_news": found} if found else {}
