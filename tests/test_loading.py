"""Folders come into memory once, and a later run takes over what the first one recorded while it loaded."""

from pathlib import Path

from chapterhouse.config import read_project
from chapterhouse.loading import Loading, last_good, network_record
from chapterhouse.model import HUB_FOLDER
from chapterhouse.options import Options
from chapterhouse.pipeline import Session
from chapterhouse.render.pool import Workers
from chapterhouse.scanning import scan_project
from chapterhouse.sources import ENGINE
from chapterhouse.state import open_state
from tests.conftest import MakeNetwork

RECORD = "name: Club\nregions: [IE]\n"


def load(root: Path) -> tuple[Session, list[str]]:
    session = Session(read_project(root), Options(command="build", today="2026-01-15"))
    told: list[str] = []
    with open_state(str(root), str(root / "output")) as state, Workers(2) as workers:
        found = scan_project(root, state, {}, None, may_leave=True)
        session.scans = found.scans
        loading = Loading(session, state, workers, lambda *words: told.append(str(words[0])))
        loading.load(found.unscanned, found.later)
        state.commit()
    return session, told


def test_a_second_run_takes_over_what_the_first_loaded(make_network: MakeNetwork, tmp_path: Path) -> None:
    files = {f"associations/a{number}/association.yaml": RECORD for number in range(6)}
    root = make_network(tmp_path / "network", files)
    first, read = load(root)
    assert len(read) == len(first.folders) >= 8
    second, read_again = load(root)
    assert read_again == []
    assert second.folders == first.folders
    assert second.reading == first.reading != ""
    assert second.scans[ENGINE].digest == first.scans[ENGINE].digest


def test_only_what_changed_is_loaded_again(make_network: MakeNetwork, tmp_path: Path) -> None:
    files = {f"associations/a{number}/association.yaml": RECORD for number in range(6)}
    root = make_network(tmp_path / "network", files)
    load(root)
    (root / "associations/a3/association.yaml").write_text("name: Another\nregions: [IE]\n")
    session, read = load(root)
    assert read == ["reading"]
    assert getattr(session.folders["associations/a3"].record, "name", "") == "Another"


def test_nothing_good_is_known_before_the_engine_is(make_network: MakeNetwork, tmp_path: Path) -> None:
    root = make_network(tmp_path / "network", {})
    session = Session(read_project(root), Options(command="build", today="2026-01-15"))
    with open_state(str(root), str(root / "output")) as state:
        assert last_good(session, state, HUB_FOLDER) is None
        assert network_record(session, state) is None
        session.scans = scan_project(root, state, {}, None, may_leave=False).scans
        record = network_record(session, state)
    assert record is not None and record.name
