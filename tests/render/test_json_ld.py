"""Tests of structured data."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.content_types import event as events
from chapterhouse.content_types import news
from chapterhouse.model import NetworkFacts, Site
from chapterhouse.record import Address, Brand, Contact, NetworkRecord, Record
from chapterhouse.render.json_ld import (
    article,
    breadcrumbs,
    dump,
    event,
    moment,
    organisation,
    reference,
    website,
)
from chapterhouse.render.menu import Crumb

UMBRELLA = NetworkRecord(name="Federation of Societies", short_name="The Federation", summary="All of them.")
NETWORK = NetworkFacts(
    name=UMBRELLA.name,
    label=UMBRELLA.label,
    url="https://sky.example.org/",
    home="/",
    record=UMBRELLA,
    association_count=2,
    country_count=1,
    as_of="",
)
SITE = Site(
    slug="stars",
    url="https://sky.example.org/stars/",
    root="/stars/",
    folder="stars",
    assets="/assets/",
    assets_folder="assets",
)
PUBLISHER = reference("Galway Stars", SITE.url)


def item(fields: Any) -> Any:
    """Return an item with some fields."""
    return SimpleNamespace(
        title=fields.title, url=SITE.url + "x/", summary="In short.", language="en", fields=fields
    )


def an_event(**fields: Any) -> dict[str, Any]:
    """Return the structured data of an event in Ireland."""
    known = {"title": "Evening", "start": "2026-12-16 20:30"} | fields
    return event(item(events.Fields(**known)), "Europe/Dublin", PUBLISHER)


def test_an_association_is_an_organisation() -> None:
    record = Record(
        name="Astronomy Society of Galway",
        short_name="Galway Stars",
        regions=("IE-G", "IE"),
        website="https://stars.example.ie/",
        founded="1974",
        languages=("en", "ga"),
        mission="To show the sky.",
        social={"youtube": "https://video.example.org/stars"},
        brand=Brand(logo="images/logo.svg"),
        contact=Contact(
            email="office@stars.example.ie",
            phone="+353 91 555 010",
            form="https://stars.example.ie/form",
            address=Address(locality="Galway", country="IE"),
        ),
    )
    assert organisation(record, SITE, NETWORK) == {
        "@type": "Organization",
        "@id": "https://sky.example.org/stars/#organization",
        "name": "Astronomy Society of Galway",
        "alternateName": "Galway Stars",
        "url": "https://sky.example.org/stars/",
        "description": "To show the sky.",
        "logo": "https://sky.example.org/stars/images/logo.svg",
        "foundingDate": "1974",
        "areaServed": [
            {"@type": "AdministrativeArea", "name": "Galway", "identifier": "IE-G"},
            {"@type": "Country", "name": "Ireland", "identifier": "IE"},
        ],
        "knowsLanguage": ["en", "ga"],
        "email": "office@stars.example.ie",
        "telephone": "+353 91 555 010",
        "address": {"@type": "PostalAddress", "addressLocality": "Galway", "addressCountry": "IE"},
        "contactPoint": {"@type": "ContactPoint", "url": "https://stars.example.ie/form"},
        "memberOf": {
            "@type": "Organization",
            "name": "Federation of Societies",
            "url": "https://sky.example.org/",
        },
        "sameAs": ["https://stars.example.ie/", "https://video.example.org/stars"],
    }


def test_machines_are_not_told_what_nobody_confirmed() -> None:
    record = Record(
        name="Stars",
        website="https://stars.example.ie/",
        founded="1974",
        contact=Contact(email="a@example.org"),
        unconfirmed=("website", "founded", "contact"),
    )
    assert set(organisation(record, SITE, NETWORK)) == {"@type", "@id", "name", "url", "memberOf"}


def test_the_umbrella_is_not_a_member_of_itself() -> None:
    thing = organisation(UMBRELLA, SITE, NETWORK)
    assert "memberOf" not in thing
    assert thing["alternateName"] == "The Federation"


def test_the_hub_is_a_website_of_the_umbrella() -> None:
    thing = website(NETWORK, SITE)
    assert thing["@type"] == "WebSite"
    assert thing["publisher"] == {"@id": SITE.url + "#organization"}
    assert thing["inLanguage"] == "en"


def test_news_is_an_article() -> None:
    fields = news.Fields(
        title="The dome is open", date="2026-11-14 09:00", updated="2026-11-20", author="The board"
    )
    thing = article(
        item(fields), PUBLISHER, time_zone="Europe/Dublin", image="https://sky.example.org/dome.jpg"
    )
    assert thing["headline"] == "The dome is open"
    assert thing["datePublished"] == "2026-11-14T09:00:00+00:00"
    assert thing["dateModified"] == "2026-11-20"
    assert thing["author"] == {"@type": "Organization", "name": "The board"}
    assert thing["publisher"] == PUBLISHER
    assert thing["image"] == "https://sky.example.org/dome.jpg"


def test_an_article_without_author_is_the_publishers() -> None:
    thing = article(item(news.Fields(title="News", date="2026-11-14")), PUBLISHER)
    assert thing["author"] == PUBLISHER
    assert thing["dateModified"] == thing["datePublished"] == "2026-11-14"


@pytest.mark.parametrize(
    ("value", "zone", "written"),
    [
        ("2026-05-17", "America/Chicago", "2026-05-17"),
        ("2026-05-17 18:30", "America/Chicago", "2026-05-17T18:30:00-05:00"),
        ("2026-12-17 18:30", "America/Chicago", "2026-12-17T18:30:00-06:00"),
        ("2026-12-17 18:30", "Australia/Adelaide", "2026-12-17T18:30:00+10:30"),
    ],
)
def test_times_have_the_offset_of_their_day(value: str, zone: str, written: str) -> None:
    assert moment(value, zone) == written


def test_an_events_own_time_zone_comes_first() -> None:
    assert an_event(time_zone="America/Chicago")["startDate"] == "2026-12-16T20:30:00-06:00"


@pytest.mark.parametrize(
    ("venue", "online", "mode", "types"),
    [
        (True, None, "OfflineEventAttendanceMode", ["Place"]),
        (False, True, "OnlineEventAttendanceMode", ["VirtualLocation"]),
        (True, "https://live.example.org/", "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
        (False, None, None, []),
    ],
)
def test_where_an_event_takes_place(venue: bool, online: Any, mode: str | None, types: list[str]) -> None:
    place = events.Venue(
        name="Quay", address=Address(street="1 Quay Road", region="Galway", postal_code="H91")
    )
    thing = an_event(venue=place if venue else None, online=online)
    found = thing.get("location", [])
    assert [each["@type"] for each in (found if isinstance(found, list) else [found])] == types
    assert thing.get("eventAttendanceMode") == (f"https://schema.org/{mode}" if mode else None)


@pytest.mark.parametrize(
    ("status", "term"),
    [("scheduled", "EventScheduled"), ("cancelled", "EventCancelled"), ("postponed", "EventPostponed")],
)
def test_what_becomes_of_an_event(status: str, term: str) -> None:
    assert an_event(status=status)["eventStatus"] == f"https://schema.org/{term}"
    assert "eventStatus" not in an_event(status="tentative")


def test_a_recurring_event_has_a_schedule() -> None:
    rule = events.Recurrence(every="month", week="third", days=("wednesday",), count=6, skip=("2027-01-20",))
    assert an_event(end="2026-12-16 22:00", repeats=rule)["eventSchedule"] == {
        "@type": "Schedule",
        "startDate": "2026-12-16",
        "startTime": "20:30:00",
        "endTime": "22:00:00",
        "repeatFrequency": "P1M",
        "repeatCount": 6,
        "byDay": "3WE",
        "exceptDate": "2027-01-20",
        "scheduleTimezone": "Europe/Dublin",
    }


def test_registration_is_an_offer() -> None:
    assert an_event(registration="https://r.example.org/")["offers"]["url"] == "https://r.example.org/"


def test_breadcrumbs_are_absolute_and_counted() -> None:
    crumbs = (Crumb(title="Home", href="/stars/"), Crumb(title="About"))
    assert breadcrumbs(crumbs, SITE)["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://sky.example.org/stars/"},
        {"@type": "ListItem", "position": 2, "name": "About"},
    ]


def test_one_thing_stands_alone_and_several_in_a_graph() -> None:
    assert json.loads(dump([PUBLISHER])) == {"@context": "https://schema.org", **PUBLISHER}
    assert json.loads(dump([PUBLISHER, {"@type": "WebSite"}]))["@graph"] == [PUBLISHER, {"@type": "WebSite"}]
    assert dump([]) == ""


@given(st.text())
def test_nothing_ends_the_script_element(words: str) -> None:
    written = dump([{"name": words}])
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["name"] == words


def test_a_record_cannot_end_the_script_element() -> None:
    written = dump([organisation(Record(name="</script><script>alert(1)//"), SITE, NETWORK)])
    assert "<" not in written
    assert json.loads(written)["name"] == "</script><script>alert(1)//"
