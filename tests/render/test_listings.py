"""Listing pages: order and parts."""

from datetime import date, timedelta

from chapterhouse.config import site
from chapterhouse.render.items import Item, own_item
from chapterhouse.render.listings import MOST_COMING, PER_PAGE, listing, listing_items
from tests.builders import SETTINGS, TODAY, entry

HOME = site(SETTINGS, "north")


def events(past: int, coming: int) -> list[Item]:
    today = date.fromisoformat(TODAY)
    days = [today - timedelta(days=n + 1) for n in range(past)] + [
        today + timedelta(days=n) for n in range(coming)
    ]
    found = [
        entry(f"associations/north/events/e{day}.md", type_="event", start=day.isoformat()) for day in days
    ]
    items = [own_item(one, HOME, today=TODAY, time_zone="UTC", values={}, images={}) for one in found]
    return listing_items("event", items)


def test_few_events_have_one_page() -> None:
    (part,) = listing("event", events(2, 2), "events/", HOME)
    assert (len(part.upcoming), len(part.past), part.pagination) == (2, 2, None)
    assert part.past[0].fields.start == "2026-05-16"


def test_past_events_go_on_to_further_pages() -> None:
    first, second = listing("event", events(PER_PAGE + 1, MOST_COMING + 1), "events/", HOME)
    assert (len(first.upcoming), len(first.past)) == (MOST_COMING, PER_PAGE)
    assert (second.route, len(second.upcoming), len(second.past)) == ("events/page/2/", 0, 1)
    assert first.pagination is not None
    assert first.pagination.older == "/north/events/page/2/"


def test_no_event_at_all_is_one_page() -> None:
    assert [part.route for part in listing("event", [], "events/", HOME)] == ["events/"]
