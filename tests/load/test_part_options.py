"""Options of parts."""

import pytest

from chapterhouse.load.part_options import read_options
from chapterhouse.parts import Option
from chapterhouse.record import NetworkRecord, Term

NETWORK = NetworkRecord(name="Stars", topics={"planets": Term(label="Planets")})
OPTIONS = {
    "most": Option("", is_number=True),
    "topic": Option("", vocabulary="topics"),
    "for": Option("", vocabulary="audiences"),
    "by": Option("", allowed=("topic",)),
    "group": Option(""),
}


def test_each_line_is_an_option() -> None:
    found, wrong = read_options(
        "NEWS", " most: 5 \n\ntopic:planets\nby: topic\ngroup: A &amp; B: <em>C</em>", OPTIONS, NETWORK
    )
    assert found == {"most": "5", "topic": "planets", "by": "topic", "group": "A & B: C"}
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("most: 0", '"most" is a number from 1 to 99, not "0"', "such as  most: 5"),
        ("most:", '"most" needs a plain value', "such as  most: 5"),
        ("group: \U000f0000", '"group" needs a plain value', "such as  group: Board"),
        ("topic:", '"topic" needs a plain value', "such as  topic: planets"),
        ("topic: plants", '"plants" is no value of "topic"', 'did you mean "planets"?; allowed: planets'),
        ("for: me", '"me" is no value of "for"', "this network has none"),
        ("by: day", '"day" is no value of "by"', "allowed: topic"),
        (
            "last: 3",
            'the part NEWS has no option "last"',
            "there are: most, topic, for, by, group",
        ),
        (
            "soon",
            '"soon" stands right below the name, where the options are',
            "write an option such as  most: 5, or leave a line with only > above the words",
        ),
    ],
)
def test_a_line_that_is_none_is_told(line: str, message: str, hint: str) -> None:
    assert read_options("NEWS", f"\nmost: 3\n{line}", OPTIONS, NETWORK) == (
        {"most": "3"},
        [(2, message, hint)],
    )


def test_without_the_network_s_words_any_value_will_do() -> None:
    assert read_options("NEWS", "topic: plants", OPTIONS, None) == ({"topic": "plants"}, [])
