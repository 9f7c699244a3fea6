"""Identifiers that never change."""

from uuid import NAMESPACE_URL, uuid5

from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.identifiers import identifier


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_it_is_the_uuid_that_the_standard_library_makes(name: str) -> None:
    assert identifier(name) == str(uuid5(NAMESPACE_URL, name))
