"""What can be found of an entry and of an association."""

from chapterhouse.entries import Heading, Value
from chapterhouse.record import Term
from chapterhouse.search.documents import association_document, body_words, entry_document
from tests.builders import association, entry, network

TOKEN = chr(0xF0000)
NAMED = Value("association.label", None, 3, 1)


def test_an_entry_has_its_title_headings_and_summary() -> None:
    one = entry(
        "associations/north/news/fair.md",
        type_="news",
        title="The Fair",
        date="2026-05-01 10:00",
        topics=("stars",),
        summary=f"By {TOKEN} itself",
        headings=(Heading(2, "when", f"When {TOKEN} meets"),),
        values=(NAMED,),
    )
    found = entry_document(one, "north", "/north/news/fair/", {"association.label": "North Club"})
    assert (found.named, found.headed, found.summed) == (
        "the fair",
        "when north club meets",
        "by north club itself",
    )
    assert found.shown == (
        "/north/news/fair/",
        "The Fair",
        "By North Club itself",
        "news",
        "en",
        "north",
        ("stars",),
        "2026-05-01",
    )


def test_a_result_has_no_empty_end() -> None:
    found = entry_document(entry("content/hub/pages/a.md", title="A page"), "", "/a/", {})
    assert found.shown == ("/a/", "A page", "", "page", "en", "hub")


def test_an_event_has_the_day_it_begins_and_a_person_a_name() -> None:
    event = entry("associations/n/events/a.md", type_="event", start="2026-06-01 19:00")
    assert entry_document(event, "n", "/", {}).day == "2026-06-01"
    person = entry("associations/n/people/a.md", type_="person", title="Chair", name="Ada L", consent=True)
    assert entry_document(person, "n", "/", {}).named == "chair ada"


def test_an_association_is_found_by_its_names_places_and_services() -> None:
    one = association(
        "north",
        name="Northern Club",
        short_name="NOC",
        former_names=("Star Circle",),
        regions=("IE-CO", "US-WI"),
        kind="club",
        services=("library",),
        mission="To look up.",
        languages=("ga", "en"),
    )
    kinds = {"club": Term(label="Local club")}
    services = {"library": Term(label="Lending library")}
    found = association_document(one, network(one, kinds=kinds, services=services))
    assert found.named == "northern club noc star circle"
    assert {"ireland", "eire", "cork", "wi", "wisconsin", "united", "local"} <= set(found.headed.split())
    assert {"look", "lending"} <= set(found.summed.split())
    assert found.shown == ("/directory/north/", "Northern Club", "To look up.", "association", "ga", "north")


def test_the_words_of_a_body_are_there_once_with_its_values() -> None:
    one = entry("associations/north/pages/a.md", values=(NAMED,))
    assert body_words(f"<p>{TOKEN} and {TOKEN}</p>", one, {"association.label": "Club"}) == {"and", "club"}
