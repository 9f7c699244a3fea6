"""Questions that open to show their answers.

Each question is a heading, and what follows is the answer. A question has an address of its own, like every
heading.
"""

import re
from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option, Unfit
from chapterhouse.parts._markup import elements, has_words
from chapterhouse.text import plain

EXAMPLE = """\
> [!FAQ]
> ## Do I need a telescope?
> No. Come as you are, with a warm coat.
>
> ## What if it rains?
> Then we show a film.
"""
GATHERS = False
OPTIONS: Mapping[str, Option] = {}
HINT = "write the question as a heading, such as  > ### What does it cost?"


def cut(markup: str) -> Items:
    """Return each question, as the heading that it is, with its answer."""
    found: list[dict[str, str]] = []
    for element in elements(markup):
        if re.fullmatch("h[1-6]", element.name):
            found.append({"question": element.whole, "answer": ""})
        elif not found:
            raise Unfit("there is an answer without a question", HINT)
        else:
            found[-1]["answer"] += element.whole
    if not found:
        raise Unfit("there is no question", HINT)
    for one in found:
        if not has_words(one["answer"]):
            message = f'the question "{plain(one["question"])[:60]}" has no answer'
            raise Unfit(message, "write it below the question, each line behind a >")
    return found


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return nothing: its questions stand on the page."""
    return {}
