"""What stands below the name of a part: an option a line, such as `most: 5`."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from chapterhouse.load.values import TOKENS
from chapterhouse.load.vocabulary import declared
from chapterhouse.parts import Option
from chapterhouse.record import NetworkRecord
from chapterhouse.text import did_you_mean, plain, shorten


class Wrong(NamedTuple):
    """A line that is no option."""

    line: int
    """Counted from the line of the part's name, which is 0."""
    message: str
    hint: str


def read_options(
    part: str, markup: str, options: Mapping[str, Option], network: NetworkRecord | None
) -> tuple[dict[str, str], list[Wrong]]:
    """Return the options that stand in the HTML of some lines, and what is wrong with the other lines."""
    found: dict[str, str] = {}
    wrong: list[Wrong] = []
    for number, line in enumerate(markup.split("\n")):
        text = plain(line)
        name, colon, value = (word.strip() for word in text.partition(":"))
        if text and not colon:
            message = f'"{shorten(text, 60)}" stands right below the name, where the options are'
            example = f"{next(iter(options))}: {_example(next(iter(options.values())), network)}"
            hint = f"write an option such as  {example}, or leave a line with only > above the words"
            wrong.append(Wrong(number, message, hint))
        elif text and name not in options:
            message = f'the part {part} has no option "{shorten(name, 60)}"'
            wrong.append(Wrong(number, message, _joined(did_you_mean(name, options), "there are", options)))
        elif text and (problem := _problem(name, value, options[name], network)):
            wrong.append(Wrong(number, *problem))
        elif text:
            found[name] = value
    return found, wrong


def _problem(name: str, value: str, option: Option, network: NetworkRecord | None) -> tuple[str, str] | None:
    if not value or re.search(TOKENS, value):
        return f'"{name}" needs a plain value', f"such as  {name}: {_example(option, network)}"
    if option.is_number:
        if re.fullmatch("[1-9][0-9]?", value):
            return None
        return f'"{name}" is a number from 1 to 99, not "{shorten(value, 60)}"', f"such as  {name}: 5"
    allowed = _allowed(option, network)
    if allowed is None or value in allowed:
        return None
    hint = _joined(did_you_mean(value, allowed), "allowed", allowed) if allowed else "this network has none"
    return f'"{shorten(value, 60)}" is no value of "{name}"', hint


def _allowed(option: Option, network: NetworkRecord | None) -> list[str] | None:
    """Return the values that an option may have; None where that is everything."""
    if option.vocabulary:
        return sorted(declared(network, option.vocabulary)) if network else None
    return list(option.allowed) or None


def _example(option: Option, network: NetworkRecord | None) -> str:
    return "5" if option.is_number else (_allowed(option, network) or ["Board"])[0]


def _joined(found: str, what: str, words: Iterable[str]) -> str:
    return "; ".join(one for one in (found, f"{what}: {', '.join(words)}") if one)
