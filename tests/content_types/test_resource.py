"""Resources."""

from chapterhouse.content_types import resource
from tests.content_types.reading import codes, fields, problems


def test_a_resource_is_a_link_or_a_document_or_a_page() -> None:
    assert fields("resource", title="Guide", languages=["es"]).languages == ("es",)
    assert problems("resource", title="Guide", url="https://example.org/") == []
    assert problems("resource", title="Guide", file="guide.pdf") == []


def test_not_both_link_and_document() -> None:
    assert problems("resource", title="Guide", url="https://example.org/", file="guide.pdf") == [
        ("file", "a resource has a url or a file, not both")
    ]


def test_languages_are_codes() -> None:
    assert codes("resource", title="Guide", languages=["Spanish"]) == [("bad-language", "languages", 0)]


def test_resources_go_to_the_network() -> None:
    assert (resource.FOLDER, resource.LISTING, resource.AUDIENCE) == ("resources", True, "network")
