"""A page: what stays, such as the mission or the board; folders make a tree, and the tree makes the menu."""

from collections.abc import Iterator
from typing import Annotated

from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import Help, Text
from chapterhouse.frozen import frozen

FOLDER = "pages"
LISTING = False
AUDIENCE = "own"


@frozen
class Fields(CommonFields):
    """The front matter of a page."""

    order: Annotated[int, Help("Its place among its neighbours in the menu; smaller comes first.", "10")] = (
        100
    )
    parent: Annotated[
        Text | None,
        Help("The page above it, as a path without .md (about/board), if not its folder's index page."),
    ] = None
    menu: Annotated[bool, Help("no to leave it out of the menu.")] = True
    parts: Annotated[
        tuple[Text, ...] | None,
        Help(
            "What it shows of the site below its words: contact, events, news, people, resources."
            " A home page without this line shows events and news.",
            "events",
        ),
    ] = None
    menu_title: Annotated[Text | None, Help("Other, shorter words for the menu than the title.")] = None


def problems(fields: Fields) -> Iterator[tuple[str, str]]:
    """A page's fields do not depend on each other."""
    yield from ()
