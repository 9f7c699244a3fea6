"""The next events."""

from chapterhouse.parts import events
from tests.parts.shown import LISTINGS, markup, told, words
from tests.themes.sample import EVENTS

COMING = [item.title for item in EVENTS if not item.is_past and item.when]


def test_the_next_events_are_shown_and_no_more_than_asked_for() -> None:
    assert words(events.EXAMPLE, ".rows h2") == COMING[:2]
    assert words("> [!EVENTS]\n", ".rows h2") == COMING[:3]
    assert words("> [!EVENTS]\n> most: 1\n", ".rows h2") == COMING[:1]


def test_titles_are_a_level_below_the_heading_above() -> None:
    assert words("## Dates\n\n> [!EVENTS]\n", ".rows h3") == COMING[:3]
    assert words("## Dates\n\n### Soon\n\n> [!EVENTS]\n", ".rows h4") == COMING[:3]


def test_where_nothing_is_planned_the_words_stand_there() -> None:
    past = {"event": [item for item in EVENTS if item.is_past]}
    for listings in (past, {**LISTINGS, "event": []}):
        assert words(events.EXAMPLE, "p", listings=listings) == [
            "Nothing is planned at the moment. Come back in spring!"
        ]
        assert markup("> [!EVENTS]\n", listings=listings).strip() == ""


def test_only_those_of_a_topic_or_for_some_readers() -> None:
    about = [item.title for item in EVENTS if "planets" in item.fields.topics]
    readers = [item.title for item in EVENTS if "beginners" in item.fields.intended_for]
    assert words("> [!EVENTS]\n> topic: planets\n> most: 9\n", ".rows h2") == [
        x for x in COMING if x in about
    ]
    assert words("> [!EVENTS]\n> for: beginners\n> most: 9\n", ".rows h2") == [
        x for x in COMING if x in readers
    ]
    assert [one[3:] for one in told("> [!EVENTS]\n> topic: planet\n")] == [
        ('"planet" is no value of "topic"', 'did you mean "planets"?; allowed: planets')
    ]
