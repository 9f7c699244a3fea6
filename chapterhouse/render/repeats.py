"""How often an event happens, in words: `Every second week on Friday, until March 1, 2027`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from chapterhouse.render.dates import format_date, weekday
from chapterhouse.vocabulary import and_listed
from chapterhouse.words import Words, phrase

_DAYS = {
    name: date(2001, 1, number)
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 1
    )
}
"""A day of each name: the first of January 2001 was a Monday."""
_EVERY: Mapping[str, str] = {
    "day": phrase("Every day"),
    "week": phrase("Every week"),
    "month": phrase("Every month"),
    "year": phrase("Every year"),
}
_SECOND: Mapping[str, str] = {
    "day": phrase("Every second day"),
    "week": phrase("Every second week"),
    "month": phrase("Every second month"),
    "year": phrase("Every second year"),
}
_THIRD: Mapping[str, str] = {
    "day": phrase("Every %(number)s days"),
    "week": phrase("Every %(number)s weeks"),
    "month": phrase("Every %(number)s months"),
    "year": phrase("Every %(number)s years"),
}
_IN_MONTH: Mapping[str, str] = {
    "first": phrase("On the first %(days)s of every month"),
    "second": phrase("On the second %(days)s of every month"),
    "third": phrase("On the third %(days)s of every month"),
    "fourth": phrase("On the fourth %(days)s of every month"),
    "last": phrase("On the last %(days)s of every month"),
}
_IN_SOME_MONTHS: Mapping[str, str] = {
    "first": phrase("On the first %(days)s, every %(number)s months"),
    "second": phrase("On the second %(days)s, every %(number)s months"),
    "third": phrase("On the third %(days)s, every %(number)s months"),
    "fourth": phrase("On the fourth %(days)s, every %(number)s months"),
    "last": phrase("On the last %(days)s, every %(number)s months"),
}


def format_repeats(rule: Any, words: Words) -> str:
    """Return how often something happens, without a full stop; `rule` is an event's `repeats`."""
    said = _often(rule, words)
    if rule.until:
        said = words.say("%(often)s, until %(day)s", often=said, day=_day(rule.until, words))
    elif rule.count:
        said = words.count("%(often)s, once", "%(often)s, %(count)s times in all", rule.count, often=said)
    if rule.skip:
        days = and_listed([_day(day, words) for day in rule.skip], words)
        said = words.say("%(often)s; not on %(days)s", often=said, days=days)
    return said


def _often(rule: Any, words: Words) -> str:
    number = words.number(rule.interval)
    days = and_listed([weekday(_DAYS[day], words.language) for day in rule.days], words)
    if rule.week:
        which = _IN_MONTH if rule.interval == 1 else _IN_SOME_MONTHS
        return words.say(which[rule.week], days=days, number=number)
    if rule.interval == 1:
        return words.say("Every %(days)s", days=days) if days else words.say(_EVERY[rule.every])
    steps = _SECOND if rule.interval == 2 else _THIRD
    often = words.say(steps[rule.every], number=number)
    return words.say("%(often)s on %(days)s", often=often, days=days) if days else often


def _day(value: str, words: Words) -> str:
    return format_date(value, words.language)
