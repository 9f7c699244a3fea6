"""Which shared pages a site gets, and at which address."""

from chapterhouse.model import Association, Entry
from chapterhouse.shared_pages import override, shared_entries, shared_pages
from tests.builders import association, entry, network

PRIVACY = entry("content/shared/pages/privacy.md")
PRIVACY_ES = entry("content/shared/pages/privacy.es.md", route="es/privacy/", language="es")
VISIT = entry("content/shared/pages/visit/index.md", kinds=("club",))


def addresses(
    member: Association, *entries: Entry, languages: tuple[str, ...] = ("en",)
) -> list[tuple[str, str]]:
    return [
        (one.path.rpartition("/pages/")[2], one.route)
        for one in shared_pages(entries, member, languages, "en")
    ]


def test_every_association_gets_them() -> None:
    assert addresses(association("a"), PRIVACY) == [("privacy.md", "privacy/")]


def test_kinds_limit_them() -> None:
    assert addresses(association("a", kind="school"), VISIT) == []
    assert addresses(association("a", kind="club"), VISIT) == [("visit/index.md", "visit/")]


def test_own_page_of_the_same_path_overrides() -> None:
    mine = association("a", [entry("associations/a/pages/privacy/index.md")])
    assert addresses(mine, PRIVACY, PRIVACY_ES, languages=("en", "es")) == [("privacy.es.md", "es/privacy/")]
    assert override(PRIVACY.path, mine) == "associations/a/pages/privacy/index.md"
    assert override(PRIVACY_ES.path, mine) is None


def test_only_the_languages_of_the_site() -> None:
    assert addresses(association("a"), PRIVACY, PRIVACY_ES) == [("privacy.md", "privacy/")]


def test_main_language_of_the_site_has_no_prefix() -> None:
    assert addresses(association("a"), PRIVACY, PRIVACY_ES, languages=("es", "en")) == [
        ("privacy.es.md", "privacy/"),
        ("privacy.md", "en/privacy/"),
    ]


def test_page_in_none_of_the_languages_is_given_in_the_networks() -> None:
    assert addresses(association("a"), PRIVACY, PRIVACY_ES, languages=("ga",)) == [
        ("privacy.md", "en/privacy/")
    ]


def test_drafts_are_left_out() -> None:
    found = network(shared=[PRIVACY, entry("content/shared/pages/soon.md", draft=True)])
    assert shared_entries(found.shared) == (PRIVACY,)
