"""The next events of this site, the soonest first.

An event that has passed leaves the list with the next build. Below an empty line may stand the words that are
shown as long as nothing is planned.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items
from chapterhouse.parts._gathered import MOST, MOST_OPTION, READER_OPTION, TOPIC_OPTION, chosen, otherwise

EXAMPLE = """\
> [!EVENTS]
> most: 2
>
> Nothing is planned at the moment. Come back in spring!
"""
GATHERS = True
OPTIONS = {"most": MOST_OPTION, "topic": TOPIC_OPTION, "for": READER_OPTION}


def cut(markup: str) -> Items:
    """Return the words for the time when nothing is planned."""
    return otherwise(markup)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the events that are under way or to come."""
    # The listing has those to come first, in their order.
    coming = [item for item in site.entries("event") if not item.is_past and item.when]
    found = chosen(coming, options, MOST)
    return {"upcoming": found} if found else {}
