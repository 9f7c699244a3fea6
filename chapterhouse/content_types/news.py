"""News: what was true on a day, newest first, with a feed."""

from collections.abc import Iterator
from typing import Annotated

from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import DateTime, Help, Text
from chapterhouse.frozen import frozen

FOLDER = "news"
LISTING = True
AUDIENCE = "network"


@frozen
class Fields(CommonFields):
    """The front matter of a news entry."""

    date: Annotated[DateTime, Help("The day it was published.", "2026-05-17")]
    updated: Annotated[DateTime | None, Help("The day it was last changed in substance.")] = None
    author: Annotated[
        Text | None, Help("Who speaks: the board, a committee. No private names are needed.")
    ] = None


def problems(fields: Fields) -> Iterator[tuple[str, str]]:
    """An update comes after the publication."""
    # A day without a time is the same day as one with a time, and not before it.
    if fields.updated and fields.updated < fields.date[: len(fields.updated)]:
        yield "updated", f"is before the date of publication, {fields.date}"
