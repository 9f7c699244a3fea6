"""The order in which a build touches the output, seen from outside."""

import sys
from pathlib import Path

from tests.truth.builds import build, tree
from tests.truth.edits import edit_stylesheet, rename_network
from tests.truth.project import write_project

_watched: list[str] = []
_seen: list[tuple[str, str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _watched and event in ("os.rename", "os.remove"):
        path = str(arguments[1 if event == "os.rename" else 0])
        if path.startswith(_watched[0]):
            _seen.append((event, path[len(_watched[0]) :]))


sys.addaudithook(_watch)


def kind(event: str, path: str) -> int:
    """Return the place of a file in the order: assets and pictures, pages, what machines read, deletions."""
    if event == "os.remove":
        return 3
    if any(f"/{folder}/" in f"/{path}" for folder in ("assets", "cards", "images")):
        return 0
    return 1 if path.endswith(".html") else 2


def test_assets_come_first_and_deletions_last(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    build(root)
    rename_network(root, 3)
    edit_stylesheet(root, 4)
    (root / "associations/east/news/opening.md").unlink()
    _seen.clear()
    _watched.append(f"{root}/output/")
    try:
        build(root)
    finally:
        _watched.clear()
    order = [kind(event, path) for event, path in _seen]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2, 3}
    assert ("os.remove", "east/news/opening/index.html") in _seen


def test_what_did_not_change_is_not_touched(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    build(root)
    output = root / "output"
    before = {
        path: (facts.st_mtime_ns, facts.st_ino) for path in tree(output) for facts in [(output / path).stat()]
    }
    contents = tree(output)
    page = root / "associations/north/pages/visit.md"
    page.write_text(page.read_text() + "\nAnd more.\n")
    report = build(root)
    after = tree(output)
    changed = {path for path in after if after[path] != contents.get(path)}
    assert "north/visit/index.html" in changed
    assert report.files_written == len(changed)
    for path in after.keys() - changed:
        facts = (output / path).stat()
        assert (facts.st_mtime_ns, facts.st_ino) == before[path], path
