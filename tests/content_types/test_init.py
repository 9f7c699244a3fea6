"""The open folder of content types."""

from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from chapterhouse.content_types import by_folder, content_types
from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import Help


def test_each_folder_means_one_content_type() -> None:
    assert by_folder()["events"] == "event"
    assert len(by_folder()) == len(content_types())


@pytest.mark.parametrize("name", content_types())
def test_each_content_type_fills_the_contract(name: str) -> None:
    found = content_types()[name]
    assert isinstance(found.FOLDER, str)
    assert isinstance(found.LISTING, bool)
    assert found.AUDIENCE in ("own", "network")
    assert is_dataclass(found.Fields)
    assert issubclass(found.Fields, CommonFields)
    assert callable(found.problems)


@pytest.mark.parametrize("name", content_types())
def test_every_field_is_explained_in_a_sentence(name: str) -> None:
    for field in fields(content_types()[name].Fields):
        words = [mark for mark in get_args(field.type) if isinstance(mark, Help)]
        assert len(words) == 1, field.name
        assert words[0].text.endswith((".", "...")), field.name
