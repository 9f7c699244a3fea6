"""What may follow the name of a command, and what did."""

from collections.abc import Iterable, Sequence
from typing import Any

from chapterhouse.frozen import frozen


class Given:
    """The options of a command line: an attribute for the word of each, and for what else is known of it."""

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    def __getattr__(self, word: str) -> Any:
        """Raise AttributeError: there is no such option."""
        raise AttributeError(word)


@frozen
class Option:
    """What may follow a command's name."""

    name: str
    """`strict` is `--strict`; with `positional`, the word itself."""
    help: str
    default: Any = ""
    choices: tuple[str, ...] = ()
    positional: bool = False
    metavar: str = ""

    @property
    def word(self) -> str:
        """The name as Python has it: `no_browser` for `--no-browser`."""
        return self.name.replace("-", "_")

    @property
    def is_flag(self) -> bool:
        """Whether it has no value."""
        return self.default is False

    @property
    def may_be_bare(self) -> bool:
        """Whether it may stand with or without a value; it is None where it does not stand."""
        return self.default is None and not self.positional


PROJECT = Option(
    name="project", help="the folder of the network, if not this one or one above it", metavar="DIR"
)


def read_plainly(options: Iterable[Option], words: Sequence[str]) -> dict[str, Any] | None:
    """Return the value of each option, by its word, where words are as nearly everybody writes them.

    Anything else is None, whether it is wrong or just unusual: argparse has more to say, and to import it
    takes a hundredth of a small build.
    """
    known = {f"--{option.name}": option for option in options}
    if any(option.positional for option in known.values()):
        return None
    values = {option.word: option.default for option in known.values()}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        option = known.get(name)
        if option is None or option.may_be_bare or (option.is_flag and equals):
            return None
        if not equals and not option.is_flag:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
        if option.choices and value not in option.choices:
            return None
        if type(option.default) is int and not value.isdecimal():
            return None
        values[option.word] = option.is_flag or type(option.default)(value)
    return values
