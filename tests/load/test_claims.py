"""Every file of a folder is something, or told to be nothing."""

import pytest

from chapterhouse.diagnostics import Severity
from chapterhouse.load.claims import claim
from tests.load.told import told


def test_entries_and_files_are_sorted_out() -> None:
    paths = ["association.yaml", "images/a.jpg", "pages/about.md", "pages/guide.pdf", "events/x/y.md"]
    claims = claim("associations/north", paths, "association.yaml")
    assert claims.entries == ["pages/about.md", "events/x/y.md"]
    assert claims.files == ["images/a.jpg", "pages/guide.pdf"]
    assert claims.diagnostics == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("event/x.md", 'n/event unclaimed-folder | did you mean "events"?'),
        (
            "templates/x.html",
            "n/templates unclaimed-folder | folders here are events, images, news, pages, people, resources",
        ),
        (
            "about.md",
            "n/about.md unclaimed-file | move it into pages/, news/, events/ or another such folder",
        ),
        ("association.yml", 'n/association.yml unclaimed-file | rename it to "association.yaml"'),
        ("pages/About.MD", 'n/pages/About.MD unclaimed-file | rename it to "About.md"'),
        ("pages/x.markdown", 'n/pages/x.markdown unclaimed-file | rename it to "x.md"'),
        ("images/x.md", "n/images/x.md unclaimed-file | move it into pages/"),
    ],
)
def test_what_would_go_missing_is_an_error(path: str, line: str) -> None:
    (found,) = claim("n", [path], "association.yaml").diagnostics
    assert told([found]) == [line]
    assert found.is_error


@pytest.mark.parametrize(
    "path", ["notes.txt", "images/fair.heic", "pages/x.html", "pages/script.js", "images/noending"]
)
def test_what_nobody_misses_is_a_warning(path: str) -> None:
    (found,) = claim("n", [path], "association.yaml").diagnostics
    assert (found.code, found.severity) == ("unclaimed-file", Severity.WARNING)
    assert found.hint


def test_the_shared_folder_has_pages_only() -> None:
    claims = claim("content/shared", ["pages/a.md", "pages/a.pdf", "news/x.md"], None, shared=True)
    assert (claims.entries, claims.files) == (["pages/a.md"], ["pages/a.pdf"])
    assert told(claims.diagnostics) == ["content/shared/news unclaimed-folder | folders here are pages"]


@pytest.mark.parametrize(
    ("one", "two"), [("Fair", "fair"), ("Andr\u00e9", "Andre\u0301"), ("STRASSE", "stra\u00dfe")]
)
def test_names_that_some_disks_cannot_keep_apart_are_told(one: str, two: str) -> None:
    claims = claim("n", [f"images/{one}.jpg", f"images/{two}.jpg"], None)
    assert [d.code for d in claims.diagnostics] == ["colliding-names"]
