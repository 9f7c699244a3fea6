"""What Pelican logs becomes diagnostics of the site."""

import logging

import pytest

from chapterhouse.render.logs import collected
from chapterhouse.render.warming import import_all


def test_warnings_and_errors_become_diagnostics_of_the_site(capfd: pytest.CaptureFixture[str]) -> None:
    import_all()
    with collected("north") as found:
        logging.getLogger("pelican.x").warning("odd   thing.\nhere")
        logging.getLogger("pelican.x").info("nothing")
        try:
            raise OSError("no disk")
        except OSError:
            logging.getLogger("pelican.y").exception("broken")
    assert [(d.code, d.message, d.site) for d in found] == [
        ("pelican-warning", "odd thing. here", "north"),
        ("pelican-error", "broken (OSError: no disk)", "north"),
    ]
    assert "pelican.y" in found[1].hint
    assert capfd.readouterr().out == ""


def test_each_is_told_once_and_for_the_next_site_again() -> None:
    import_all()
    for slug in ("north", "south"):
        with collected(slug) as found:
            for _ in range(3):
                logging.getLogger("pelican.x").warning("the same")
        assert [d.site for d in found] == [slug]


def test_afterwards_nothing_listens_any_more() -> None:
    import_all()
    before = list(logging.getLogger().handlers)
    with collected("north") as found:
        pass
    logging.getLogger("pelican.x").debug("later")
    assert logging.getLogger().handlers == before
    assert found == []
