"""Links as buttons, for what a visitor is asked to do.

Each line of the list is one link; the first button is the most important one. Two or three are enough.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option, Unfit
from chapterhouse.parts._markup import LINK, list_items
from chapterhouse.text import plain

EXAMPLE = """\
> [!BUTTONS]
> - [Become a member](https://example.org/join)
> - [Write to us](mailto:office@example.org)
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}
HINT = "write a list of links, such as  > - [Become a member](join.md)"


def cut(markup: str) -> Items:
    """Return address and words of each link."""
    found = [one for item in list_items(markup) for one in _links(item)]
    if not found:
        raise Unfit("there is no link for a button", HINT)
    return found


def _links(item: str) -> list[dict[str, str]]:
    if words := plain(LINK.sub("", item)):
        raise Unfit(f'a button is a link and nothing else, but here stands "{words[:60]}"', HINT)
    return [{"href": match[1], "text": match[2]} for match in LINK.finditer(item)]


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its links stand on the page."""
    return {}
