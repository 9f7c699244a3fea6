"""Links inside a folder lead somewhere, and addresses belong to one file each."""

from typing import Any

from chapterhouse.load.inner_links import Inside, broken, outward, same_address
from chapterhouse.model import Link
from tests.builders import entry
from tests.load.told import told

FOLDER = "associations/north"
ABOUT = f"{FOLDER}/pages/about.md"
BOARD = f"{FOLDER}/pages/about/board.md"


def link(target: str, fragment: str = "", *, image: bool = False) -> Link:
    is_entry = target.endswith(".md")
    return Link(target, fragment, 7, 3, is_entry, image)


INSIDE = Inside(
    folder=FOLDER,
    entries={ABOUT: frozenset({"fees"}), BOARD: frozenset()},
    unpublished={f"{FOLDER}/pages/plan.md"},
    files={f"{FOLDER}/images/fair.jpg", f"{FOLDER}/pages/guide.pdf"},
)


def lines(*links: Link, **fields: Any) -> list[str]:
    one = entry(ABOUT, links=links, fields_lines={"image": 4}, **fields)
    return told(broken([one], INSIDE))


def test_what_is_there_is_not_told() -> None:
    fine = (
        link(BOARD),
        link(ABOUT, "fees"),
        link(f"{FOLDER}/images/fair.jpg", image=True),
        link("https://example.org/x"),
        link("mailto:office@example.org"),
        link("", "fees"),
        link("\U000f0000"),
        link("associations/south/pages/index.md"),
    )
    assert lines(*fine, image="../images/fair.jpg", image_alt="A fair") == []


def test_a_picture_on_top_needs_a_description_or_an_empty_one() -> None:
    (told,) = lines(image="../images/fair.jpg")
    assert told.startswith(f"{ABOUT}:4:1 missing-alt | say in a line image_alt:")
    assert lines(image="../images/fair.jpg", image_alt="") == []


def test_a_page_that_is_not_there_is_told_with_the_nearest_path() -> None:
    assert lines(link(f"{FOLDER}/pages/about/bord.md")) == [
        f'{ABOUT}:7:3 broken-link | did you mean "about/board.md"?'
    ]
    assert lines(link(f"{FOLDER}/pages/plan.md")) == [
        f"{ABOUT}:7:3 broken-link | remove the link until it is"
    ]


def test_an_anchor_that_is_not_there_is_told_with_the_nearest_one() -> None:
    assert lines(link(ABOUT, "fee")) == [f'{ABOUT}:7:3 broken-anchor | did you mean "fees"?']


def test_files_that_are_not_there_are_told() -> None:
    assert lines(link(f"{FOLDER}/images/Fair.jpg", image=True), link(f"{FOLDER}/pages/guide.doc")) == [
        f'{ABOUT}:7:3 missing-image | did you mean "../images/fair.jpg"?',
        f'{ABOUT}:7:3 missing-file | did you mean "guide.pdf"?',
    ]
    assert lines(link(f"{FOLDER}/pages/about/board")) == [
        f'{ABOUT}:7:3 missing-file | did you mean "about/board.md"?'
    ]
    (outside,) = lines(link("associations/south/images/x.jpg", image=True))
    assert outside.endswith("copy it into that folder and link to it there")


def test_fields_that_name_files_are_checked() -> None:
    assert lines(image="fair.jpg") == [f'{ABOUT}:4:1 missing-image | did you mean "../images/fair.jpg"?']
    (wrong,) = lines(image="guide.pdf")
    assert wrong.startswith(f"{ABOUT}:4:1 missing-image | allowed: avif")


def test_links_that_leave_the_folder_are_for_others_to_check() -> None:
    away = link("associations/south/pages/index.md")
    assert outward([entry(ABOUT, links=(away, link(BOARD)))], FOLDER) == ((ABOUT, away),)


def test_two_files_with_one_address_are_told_with_both_names() -> None:
    one, two = entry(ABOUT), entry(f"{FOLDER}/pages/about/index.md", route="about/")
    (found,) = same_address([one, two], {})
    assert found.location.path == two.path
    assert ABOUT in found.message


def test_a_page_at_the_address_of_a_list_is_told_only_if_there_is_a_list() -> None:
    page = entry(f"{FOLDER}/pages/news.md")
    assert list(same_address([page], {})) == []
    (found,) = same_address([page, entry(f"{FOLDER}/news/a.md", type_="news")], {})
    assert found.message == 'the address "news/" is that of the list of all news'


def test_two_pictures_whose_safe_names_are_the_same_are_told() -> None:
    found = list(same_address([], {"a/A b.jpg": "a/a-b.jpg", "a/a-b.jpg": "a/a-b.jpg"}))
    assert len(found) == 1
