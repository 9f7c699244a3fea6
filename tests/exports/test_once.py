"""Answers that are remembered for one network."""

from chapterhouse.exports._once import forget, once
from chapterhouse.model import Network
from tests.builders import network


def test_a_network_is_asked_about_once_and_another_anew() -> None:
    asked = []

    @once
    def name(of: Network) -> str:
        asked.append(of)
        return of.record.name

    first, second = network(), network(short_name="Other")
    assert [name(first), name(first), name(second), name(first)] == ["Astronomy Network"] * 4
    assert [of is first for of in asked] == [True, False, True]


def test_answers_can_be_forgotten() -> None:
    asked = []

    @once
    def name(of: Network) -> str:
        asked.append(of)
        return of.record.name

    one = network()
    assert name(one) == name(one)
    forget()
    assert (name(one), len(asked)) == ("Astronomy Network", 2)
