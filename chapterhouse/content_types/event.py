"""An event: something that begins and ends, once or again and again, at a place or online."""

from collections.abc import Iterator
from typing import Annotated, Literal

from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import Date, DateTime, Help, Text, TimeZone, Url
from chapterhouse.frozen import frozen
from chapterhouse.record import STRICT, Address

FOLDER = "events"
LISTING = True
AUDIENCE = "network"

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Week = Literal["first", "second", "third", "fourth", "last"]


@frozen
class Recurrence:
    """How an event repeats: `{every: month, week: third, days: [wednesday]}` is each third Wednesday."""

    __pydantic_config__ = STRICT
    every: Annotated[Literal["day", "week", "month", "year"], Help("day, week, month or year.")]
    interval: Annotated[int, Help("2 for every second week, and so on.")] = 1
    days: Annotated[tuple[Weekday, ...], Help("On which days of the week.", "wednesday")] = ()
    week: Annotated[Week | None, Help("In a month: the first, second, third, fourth or last such day.")] = (
        None
    )
    until: Annotated[Date | None, Help("The last day on which it may happen.")] = None
    count: Annotated[int | None, Help("How many times it happens, instead of until.")] = None
    skip: Annotated[tuple[Date, ...], Help("Days on which it does not happen.")] = ()


@frozen
class Venue:
    """Where people meet."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, Help("The name of the house or room.")]
    address: Annotated[Address | None, Help("Its postal address.")] = None
    url: Annotated[Url | None, Help("Its website, or a map.")] = None


@frozen
class Fields(CommonFields):
    """The front matter of an event."""

    start: Annotated[
        DateTime, Help("When it begins; a day without a time is an all-day event.", "2026-05-17 18:30")
    ]
    end: Annotated[DateTime | None, Help("When it ends; for all-day events the last day.")] = None
    all_day: Annotated[bool | None, Help("yes if it has no times; found from start if left out.")] = None
    time_zone: Annotated[TimeZone | None, Help("If not the association's.", "America/Chicago")] = None
    repeats: Annotated[Recurrence | None, Help("How it repeats.")] = None
    venue: Annotated[Venue | None, Help("Where people meet.")] = None
    online: Annotated[
        Url | bool | None, Help("The address for joining online, or yes if it comes later.")
    ] = None
    status: Annotated[
        Literal["scheduled", "tentative", "cancelled", "postponed"],
        Help("cancelled keeps it visible as such."),
    ] = "scheduled"
    registration: Annotated[Url | None, Help("Where people register.")] = None
    updated: Annotated[DateTime | None, Help("When these facts last changed, for calendar programs.")] = None


def problems(fields: Fields) -> Iterator[tuple[str, str]]:
    """Start, end and recurrence must fit together."""
    timed = " " in fields.start
    if fields.end and (" " in fields.end) != timed:
        yield "end", "start and end both need a time, or neither does"
    elif fields.end and fields.end < fields.start:
        yield "end", f"is before the start, {fields.start}"
    if fields.all_day is False and not timed:
        yield "start", "has no time, but all_day says no"
    if fields.all_day and timed:
        yield "start", "has a time, but all_day says yes"
    rule = fields.repeats
    if rule is None:
        return
    if rule.interval < 1 or (rule.count is not None and rule.count < 1):
        yield "repeats", "interval and count are at least 1"
    if rule.count is not None and rule.until:
        yield "repeats", "has both until and count; one of them is enough"
    if rule.week and (rule.every != "month" or not rule.days):
        yield "repeats", "week needs every: month and days"
    if rule.until and rule.until < fields.start[:10]:
        yield "repeats", "until is before the start"
