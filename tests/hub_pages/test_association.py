"""The hub's page about one association."""

import pickle
from collections.abc import Sequence
from typing import Any

from chapterhouse.frozen import replace
from chapterhouse.hub_pages.association import pages
from chapterhouse.model import Association, Entry
from chapterhouse.record import CustomField, Endorsement, EndorsementTerms, Term, WebLink
from tests.builders import association, entry, network


def context(north: Association, *others: Association, **fields: Any) -> Any:
    found = {page.route: page for page in pages(network(north, *others, **fields))}
    return found[f"directory/{north.slug}/"].context


def test_each_association_has_a_page() -> None:
    found = list(pages(network(association("north", mission="To look up."), association("south"))))
    assert [(page.route, page.title, page.summary) for page in found] == [
        ("directory/north/", "North", "To look up."),
        ("directory/south/", "South", "South: a member of Astronomy Network."),
    ]
    assert not any(page.menu for page in found)
    assert pickle.loads(pickle.dumps(found)) == found


def test_codes_are_shown_as_words() -> None:
    shown = context(
        association(
            "north",
            kind="club",
            regions=("US-WI", "IE"),
            services=("loans", "unlisted"),
            links=(WebLink(label="Join", url="https://example.org/", kind="membership"),),
            endorsement=Endorsement(offered=True, generation="first"),
        ),
        kinds={"club": Term(label="Club")},
        services={"loans": Term(label="Loans")},
        link_kinds={"membership": Term(label="Become a member")},
        endorsement=EndorsementTerms(name="Seal", generations={"first": Term(label="First form")}),
    )
    assert shown["kind_text"] == "Club"
    assert shown["regions"] == ["Wisconsin", "Ireland"]
    assert shown["countries"] == ["Ireland", "United States"]
    assert shown["services"] == ["Loans", "unlisted"]
    assert shown["links"] == [{"label": "Join", "url": "https://example.org/", "kind": "Become a member"}]
    assert (shown["endorsement_name"], shown["generation"]) == ("Seal", "First form")
    assert shown["status_text"] == "active"


def test_what_is_not_known_is_left_out() -> None:
    shown = context(association("north"))
    for name in ("kind_text", "endorsement_name", "generation", "successor", "suggest_href"):
        assert shown[name] is None, name
    for name in ("regions", "services", "links", "custom"):
        assert shown[name] == [], name


def test_the_networks_own_fields_are_shown_in_its_order() -> None:
    fields = {
        "darkness": CustomField(type="choice", label="Darkness", values={"city": Term(label="City sky")}),
        "open": CustomField(type="boolean", label="Open to all"),
        "telescopes": CustomField(type="number", label="Telescopes"),
        "nights": CustomField(type="list", label="Nights", values={"fri": Term(label="Friday")}),
        "unsaid": CustomField(type="text", label="Unsaid"),
    }
    custom = {"nights": ["fri", "other"], "telescopes": 3, "open": False, "darkness": "city"}
    assert context(association("north", custom=custom), fields=fields)["custom"] == [
        {"label": "Darkness", "value": "City sky"},
        {"label": "Open to all", "value": "No"},
        {"label": "Telescopes", "value": "3"},
        {"label": "Nights", "value": "Friday, other"},
    ]


def test_a_merged_association_leads_to_its_successor() -> None:
    shown = context(
        association("north", status="merged", merged_into="south"), association("south", short_name="S")
    )
    assert shown["successor"] == {"label": "S", "name": "South", "href": "/directory/south/"}
    assert shown["status_text"] == "merged into another association"


def test_a_successor_that_is_not_there_is_left_out() -> None:
    assert context(association("north", status="merged", merged_into="west"))["successor"] is None


def test_a_correction_is_suggested_on_the_git_host() -> None:
    shown = context(association("north"), repository="https://git.example/edit/main/")
    assert shown["suggest_href"] == ("https://git.example/edit/main/associations/north/association.yaml")


def test_the_site_is_linked_where_there_is_one() -> None:
    assert context(association("north"))["site_href"] == "/north/"
    assert context(association("north", domain="north.example"))["site_href"] == "https://north.example/"
    assert context(association("north", has_site=False))["site_href"] is None


def test_pages_that_say_different_things_have_different_words() -> None:
    def words(*others: Association, news: Sequence[Entry] = (), digest: str = "r1", **record: Any) -> str:
        north = association("north", news, of_folder={"digests": {"association.yaml": digest}}, **record)
        return repr(context(north, *others))

    news = entry("associations/north/news/open.md", type_="news", audience="network")
    renamed = replace(news, fields=replace(news.fields, title="Another"))
    merged: dict[str, Any] = {"status": "merged", "merged_into": "south"}
    different = [
        words(),
        words(digest="r2"),
        words(news=[news]),
        words(news=[renamed]),
        words(association("south"), **merged),
        words(association("south", name="The South"), **merged),
        words(domain="north.example"),
    ]
    assert len({*different}) == len(different)
    assert words() == words() == words(association("south"), mission="As in the file.")
    assert repr(context(association("north"))) != repr(
        context(association("north", mission="None is known."))
    )
