"""The opening words of a page, in larger letters.

They say in a sentence or two what the page is about. A page whose front matter has a `summary` begins with
that already.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option, Unfit
from chapterhouse.parts._markup import has_words

EXAMPLE = """\
> [!LEAD]
> We look at the stars together, on every clear Friday, and everybody is welcome.
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}


def cut(markup: str) -> Items:
    """Return the words."""
    if not has_words(markup):
        raise Unfit("the lead has no words", "write them below, each line behind a >")
    return ({"text": markup.strip()},)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its words stand on the page."""
    return {}
