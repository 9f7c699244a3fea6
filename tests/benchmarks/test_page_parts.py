"""A page of an equivalent theme says what ours says, and what it lacks is told."""

import re
from pathlib import Path

import pytest

from benchmarks.corpus import Page
from benchmarks.page_parts import missing_facts, missing_parts
from benchmarks.peer import page_file
from tests.benchmarks.conftest import Built
from tests.benchmarks.contenders import CORPUS, EQUIVALENT

SITE = CORPUS.site(1)
PAGES = {page.slug: page for page in CORPUS.pages(SITE)}


def lacking(output: Path, page: Page, *removed: str) -> list[str]:
    html = page_file(output, SITE, page).read_text(encoding="utf-8")
    for pattern in removed:
        html, count = re.subn(pattern, "", html)
        assert count, pattern
    return [*missing_parts(page, html), *missing_facts(SITE, page, html)]


def test_hugo_pelican_and_ours_are_always_compared() -> None:
    assert {"chapterhouse", "hugo", "pelican"} <= set(EQUIVALENT)


@pytest.mark.parametrize("name", EQUIVALENT)
def test_every_page_has_every_part(name: str, built: Built) -> None:
    for page in PAGES.values():
        assert lacking(built(name), page) == []


@pytest.mark.parametrize("name", EQUIVALENT)
@pytest.mark.parametrize(
    ("slug", "removed", "told"),
    [
        ("topic-01", "<link [^>]*application/atom[^>]*>", "a link to the feed in the head is missing"),
        ("topic-01", "<link [^>]*text/calendar[^>]*>", "a link to the calendar in the head is missing"),
        ("topic-01", r'(?<=<h2) [^>]*\bid="[^"]*"', "ids of the headings is missing"),
        ("topic-01", 'href="/directory/"', "a link to all associations is missing"),
        (
            "topic-01",
            'href="/directory/assoc-0002/"',
            "the link to the association's page in the directory is missing",
        ),
        ("topic-01", "What A0002 says about [a-z ]+", "the summary is missing"),
        ("topic-01", "BreadcrumbList", "the breadcrumbs' JSON-LD is missing"),
        ("index", "telephone", "telephone of the JSON-LD is missing"),
        ("report-1", "November", "its day in words is missing"),
        ("report-1", "A0002 office", "its author is missing"),
        ("report-1", '"Article"', "the JSON-LD of an Article is missing"),
        ("report-1", "dateModified", "dateModified of the JSON-LD is missing"),
        ("meeting-1", "Tuesday", "the event's day in words is missing"),
        ("meeting-1", " CDT", "the event's time in words is missing"),
        ("meeting-1", "<dd>Main Hall", "the event's place is missing"),
        ("meeting-1", "<dd>(Families|Professionals)", "for whom the event is is missing"),
        ("meeting-1", "Add to calendar", "a link that adds the event to a calendar is missing"),
        ("meeting-1", "startDate", "startDate of the JSON-LD is missing"),
        ("meeting-1", '"location"', "location of the JSON-LD is missing"),
    ],
)
def test_what_is_taken_away_is_told(name: str, slug: str, removed: str, told: str, built: Built) -> None:
    # A name without its letters is still JSON.
    pattern = removed if removed.startswith(("<", "(", "href", "What", " ")) else removed.strip('"')
    assert told in lacking(built(name), PAGES[slug], pattern)
