"""The steward's view of a network."""

from typing import Any

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.model import Association, Network
from chapterhouse.record import RecordWords
from chapterhouse.record_parts import Brand, Contact
from chapterhouse.status import AssociationStatus, by_site, overridden, status
from tests.builders import TODAY, association, entry, folder, network

COMPLETE: dict[str, Any] = {
    "verified_on": TODAY,
    "website": "https://north.example/",
    "contact": Contact(email="office@north.example"),
    "mission": "To look up.",
    "regions": ("US-WI",),
    "brand": Brand(logo="images/logo.svg", logo_alt="A star"),
}


def problem(path: str, code: str = "unknown-field", severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code=code, message=f"a {code}", location=Location(path, 2), severity=severity)


def row_of(one: Association, **more: str) -> AssociationStatus:
    (row,) = status(network(one), {}, {}).associations
    return row


def codes(row: AssociationStatus) -> list[str]:
    return [finding.code for finding in row.findings]


def news(slug: str, day: str) -> Association:
    path = f"associations/{slug}/news/one.md"
    return association(slug, [entry(path, type_="news", date=day)], **COMPLETE)


def test_a_complete_and_fresh_association_has_nothing_to_look_at() -> None:
    row = row_of(news("north", "2026-05-01"))
    assert row.findings == ()
    assert (row.verified_days, row.news_on, row.news_count, row.is_held) == (0, "2026-05-01", 1, False)


def test_a_record_that_nobody_verified_and_one_verified_long_ago() -> None:
    assert "never-verified" in codes(row_of(association("north")))
    old = row_of(association("north", **{**COMPLETE, "verified_on": "2024-01-01"}))
    assert old.verified_days == 867
    assert "old-record" in codes(old)


def test_a_year_without_news_counts_from_the_newest_that_is_not_in_the_future() -> None:
    assert "no-news" not in codes(row_of(news("north", "2025-05-17")))
    assert row_of(news("north", "2025-05-16")).findings[0].short == "no news since 2025-05-16"
    future = row_of(news("north", "2027-01-01"))
    assert (future.news_on, codes(future)) == ("", ["no-news"])


def test_an_association_without_a_site_need_not_have_news() -> None:
    assert "no-news" not in codes(row_of(association("north", has_site=False)))


def test_what_is_closed_need_not_be_kept_up() -> None:
    assert codes(row_of(association("north", status="closed"))) == []


def test_gaps_and_unconfirmed_facts_are_named() -> None:
    row = row_of(association("north", verified_on=TODAY, unconfirmed=("website",)))
    found = {finding.code: finding.words for finding in row.findings}
    assert found["gap"] == "the record does not say: website, contact, mission, regions and logo"
    assert found["unconfirmed"] == "nobody has confirmed: website"


def test_a_held_site_is_told_first_with_its_errors() -> None:
    errors = [
        problem("associations/north/association.yaml"),
        problem("associations/north/pages/a.md", "dead-link"),
    ]
    (row,) = status(network(association("north")), {"north": errors}, {}).associations
    assert row.is_held
    assert row.findings[0].words == "the site is held: a unknown-field, and 1 further error"
    assert row.findings[0].paths == (errors[0].location, errors[1].location)
    assert row.findings[1].short == "1 dead link"


def test_warnings_are_gathered_by_kind() -> None:
    found = [
        problem("associations/north/pages/a.md", code, Severity.WARNING)
        for code in ("missing-alt", "yaml-remark")
    ]
    (row,) = status(network(association("north")), {"north": found}, {}).associations
    assert not row.is_held
    assert [finding.short for finding in row.findings[:2]] == ["1 picture without description", "1 warning"]


def test_an_unreadable_record_is_a_held_association() -> None:
    unreadable = folder("associations/lost")
    found = Network(
        record=network().record,
        hub=network().hub,
        hub_folder=network().hub_folder,
        shared=network().shared,
        associations=(association("north"),),
        today=TODAY,
        unreadable=(unreadable,),
    )
    problems = by_site([problem("associations/lost/association.yaml")], found)
    rows = status(found, problems, {}).associations
    assert [(row.slug, row.is_held) for row in rows] == [("lost", True), ("north", False)]


def test_problems_belong_to_their_site_and_those_of_shared_pages_to_the_hub() -> None:
    mine, shared = problem("associations/north/association.yaml"), problem("content/shared/pages/a.md")
    found = by_site([mine, shared], network(association("north")))
    assert found == {"": [shared], "north": [mine]}
    assert status(network(association("north")), found, {}).hub[0].code == "held"


def overriding() -> Network:
    return network(
        association("north", [entry("associations/north/pages/privacy.md")], **COMPLETE),
        shared=[entry("content/shared/pages/privacy.md"), entry("content/shared/pages/about.md")],
    )


def test_an_override_is_listed_where_nobody_knows_the_history() -> None:
    (row,) = status(overriding(), {}, {}).associations
    assert [(one.path, one.fell_behind) for one in row.overrides] == [
        ("associations/north/pages/privacy.md", None)
    ]
    assert "override" in codes(row)
    assert overridden(overriding()) == [
        "associations/north/pages/privacy.md",
        "content/shared/pages/privacy.md",
    ]


def test_an_override_is_behind_when_the_shared_page_changed_later() -> None:
    own, shared = overridden(overriding())
    (row,) = status(overriding(), {}, {own: (1, "2026-01-01"), shared: (2, "2026-02-01")}).associations
    assert row.overrides[0].fell_behind
    assert row.overrides[0].shared_changed_on == "2026-02-01"
    assert codes(row)[-1] == "override-behind"
    (row,) = status(overriding(), {}, {own: (2, "2026-02-01"), shared: (1, "2026-01-01")}).associations
    assert row.overrides[0].fell_behind is False


def test_missing_translations_and_descriptions() -> None:
    entries = [
        entry("associations/north/pages/about.md", image="../images/a.jpg", fields_lines={"image": 4}),
        entry("associations/north/pages/about.es.md", language="es"),
        entry("associations/north/pages/board.md"),
    ]
    row = row_of(association("north", entries, **{**COMPLETE, "languages": ("en", "es")}))
    found = {finding.code: finding for finding in row.findings}
    assert [str(place) for place in found["missing-translation"].paths] == [
        "associations/north/pages/board.md"
    ]
    assert found["untranslated-record"].words.endswith("every language of the site: mission (es)")
    assert [str(place) for place in found["missing-alt-field"].paths] == [
        "associations/north/pages/about.md:4"
    ]


def test_what_the_theme_lacks_in_a_language_is_told_of_the_hub() -> None:
    missing = {"ar": ["Data", "Menu", "News", "Search", "Show", "When"], "es": []}
    (found,) = status(network(association("north")), {}, {}, missing).hub
    assert found.code == "missing-words"
    assert found.words == (
        '6 texts of the theme not translated into ar: "Data", "Menu", "News", "Search", "Show" and others'
    )


def test_a_translated_record_lacks_nothing() -> None:
    words = RecordWords(mission="Mirar al cielo.", summary="Un club.")
    more = {"languages": ("en", "es"), "translations": {"es": words}}
    row = row_of(association("north", **{**COMPLETE, **more}))
    assert "untranslated-record" not in {finding.code for finding in row.findings}


def test_findings_are_counted_by_association() -> None:
    found = status(network(association("north"), association("south", verified_on=TODAY)), {}, {})
    assert found.counts["never-verified"] == 1
    assert found.counts["gap"] == 2
    assert found.day == TODAY
