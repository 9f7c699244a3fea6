"""What pages are put together from: one module is one part, such as cards, a gallery or the next events.

A part is a quotation in Markdown that begins with its name: `> [!CARDS]`. Its module's docstring is what
docs/parts.md says of it, and it has
`EXAMPLE`, Markdown that shows it; `GATHERS`, whether it shows what the site has, so that it needs no words
and front matter may name it; `OPTIONS`, what may stand below its name; `cut(markup)`, which cuts the HTML of
the quotation into the items that its template gets, or raises `Unfit`; `gather(site, options)`, which returns
the names that its template gets besides, none where there is nothing to show.
Its template is `parts/<module>.html`.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, Protocol, TypeAlias

Items: TypeAlias = Sequence[Mapping[str, str]]
"""What a part consists of: for each card, picture or question its pieces of HTML by name."""


class Unfit(Exception):
    """A quotation that its part cannot be made of."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Option(NamedTuple):
    """What may stand below a part's name: `most: 5`."""

    help: str
    vocabulary: str = ""
    """The key of `network.yaml` that declares the allowed values."""
    allowed: tuple[str, ...] = ()
    """The allowed values, where there are few."""
    is_number: bool = False


class GatheringSite(Protocol):
    """A site, in one language, as parts see it that show what the site has."""

    @property
    def record(self) -> Any:
        """The association's record, or the network's on the hub."""

    @property
    def network(self) -> Any:
        """The network's record."""

    def entries(self, name: str) -> Sequence[Any]:
        """Return the items of a content type in the order in which the site lists them."""


class Part(Protocol):
    """The contract that each module of this folder fills."""

    EXAMPLE: str
    GATHERS: bool
    OPTIONS: Mapping[str, Option]

    def cut(self, markup: str) -> Items:
        """Return the items that the HTML of a quotation holds."""

    def gather(self, site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
        """Return what the site has to show."""


@cache
def part(name: str) -> Part:
    """Return one part by its name; the others are not imported."""
    module: Any = import_module(f"{__name__}.{name}")
    return module  # type: ignore[no-any-return]


@cache
def parts() -> dict[str, Part]:
    """Return every part by its name: `buttons`, `cards` ..."""
    from chapterhouse.discover import features

    return features(__name__)  # type: ignore[return-value]


@cache
def gathering() -> tuple[str, ...]:
    """Return the names of the parts that show what the site has, sorted."""
    return tuple(name for name, one in parts().items() if one.GATHERS)
