"""Words of the program in the language of a site: English as the code has it, others from catalogues.

English needs no catalogue, and a network in English reads none. What is not translated stays English.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from chapterhouse.files import digest
from chapterhouse.frozen import field, frozen

SOURCE = "en"
"""The language that messages are written in."""


@frozen
class Words:
    """The messages of one language."""

    language: str = SOURCE
    """As a page names it (BCP 47): `es`, `pt-BR`."""
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The translation of each English message; of a counted one each plural form."""
    rule: str = "n != 1"
    """Which plural form belongs to the number n, in C as gettext writes it."""

    def say(self, message: str, /, **values: object) -> str:
        """Return a message with values in the place of its `%(name)s`."""
        return filled(self.form(message), values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the form of a message that fits a number, which stands for its `%(count)s`."""
        form = self.forms(one, many)[self.index(number)]
        return filled(form, {"count": self.number(number), **values})

    def form(self, message: str) -> str:
        """Return the translation of a message, or the message itself."""
        return self.messages.get(message, (message,))[0]

    def forms(self, one: str, many: str) -> tuple[str, ...]:
        """Return the plural forms of a message, in the order that `index` counts them in."""
        found = self.messages.get(one)
        if found is not None:
            return found
        # The English forms in the places that the numbers of another language have.
        return tuple(one if self.index(1) == place else many for place in range(self.index_count()))

    def index(self, number: int) -> int:
        """Return which plural form belongs to a number."""
        return int(number != 1) if self.rule == "n != 1" else _rule(self.rule)(number)

    def index_count(self) -> int:
        """Return how many plural forms the language has."""
        return 2 if self.rule == "n != 1" else _form_count(self.rule)

    def number(self, number: int) -> str:
        """Return a number as the language writes it: `1,500`, `1.500`."""
        if self.is_english:
            return f"{number:,}"
        if number < 1000:
            return str(number)
        from babel import UnknownLocaleError
        from babel.numbers import format_decimal

        try:
            return format_decimal(number, locale=self.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return str(number)

    @property
    def is_english(self) -> bool:
        """Whether these are the words as they are written."""
        return is_english(self.language)

    @property
    def digest(self) -> str:
        """The fingerprint of all words."""
        return digest(repr((self.language, self.rule, sorted(self.messages.items()))).encode())


ENGLISH = Words()


def is_english(language: str) -> bool:
    """Tell whether a language is English, of any country."""
    return language == SOURCE or language.startswith("en-")


def phrase(message: str) -> str:
    """Mark a message that is translated where it is used, and return it."""
    return message


def filled(message: str, values: Mapping[str, object]) -> str:
    """Return a message with values in the place of its `%(name)s`; one without values stays as it is."""
    return message % values if values else message


@lru_cache(maxsize=64)
def _rule(rule: str) -> Callable[[int], int]:
    from gettext import c2py

    return c2py(rule)


@lru_cache(maxsize=64)
def _form_count(rule: str) -> int:
    # Every rule of a language that is in use tells its forms apart below a hundred, except by a million.
    return max(map(_rule(rule), (*range(200), 1_000_000, 2_000_000))) + 1
