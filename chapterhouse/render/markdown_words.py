"""The few words that Markdown programs write by themselves, in the language of the page."""

import re

from chapterhouse.words import Words, phrase

TITLES = (phrase("Note"), phrase("Tip"), phrase("Important"), phrase("Warning"), phrase("Caution"))
"""What stands above an alert such as `> [!NOTE]`."""
BACK = phrase("Back to reference %(number)s")
"""What the arrow behind a footnote is called."""

_TITLE = re.compile(rf'(?<=class="markdown-alert-title">)(?:{"|".join(TITLES)})(?=</p>)')
_BACK = re.compile(r'(?<=aria-label=")Back to reference ([0-9-]+)(?=")')


def has_words(body: str) -> bool:
    """Tell whether a body has any of them."""
    return 'class="markdown-alert-title">' in body or 'aria-label="Back to reference ' in body


def translated(body: str, words: Words) -> str:
    """Return a body whose alerts and footnotes speak its language."""
    body = _TITLE.sub(lambda match: words.say(match[0]), body)
    return _BACK.sub(lambda match: words.say(BACK, number=match[1]), body)
