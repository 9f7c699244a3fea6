"""News."""

from chapterhouse.content_types import news
from tests.content_types.reading import codes, fields, problems


def test_news_have_a_date() -> None:
    assert fields("news", title="A telescope", date="2026-05-17").date == "2026-05-17"
    assert codes("news", title="A telescope") == [("missing", "date")]
    assert codes("news", title="A telescope", date="17 May") == [("bad-date", "date")]


def test_an_update_does_not_come_before_the_publication() -> None:
    assert problems("news", title="x", date="2026-05-17", updated="2026-05-16") == [
        ("updated", "is before the date of publication, 2026-05-17")
    ]
    assert problems("news", title="x", date="2026-05-17", updated="2026-05-17") == []


def test_a_day_and_a_time_on_that_day_are_not_out_of_order() -> None:
    assert problems("news", title="x", date="2026-05-17 18:30", updated="2026-05-17") == []


def test_news_go_to_the_network() -> None:
    assert (news.FOLDER, news.LISTING, news.AUDIENCE) == ("news", True, "network")
