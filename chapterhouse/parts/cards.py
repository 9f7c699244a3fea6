"""Cards side by side, made from a list.

Each item of the list is a card. A link or bold words at its beginning are the card's title, and a picture
before them stands on top.
"""

import re
from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option
from chapterhouse.parts._markup import IMAGE, LINK, first_line, has_words, only_list

EXAMPLE = """\
> [!CARDS]
> - [For beginners](https://example.org/beginners): what to see without a telescope
> - [For families](https://example.org/families): evenings that end before bedtime
> - **For clouds**: a film, and hot chocolate
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}

_STRONG = re.compile(r"(?s)<strong>(.*?)</strong>")
_JOINT = re.compile(r"^\s*(?:[:–—]|-(?=\s)|<br ?/?>)\s*")
"""What stands between title and words in a list, and not on a card."""


def cut(markup: str) -> Items:
    """Return picture, title, address and words of each card."""
    message, hint = "cards are made from a list", "write  > - [About us](about.md): who we are"
    return [_card(item) for item in only_list(markup, message, hint) if has_words(item)]


def _card(item: str) -> dict[str, str]:
    words, rest = first_line(item)
    card = {"image": "", "title": "", "href": "", "text": ""}
    if image := IMAGE.match(words):
        card["image"], words = image[0], words[image.end() :].lstrip()
        if not words and rest.startswith("<p>"):
            words, rest = first_line(rest)
    strong = _STRONG.match(words)
    link = LINK.match(strong[1] if strong else words)
    if link and IMAGE.search(link[2]) is None:
        card["href"], card["title"] = link[1], link[2]
        words = words[(strong or link).end() :]
    elif strong:
        card["title"], words = strong[1], words[strong.end() :]
    words = _JOINT.sub("", words) if card["title"] else words
    card["text"] = (f"<p>{words.strip()}</p>" if words.strip() else "") + rest
    return card


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its list stands on the page."""
    return {}
