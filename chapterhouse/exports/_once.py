"""What several files of several exports need is worked out once for a network."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from chapterhouse.model import Network

Answer = TypeVar("Answer")

_answers: list[list[tuple[Network, Any]]] = []
"""What each function answered last."""


def once(function: Callable[[Network], Answer]) -> Callable[[Network], Answer]:
    """Remember a function's answer for the network that it was asked about last; networks never change."""
    last: list[tuple[Network, Answer]] = []
    _answers.append(last)

    @wraps(function)
    def ask(network: Network) -> Answer:
        if not last or last[0][0] is not network:
            last[:] = [(network, function(network))]
        return last[0][1]

    return ask


def forget() -> None:
    """Give back the memory of all answers: of a large network they are large."""
    for last in _answers:
        last.clear()
