"""A network that has something to say in every export."""

from collections.abc import Mapping
from typing import Any

import pytest

from chapterhouse.content_types.event import Recurrence, Venue
from chapterhouse.model import Association, Entry, Network, Value
from chapterhouse.record import (
    Address,
    Contact,
    CustomField,
    Endorsement,
    EndorsementTerms,
    Host,
    Place,
    Term,
    WebLink,
)
from tests.builders import association, entry, network

OFFICE = Address(
    street="12 Observatory Lane; rear door",
    locality="Baile Átha Cliath",
    region="Leinster",
    postal_code="D02 X285",
    country="IE",
)


def _north() -> Association:
    events = "associations/north/events"
    entries = [
        entry(
            f"{events}/circle.md",
            type_="event",
            title="Observing, together; a circle",
            start="2026-09-14 18:30",
            end="2026-09-14 20:00",
            summary="We look up.\nBring a coat.",
            repeats=Recurrence(
                every="month", week="third", days=("wednesday",), until="2027-06-16", skip=("2026-12-16",)
            ),
            venue=Venue(name="The Dome", address=OFFICE),
            topics=("planets",),
            intended_for=("families",),
            registration="https://example.org/register?a=1&b=2",
            updated="2026-05-01 09:00",
        ),
        entry(
            f"{events}/fair.md",
            type_="event",
            title="Fair",
            start="2026-07-03",
            end="2026-07-05",
            status="cancelled",
        ),
        entry(f"{events}/board.md", type_="event", title="Board meeting", audience="own"),
        entry(
            "associations/north/news/comet.md",
            type_="news",
            title="A comet <b>&amp; its tail",
            date="2026-05-16 08:00",
            updated="2026-05-17",
            summary="\U000f0000 saw it.",
            values=(Value(path="association.label", default=None, line=1, column=1),),
            topics=("planets",),
        ),
    ]
    return association(
        "north",
        entries,
        name="North Club, of Stars",
        short_name="NCS",
        former_names=("Old Club",),
        also_known_as=("Club; North",),
        kind="club",
        host=Host(name="The University", url="https://example.edu/"),
        regions=("US-WI", "IE"),
        location=Place(latitude=43.07, longitude=-89.4),
        languages=("en", "ga"),
        time_zone="America/Chicago",
        website="https://north.example/?a=1&b=2",
        other_websites=("https://old.example/",),
        contact=Contact(email="office@north.example", phone="+1 608 555 0100", address=OFFICE),
        founded="2001-05",
        joined="2009",
        mission="=1+1 is what we teach",
        services=("talks", "visits"),
        endorsement=Endorsement(offered=True, since="2009", generation="first"),
        links=(WebLink(label="Join us", url="https://north.example/join", kind="join"),),
        social={"mastodon": "https://social.example/@north"},
        verified_on="2026-05-01",
        unconfirmed=("website", "contact.phone"),
        sources=("https://north.example/about",),
        note="Secret remark",
        custom={"telescopes": 4, "colours": ["red", "blue"]},
    )


def _online() -> Association:
    entries = [
        entry(
            "associations/online/events/talk.md",
            type_="event",
            title="Talk",
            start="2026-11-11 19:30",
            online="https://meet.example/room",
            time_zone="UTC",
            status="postponed",
        )
    ]
    return association(
        "online",
        entries,
        name='"Online" & <only>',
        status="forming",
        contact=Contact(address=Address(country="IE")),
    )


@pytest.fixture(scope="session")
def clubs() -> Network:
    """Three associations, one of them merged and without a site, and a hub with an event and news."""
    return network(
        _north(),
        _online(),
        association("past", name="Past Club", status="merged", merged_into="north", has_site=False),
        hub=_hub_entries(),
        short_name="Astro",
        mission="Everyone looks up.",
        time_zone="Europe/Dublin",
        **_vocabulary(),
    )


@pytest.fixture(scope="session")
def nobody() -> Network:
    """A network that has just begun: no associations, no entries."""
    return network()


def _hub_entries() -> list[Entry]:
    return [
        entry("content/hub/events/assembly.md", type_="event", title="Assembly", start="2026-06-01 10:00"),
        entry("content/hub/events/hidden.md", type_="event", title="Hidden", draft=True),
        entry("content/hub/news/start.md", type_="news", title="We begin", date="2026-01-02", audience="own"),
    ]


def _vocabulary() -> Mapping[str, Any]:
    return {
        "kinds": {"club": Term(label="Club")},
        "services": {
            "talks": Term(label="Talks, in the evening", help="People speak."),
            "visits": Term(label="Visits"),
        },
        "endorsement": EndorsementTerms(name="Badge", generations={"first": Term(label="First")}),
        "topics": {"planets": Term(label="Planets")},
        "audiences": {"families": Term(label="Families")},
        "link_kinds": {"join": Term(label="Membership")},
        "regions": {"US-WI": "The Badger State"},
        "fields": {
            "telescopes": CustomField(type="number", label="Telescopes"),
            "colours": CustomField(type="list", label="Colours"),
        },
    }
