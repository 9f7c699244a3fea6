"""A resource: a document in the folder or a link elsewhere, with words about what it is good for."""

from collections.abc import Iterator
from typing import Annotated

from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import Date, Help, Language, Text, Url
from chapterhouse.frozen import frozen

FOLDER = "resources"
LISTING = True
AUDIENCE = "network"


@frozen
class Fields(CommonFields):
    """The front matter of a resource."""

    url: Annotated[Url | None, Help("Where it is, if it is on another website.")] = None
    file: Annotated[Text | None, Help("The document in this folder, if it is here.", "guide.pdf")] = None
    publisher: Annotated[Text | None, Help("The organisation that published it.")] = None
    date: Annotated[Date | None, Help("When it was published.")] = None
    languages: Annotated[tuple[Language, ...], Help("The languages it is available in.", "es")] = ()


def problems(fields: Fields) -> Iterator[tuple[str, str]]:
    """A resource is a link or a document, not both."""
    if fields.url and fields.file:
        yield "file", "a resource has a url or a file, not both"
