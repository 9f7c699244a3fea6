"""Content lines of calendars and vCards."""

import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from chapterhouse.content_lines import LIMIT, document, fold, text, texts

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(WORDS)
def test_a_folded_line_has_at_most_75_octets_and_unfolds_to_itself(line: str) -> None:
    first, *further = fold(line).split("\r\n")
    assert all(len(piece.encode()) <= LIMIT for piece in (first, *further))
    assert all(piece.startswith(" ") for piece in further)
    assert first + "".join(piece[1:] for piece in further) == line


@given(WORDS)
def test_another_reader_gets_back_any_words(words: str) -> None:
    data = document(["BEGIN:VEVENT", f"SUMMARY:{text(words)}", "END:VEVENT"])
    assert str(Event.from_ical(data)["SUMMARY"]) == words


@given(WORDS, WORDS)
def test_words_cannot_begin_a_line_of_their_own(first: str, second: str) -> None:
    hostile = f"{first}\r\nEND:VCALENDAR\rBEGIN:VALARM\n{second}"
    lines = document([f"SUMMARY:{text(hostile)}"]).replace(b"\r\n ", b"").split(b"\r\n")
    assert len(lines) == 2
    assert lines[1] == b""


def test_what_means_something_is_escaped_and_control_characters_are_left_out() -> None:
    assert text("a;b,c\\d\ne\x00\x1bf\tg") == "a\\;b\\,c\\\\d\\nef g"


def test_a_list_is_parted_by_commas() -> None:
    assert texts(["a,b", "c"]) == "a\\,b,c"


def test_a_vcard_reader_gets_back_a_long_name() -> None:
    name = "Ó" * 80 + ", and; more"
    card = vobject.readOne(document(["BEGIN:VCARD", "VERSION:4.0", f"FN:{text(name)}", "END:VCARD"]).decode())
    assert card.fn.value == name
