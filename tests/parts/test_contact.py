"""The contact."""

from chapterhouse.parts import contact
from chapterhouse.record import Record
from tests.parts.shown import markup, words
from tests.themes.sample import NETWORK


def test_the_record_says_how_to_reach_the_association() -> None:
    shown = markup(contact.EXAMPLE)
    assert 'href="mailto:office@stars.example.ie"' in shown
    assert 'href="tel:+35391555010"' in shown


def test_where_the_record_says_nothing_the_words_stand_there() -> None:
    for record in (Record(name="Moon"), NETWORK):
        assert words("> [!CONTACT]\n> Ask anybody.\n", "p", record=record) == ["Ask anybody."]
