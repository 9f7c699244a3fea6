"""A small network with something of everything that the hub shows."""

import pytest

from chapterhouse.content_types.event import Recurrence, Venue
from chapterhouse.model import Network
from chapterhouse.record import CustomField, Endorsement, EndorsementTerms, Term
from tests.builders import association, entry, network

NORTH = "associations/north"
TERMS = EndorsementTerms(
    name="Seal of Dark Skies",
    short_name="Seal",
    generations={"first": Term(label="First form"), "second": Term(label="Second form")},
    categories={"gold": Term(label="Gold", generation="second")},
)


@pytest.fixture
def clubs() -> Network:
    """Three clubs, two of which have entries; the day is the 17th of May 2026."""
    north = association(
        "north",
        [
            entry(
                f"{NORTH}/events/circle.md",
                type_="event",
                start="2026-05-20 18:30",
                end="2026-05-20 20:00",
                repeats=Recurrence(every="month", week="third", days=("wednesday",), until="2026-08-01"),
                online=True,
                intended_for=("beginners",),
            ),
            entry(
                f"{NORTH}/events/fair.md",
                type_="event",
                start="2026-05-30",
                end="2026-06-02",
                status="cancelled",
                venue=Venue(name="The green"),
            ),
            entry(f"{NORTH}/events/past.md", type_="event", start="2026-05-16"),
            entry(f"{NORTH}/events/board.md", type_="event", start="2026-05-18", audience="own"),
            entry(f"{NORTH}/news/first.md", type_="news", date="2026-01-02", topics=("planets",)),
            entry(f"{NORTH}/news/second.md", type_="news", date="2026-02-02", topics=("moons",)),
            entry(f"{NORTH}/resources/atlas.md", type_="resource", languages=("en", "ga")),
            entry(f"{NORTH}/resources/leaflet.md", type_="resource", title="Leaflet"),
        ],
        regions=("US-WI",),
        kind="club",
        services=("loans",),
        languages=("en", "ga"),
        time_zone="America/Chicago",
        endorsement=Endorsement(offered=True, since="2009", generation="second"),
        custom={"dome": True, "nights": ["fri", "sat"]},
        unconfirmed=("endorsement.since",),
    )
    south = association(
        "south",
        regions=("US-IL",),
        kind="society",
        services=("loans", "talks"),
        endorsement=Endorsement(offered=False),
        custom={"dome": False},
    )
    isle = association("isle", regions=("IE",), status="forming", former_names=("Old Isle",))
    return network(
        north,
        south,
        isle,
        hub=[entry("content/hub/news/hello.md", type_="news", date="2026-03-03", topics=("planets",))],
        kinds={"society": Term(label="Society"), "club": Term(label="Club")},
        services={"talks": Term(label="Talks"), "loans": Term(label="Loans")},
        topics={"planets": Term(label="Planets"), "moons": Term(label="Moons")},
        audiences={"beginners": Term(label="Beginners")},
        endorsement=TERMS,
        fields={
            "dome": CustomField(type="boolean", label="Has a dome", facet=True),
            "nights": CustomField(
                type="list", label="Nights", facet=True, values={"fri": Term(label="Friday")}
            ),
            "secret": CustomField(type="text", label="Secret"),
        },
    )
