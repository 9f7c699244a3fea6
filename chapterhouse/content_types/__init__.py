"""What a folder of entries means: one module is one content type.

A content type is a module with
`FOLDER`, the folder its entries lie in; `LISTING`, whether the folder has a listing page at its address;
`AUDIENCE`, the placement where an entry names none; `Fields`, the front matter as a frozen dataclass;
`problems(fields)`, which yields what one field cannot see alone: the field's name and the words for a person.
Its template is `<module>.html`; a listing's is `<module>_list.html`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol

from chapterhouse.discover import features


class ContentType(Protocol):
    """The contract that each module of this folder fills."""

    FOLDER: str
    LISTING: bool
    AUDIENCE: str
    Fields: type[Any]

    def problems(self, fields: Any) -> Iterator[tuple[str, str]]:
        """Yield the name of a field and what is wrong with it, for what spans several fields."""


@cache
def content_types() -> dict[str, ContentType]:
    """Return every content type by its name: `page`, `news`, `event` ..."""
    return features(__name__)  # type: ignore[return-value]


@cache
def by_folder() -> dict[str, str]:
    """Return the name of the content type of each folder: `events` is `event`."""
    return {content_type.FOLDER: name for name, content_type in content_types().items()}
