"""What somebody said, and who it was.

The last line begins with two hyphens, or with a dash, and names the person as the person wishes. Ask before
you quote somebody.
"""

import re
from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option, Unfit
from chapterhouse.parts._markup import has_words

EXAMPLE = """\
> [!QUOTE]
> I came for the moon and stayed for the people.
>
> -- Jo Example, who is made up
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}

_SOURCE = re.compile(r"(?s)(<p>|\n|<br ?/?>)\s*(?:-{2,3}|[–—])\s*((?:(?!\n|</p>).)+)</p>\s*\Z")


def cut(markup: str) -> Items:
    """Return the words and who said them."""
    source = _SOURCE.search(markup)
    if source is None:
        raise Unfit(
            "it is not said whose words these are",
            "end it with a line such as  > -- Jo Example, mother of two",
        )
    words = markup[: source.start()].removesuffix("<br />") + ("" if source[1] == "<p>" else "</p>")
    if not has_words(words):
        raise Unfit("the quotation has no words", "write them above the line that says whose they are")
    return ({"text": words, "source": source[2].strip()},)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its words stand on the page."""
    return {}
