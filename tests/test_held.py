"""Which sites errors hold, and what stands in their place."""

import pytest

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.held import EVERY_SITE, errors_by_site, folder_of, owner, with_last_good
from chapterhouse.model import HUB, Folder


def problem(path: str, **more: object) -> Diagnostic:
    return Diagnostic(code="x", message="m", location=Location(path), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("associations/north/pages/index.md", "north"),
        ("associations/north/association.yaml", "north"),
        ("associations/north", "north"),
        ("content/shared/pages/rules.md", EVERY_SITE),
        ("content/hub/pages/index.md", HUB),
        ("themes/base/templates/page.html", HUB),
    ],
)
def test_a_problem_is_about_the_site_whose_folder_it_is_in(path: str, slug: str) -> None:
    assert owner(problem(path)) == slug


def test_a_problem_may_name_another_site() -> None:
    assert owner(problem("content/shared/pages/rules.md", site="south")) == "south"
    assert owner(problem("associations/north/pages/index.md", site=HUB)) == HUB


def test_errors_of_shared_pages_hold_every_association_and_warnings_hold_nothing() -> None:
    shared = problem("content/shared/pages/rules.md")
    own = problem("associations/north/pages/a.md")
    warning = problem("associations/south/pages/a.md", severity=Severity.WARNING)
    assert errors_by_site([shared, own, warning], ["north", "south"]) == {
        "north": [shared, own],
        "south": [shared],
    }


def test_each_site_has_a_folder() -> None:
    assert (folder_of(HUB), folder_of("north")) == ("content/hub", "associations/north")


def test_the_last_good_version_stands_in_the_place_of_a_held_one() -> None:
    folders = {
        name: Folder(name=name, digest="new", record=None)
        for name in ("content/hub", "associations/north", "associations/south", "associations/west")
    }
    good = {"associations/north": Folder(name="associations/north", digest="old", record=None)}
    effective = with_last_good(folders, [HUB, "north", "south"], good.get)
    assert {name: folder.digest for name, folder in effective.items()} == {
        "content/hub": "new",
        "associations/north": "old",
        "associations/west": "new",
    }
    assert len(folders) == 4
