"""Rendering on an executor that was given."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render import elsewhere
from chapterhouse.render.elsewhere import connect, render_elsewhere
from chapterhouse.render.processes import Defect
from tests.render.jobs import job


class Losing(Executor):
    """Loses the first so many pieces of work, and does the others at once."""

    def __init__(self, losses: int) -> None:
        self.losses = losses

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        if self.losses:
            self.losses -= 1
            future.set_exception(ConnectionError("worker gone"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def rendered(root: Path, losses: int) -> Iterator[SiteSummary]:
    return render_elsewhere([job(root, slug=slug) for slug in ("north", "south")], Losing(losses))


def test_what_is_lost_once_is_sent_again(tmp_path: Path) -> None:
    found = list(rendered(tmp_path, 2))
    assert sorted(one.slug for one in found) == ["north", "south"]
    assert all(one.files and not one.diagnostics for one in found)


def test_what_is_lost_twice_says_so(tmp_path: Path) -> None:
    found = {one.slug: one for one in rendered(tmp_path, 4)}
    assert {slug: [d.code for d in one.diagnostics] for slug, one in found.items()} == {
        "north": ["worker-lost"],
        "south": ["worker-lost"],
    }


def test_a_defect_of_ours_is_raised_with_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(given: SiteJob) -> SiteSummary:
        raise ValueError(f"not {given.site.slug}")

    monkeypatch.setattr(elsewhere, "render_site", fail)
    with pytest.raises(Defect, match=r"(?s)Traceback.*ValueError: not (north|south)"):
        list(rendered(tmp_path, 0))


@pytest.mark.parametrize("address", ["", "dask://", "dask", "ssh://host:1"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(ChapterhouseError, match="dask://HOST:PORT"):
        connect(address)
