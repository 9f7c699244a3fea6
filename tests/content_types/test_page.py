"""Pages."""

from chapterhouse.content_types import page
from tests.content_types.reading import codes, fields, problems


def test_a_title_is_all_that_a_page_needs() -> None:
    found = fields("page", title="Our board")
    assert (found.order, found.menu, found.parent, found.draft) == (100, True, None, False)
    assert codes("page") == [("missing", "title")]


def test_numbers_and_yes_or_no_are_read_from_text() -> None:
    found = fields("page", title="Our board", order="10", menu="no")
    assert found.order == 10
    assert found.menu is False
    assert codes("page", title="x", order="first", menu="never") == [
        ("int_parsing", "order"),
        ("bool_parsing", "menu"),
    ]


def test_a_page_may_not_choose_address_or_template() -> None:
    found = codes("page", title="x", save_as="x.html", template="y", url="z")
    assert {code for code, _ in found} == {"unexpected_keyword_argument"}
    assert {name for _, name in found} == {"save_as", "template", "url"}


def test_a_page_stays_on_its_site_and_has_no_listing() -> None:
    assert (page.FOLDER, page.LISTING, page.AUDIENCE) == ("pages", False, "own")


def test_nothing_spans_fields_of_a_page() -> None:
    assert problems("page", title="x", parent="about") == []
