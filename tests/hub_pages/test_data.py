"""The hub's page of data files."""

from chapterhouse.exports import all_exports, exports
from chapterhouse.hub_pages.data import pages
from chapterhouse.model import Network
from tests.builders import network


def test_it_lists_every_export() -> None:
    (page,) = pages(network())
    assert page.route == "data/"
    assert {one["href"] for one in page.context["exports"]} == {
        f"/{one.FILE}" for one in all_exports().values()
    }
    assert all(one["about"] and one["title"] for one in page.context["exports"])


def test_what_it_links_to_exists() -> None:
    files = {f"/{path}" for path, _ in exports(network())}
    (page,) = pages(network())
    for one in page.context["exports"]:
        assert one["href"] in files
        assert one["schema_href"].startswith(("https://", "http://")) or one["schema_href"] in files


def test_files_of_topics_and_schemas_are_named(clubs: Network) -> None:
    files = {f"/{path}" for path, _ in exports(clubs)}
    (page,) = pages(clubs)
    further = {one["name"]: one["href"] for export in page.context["exports"] for one in export["further"]}
    assert set(further.values()) <= files
    assert further["The network's own record"] == "/data/schema/network.schema.json"
    assert further["Beginners"] == "/data/audiences/beginners.ics"
