"""The day a build is for."""

import re

import pytest

from chapterhouse.clock import today
from chapterhouse.diagnostics import ChapterhouseError


def test_the_given_day_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert today("2026-05-17") == "2026-05-17"


def test_a_reproducible_build_says_its_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert today() == "2023-11-14"


def test_else_it_is_the_day_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today())


def test_a_day_may_be_written_without_zeros() -> None:
    assert today("2026-5-7") == "2026-05-07"


@pytest.mark.parametrize("given", ["tomorrow", "2026-02-30", "17.05.2026", "26-05-17", "2026-05-17 "])
def test_what_is_no_day_is_refused(given: str) -> None:
    with pytest.raises(ChapterhouseError, match="a day such as 2026-05-17"):
        today(given)


@pytest.mark.parametrize("epoch", ["soon", "1e9", "99999999999999999999"])
def test_a_moment_that_is_none_is_refused(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ChapterhouseError, match="seconds since 1970"):
        today()
