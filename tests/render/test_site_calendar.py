"""The calendar of one association."""

from pathlib import Path

from icalendar import Calendar

from chapterhouse.calendars import event_uid
from chapterhouse.content_types.event import Recurrence
from chapterhouse.model import HUB, Placed
from chapterhouse.render.site import render_site
from tests.builders import entry
from tests.render.jobs import FACTS, job, read

OWN = entry(
    "associations/north/events/a.md", type_="event", title="Own", start="2026-06-01 18:00", summary="Come."
)
OTHER = Placed(
    entry=entry("associations/south/events/b.md", type_="event", title="Theirs", start="2026-06-02"),
    href="/south/events/b/",
    url="https://example.org/south/events/b/",
    origin="South Club",
    origin_href="/south/",
    time_zone="UTC",
)


def test_own_and_placed_events_are_in_it(tmp_path: Path) -> None:
    render_site(job(tmp_path, [(OWN, "")], placed=(OTHER,)))
    found = Calendar.from_ical(read(tmp_path, "north/events.ics")).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in found] == ["Own", "Theirs"]
    assert [str(event["UID"]) for event in found] == [
        event_uid(FACTS.url, OWN.path),
        event_uid(FACTS.url, OTHER.entry.path),
    ]
    assert str(found[1]["URL"]) == "https://example.org/south/events/b/"


def test_a_site_without_events_has_an_empty_one_that_nobody_is_led_to(tmp_path: Path) -> None:
    render_site(job(tmp_path))
    assert Calendar.from_ical(read(tmp_path, "north/events.ics")).walk("VEVENT") == []


def test_each_own_event_lies_beside_its_page(tmp_path: Path) -> None:
    render_site(job(tmp_path, [(OWN, "")], placed=(OTHER,)))
    (event,) = Calendar.from_ical(read(tmp_path, "north/events/a.ics")).walk("VEVENT")
    whole = Calendar.from_ical(read(tmp_path, "north/events.ics")).walk("VEVENT")
    assert event.to_ical() == whole[0].to_ical()


def test_an_event_that_never_happens_has_no_calendar(tmp_path: Path) -> None:
    never = Recurrence(every="week", days=("monday",), until="2026-06-02")
    found = entry(OWN.path, type_="event", start="2026-06-02 18:00", repeats=never)
    summary = render_site(job(tmp_path, [(found, "")]))
    assert "north/events/a.ics" not in [file.path for file in summary.files]


def test_the_hub_leaves_the_whole_to_the_export(tmp_path: Path) -> None:
    own = entry("content/hub/events/a.md", type_="event", start="2026-06-01")
    summary = render_site(job(tmp_path, [(own, "")], slug=HUB))
    assert [file.path for file in summary.files if file.path.endswith(".ics")] == ["events/a.ics"]
