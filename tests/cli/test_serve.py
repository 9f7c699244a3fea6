"""`chapterhouse serve`."""

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would be served; the server itself is tested in test_serve.py of the package."""
    calls: list[Any] = []

    def serve(
        root: Path,
        folder: Path,
        port: int,
        rebuild: Callable[[set[str]], bool],
        ready: Callable[[str], None],
    ) -> None:
        page = root / "associations/north/pages/index.md"
        page.write_text("---\ntitle: North\n---\n\nWe moved.\n", encoding="utf-8")
        changed = rebuild({"associations/north/pages/index.md"})
        calls.append((folder, port, changed, rebuild(set())))
        ready(f"http://127.0.0.1:{port}/")

    monkeypatch.setattr("chapterhouse.serve.serve", serve)
    return calls


def test_the_preview_is_built_apart_and_again_at_every_save(
    project: Path, run: Run, served: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    code, out, _ = run("serve", "--port", "8123")
    preview = project / ".chapterhouse" / "preview"
    assert code == 0
    assert served == [(preview, 8123, True, False)]
    assert b"We moved." in (preview / "north/index.html").read_bytes()
    assert not (project / "output").exists()
    assert out.splitlines()[-1] == "The network is at http://127.0.0.1:8123/ - stop with Ctrl-C."
    assert opened == ["http://127.0.0.1:8123/"]


def test_a_domain_of_its_own_is_shown_as_a_folder(project: Path, run: Run, served: list[Any]) -> None:
    record = project / "associations/north/association.yaml"
    record.write_text("name: North\ndomain: north.example\n", encoding="utf-8")
    assert run("serve", "--no-browser")[0] == 0
    home = (project / ".chapterhouse/preview/index.html").read_text(encoding="utf-8")
    assert "north.example" not in home
