"""Several pictures in a row that is moved sideways by finger, mouse or keyboard, and never by itself.

Each item of the list is a picture; words behind it are its caption.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option, Unfit
from chapterhouse.parts._markup import list_items, pictures

EXAMPLE = """\
> [!GALLERY]
> - ![Seven people around a telescope](../images/evening.png) The first evening
> - ![The moon above a roof](../images/moon.png) What we saw
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}


def cut(markup: str) -> Items:
    """Return each picture with its caption."""
    found = [
        {"image": image, "caption": words.replace("<p>", "").replace("</p>", "").strip()}
        for item in list_items(markup)
        for image, words in pictures(item)
    ]
    if not found:
        raise Unfit("there is no picture", "write a list: > - ![What it shows](../images/fair.jpg) Caption")
    return found


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its pictures stand on the page."""
    return {}
