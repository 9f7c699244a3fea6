"""A person: a role on a board or committee; the name and all else only with consent."""

from collections.abc import Iterator
from typing import Annotated

from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import Email, Help, Text, Url
from chapterhouse.frozen import frozen

FOLDER = "people"
LISTING = True
AUDIENCE = "own"


@frozen
class Fields(CommonFields):
    """The front matter of a person; the title is the role."""

    title: Annotated[Text, Help("The role: Treasurer, Chair of the policy committee. It is shown first.")]
    name: Annotated[Text | None, Help("The person's name; needs consent: yes.")] = None
    consent: Annotated[bool, Help("yes if the person agreed to what is written here being public.")] = False
    group: Annotated[Text | None, Help("The board or committee.", "Board")] = None
    email: Annotated[Email | None, Help("A mailbox of the role, not of the person.")] = None
    url: Annotated[Url | None, Help("A page about the person; needs consent: yes.")] = None
    order: Annotated[int, Help("Its place in the group; smaller comes first.")] = 100


def problems(fields: Fields) -> Iterator[tuple[str, str]]:
    """Names, pictures and links of people need their consent."""
    if fields.consent:
        return
    for name in ("name", "image", "url"):
        if getattr(fields, name):
            yield name, "needs the person's consent; write consent: yes once you have it"
