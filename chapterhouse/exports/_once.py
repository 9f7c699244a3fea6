"""What several files of several exports need is worked out once for a network."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from chapterhouse.model import Network

Answer = TypeVar("Answer")


def once(function: Callable[[Network], Answer]) -> Callable[[Network], Answer]:
    """Remember a function's answer for the network that it was asked about last; networks never change."""
    last: list[tuple[Network, Answer]] = []

    @wraps(function)
    def ask(network: Network) -> Answer:
        if not last or last[0][0] is not network:
            last[:] = [(network, function(network))]
        return last[0][1]

    return ask
