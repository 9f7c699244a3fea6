"""The address of an entry comes from its path alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.load.addresses import Address, Misnamed, address, route
from chapterhouse.text import is_slug


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("pages/index.md", Address("page", "", None)),
        ("pages/about.md", Address("page", "about/", None)),
        ("pages/about/index.md", Address("page", "about/", None)),
        ("pages/about/board.md", Address("page", "about/board/", None)),
        ("pages/about.es.md", Address("page", "about/", "es")),
        ("pages/index.pt-BR.md", Address("page", "", "pt-BR")),
        ("news/fair.md", Address("news", "news/fair/", None)),
        ("events/2026/fair.md", Address("event", "events/2026/fair/", None)),
        ("people/chair.md", Address("person", "people/chair/", None)),
    ],
)
def test_a_path_is_an_address(path: str, found: Address) -> None:
    assert address(path) == found


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("pages/Über Uns.md", 'rename it to "uber-uns.md"'),
        ("pages/About.es.md", 'rename it to "about.es.md"'),
        ("pages/My Folder/x.md", 'rename it to "my-folder"'),
        ("pages/about.old.md", 'rename it to "about-old.md"'),
        ("pages/日本.md", "use the letters a to z, digits and single hyphens"),
        ("news/index.md", "give the file another name"),
    ],
)
def test_a_path_that_cannot_be_one_says_what_to_call_it(path: str, hint: str) -> None:
    found = address(path)
    assert isinstance(found, Misnamed)
    assert found.hint == hint


def test_other_languages_have_their_code_in_front() -> None:
    assert route("about/", "en", "en") == "about/"
    assert route("about/", "pt-BR", "en") == "pt-br/about/"
    assert route("", "es", "en") == "es/"


@given(st.text(max_size=12))
def test_whatever_a_file_is_called_its_address_is_safe(name: str) -> None:
    found = address(f"pages/{name.replace('/', '')}.md")
    if isinstance(found, Address):
        assert all(is_slug(part) for part in found.name.split("/") if part)
