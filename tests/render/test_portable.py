"""Jobs that travel to other processes."""

import pickle
from pathlib import Path

from chapterhouse.render.portable import REREAD, arrived, portable
from tests.render.jobs import job


def test_a_job_travels_as_it_is_where_it_can(tmp_path: Path) -> None:
    given = job(tmp_path, pelican={"PLUGINS": ["sitemap"]})
    assert portable(given) is given
    assert arrived(pickle.loads(pickle.dumps(given))) == given


def test_functions_of_the_settings_are_read_again_where_it_arrives(tmp_path: Path) -> None:
    (tmp_path / "pelican.conf.py").write_text(
        "NETWORK_URL = 'https://example.org/'\nJINJA_FILTERS = {'shout': lambda words: words.upper()}\n"
    )
    given = job(tmp_path, pelican={"JINJA_FILTERS": {"shout": lambda words: words}})
    sent = portable(given)
    assert sent.pelican == {REREAD: True}
    found = arrived(pickle.loads(pickle.dumps(sent))).pelican
    assert found["JINJA_FILTERS"]["shout"]("a") == "A"
