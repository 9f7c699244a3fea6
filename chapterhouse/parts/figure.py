"""One picture with a caption.

The words between the brackets say what the picture shows, for people who cannot see it; the words below it
are the caption, for everybody.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option, Unfit
from chapterhouse.parts._markup import IMAGE, elements, has_words

EXAMPLE = """\
> [!FIGURE]
> ![Seven people around a telescope](../images/evening.png)
> The first public evening of the year.
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}


def cut(markup: str) -> Items:
    """Return the picture and its caption."""
    found = IMAGE.findall(markup)
    if len(found) != 1:
        message = "there are several pictures" if found else "there is no picture"
        hint = "> [!GALLERY] shows several" if found else "write  > ![What it shows](../images/fair.jpg)"
        raise Unfit(message, hint)
    blocks = [IMAGE.sub("", element.whole) for element in elements(markup)]
    words = [block for block in blocks if has_words(block)]
    caption = "".join(words)
    if len(words) == 1 and caption.startswith("<p>"):
        caption = caption.removeprefix("<p>").removesuffix("</p>")
    return ({"image": found[0], "caption": caption.strip()},)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its picture stands on the page."""
    return {}
