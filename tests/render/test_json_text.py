"""JSON inside a script element."""

import json

from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.render.json_text import encode, joined, quoted


def test_one_thing_is_the_text_itself_and_several_are_a_graph() -> None:
    one, two = encode({"name": "A"}), encode({"name": "B"})
    assert joined([]) == ""
    assert joined([one]) == '{"@context":"https://schema.org","name":"A"}'
    assert json.loads(joined([one, two]))["@graph"] == [{"name": "A"}, {"name": "B"}]


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text())))
def test_it_says_the_same_and_never_ends_the_element(thing: dict[str, object]) -> None:
    text = joined([encode(thing), "{}"])
    assert json.loads(text)["@graph"] == [thing, {}]
    assert not set("<>&\u2028\u2029") & set(text)


@given(st.text(), st.integers(0, 2_000))
def test_a_text_is_written_as_the_encoder_writes_it(text: str, more: int) -> None:
    for long in (text + "x" * more, '"\\\n\u2028\x7f' + "é" * more + text):
        assert quoted(long) == json.dumps(long, ensure_ascii=False)
