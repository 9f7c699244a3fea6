"""Files of rendered bodies stay as long as something is rendered from them."""

from pathlib import Path

from chapterhouse.bodies import prune_bodies
from chapterhouse.load.all import pack
from chapterhouse.model import Folder
from chapterhouse.state import State, open_state
from tests.truth.builds import build
from tests.truth.project import write_project

OLD, NEW, GOOD = (f"north-{digit * 32}.html" for digit in "abc")


def kept(state: State, name: str, file: str) -> None:
    state.keep_folders("context", {name: pack(Folder(name=name, digest="d", record=None, bodies=file))})


def test_what_is_referred_to_stays_and_all_else_goes(tmp_path: Path) -> None:
    bodies = tmp_path / "bodies"
    bodies.mkdir()
    gone = [OLD, f"south-{'a' * 32}.html", ".north.html.12.part"]
    stays = [NEW, GOOD, f"hub-{'d' * 32}.html", f"west-{'e' * 32}.html"]
    for name in (*gone, *stays):
        (bodies / name).touch()
    with open_state(str(tmp_path), str(tmp_path / "output")) as state:
        kept(state, "associations/north", GOOD)
        state.keep_good_folders("engine", "2026-01-15", ["associations/north"])
        kept(state, "associations/north", NEW)
        kept(state, "content/hub", stays[2])
        kept(state, "associations/west", stays[3])
        prune_bodies(bodies, state)
        assert sorted(file.name for file in bodies.iterdir()) == sorted(stays)
        prune_bodies(tmp_path / "nowhere", state)


def test_edits_leave_no_bodies_behind(tmp_path: Path) -> None:
    root = tmp_path / "project"
    write_project(root)
    build(root)
    bodies = root / ".chapterhouse" / "bodies"
    before = {file.name for file in bodies.iterdir()}
    page = next(root.glob("associations/*/pages/*.md"))
    for number in range(3):
        page.write_text(f"{page.read_text()}\n## Part {number}\n")
        build(root)
    after = {file.name for file in bodies.iterdir()}
    assert len(after) <= len(before) + 1
    assert after != before
