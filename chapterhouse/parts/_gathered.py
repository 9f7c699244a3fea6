"""What the parts have in common that show what the site has."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from chapterhouse.parts import Items, Option

T = TypeVar("T")

MOST = 3
"""How many a part shows that is not asked for more."""
MOST_OPTION = Option("How many are shown; three if left out.", is_number=True)
ALL_OPTION = Option("How many are shown; all if left out.", is_number=True)
TOPIC_OPTION = Option("Only what is about this topic.", vocabulary="topics")
READER_OPTION = Option("Only what is intended for these readers.", vocabulary="audiences")


def otherwise(markup: str) -> Items:
    """Return the words that stand there as long as there is nothing to show."""
    # Only load asks for this; home pages gather in every build.
    from chapterhouse.parts._markup import has_words

    return ({"text": markup.strip()},) if has_words(markup) else ()


def chosen(entries: Iterable[T], options: Mapping[str, str], most: int = 0) -> list[T]:
    """Return the items that `topic`, `for` and `most` ask for; `most` if that is left out, where 0 is all."""
    found: list[Any] = list(entries)
    if topic := options.get("topic"):
        found = [item for item in found if topic in item.fields.topics]
    if reader := options.get("for"):
        found = [item for item in found if reader in item.fields.intended_for]
    number = int(options.get("most", most))
    return found[:number] if number else found
