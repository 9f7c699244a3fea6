"""The computed pages of the documentation."""

from pathlib import Path

import pytest

from chapterhouse.checks import output_checks, source_checks
from chapterhouse.cli import COMMANDS, command
from chapterhouse.config import Settings
from chapterhouse.content_types import content_types
from docs import __main__ as docs
from docs.__main__ import main, pages, settings


@pytest.mark.parametrize("name", pages())
def test_a_computed_page_is_current(name: str) -> None:
    written = (docs.FOLDER / name).read_text(encoding="utf-8")
    assert written == pages()[name], "run python3 tasks.py docs"


def test_every_setting_is_explained() -> None:
    assert set(settings()) == set(Settings.__dataclass_fields__)
    for name in Settings.__dataclass_fields__:
        own = "DEFAULT_LANG" if name == "default_language" else f"NETWORK_{name.upper()}"
        assert settings()[name].startswith(f"{own}: "), name
        assert f"| `{own}` |" in pages()["settings.md"]


def test_every_command_and_option_is_explained() -> None:
    for name in COMMANDS:
        assert f"\n## {name}\n" in pages()["commands.md"]
        for option in command(name).OPTIONS:
            assert option.help.replace("|", "\\|") in pages()["commands.md"]


def test_every_content_type_and_check_is_explained() -> None:
    for name in content_types():
        assert f"\n## {name}\n" in pages()["content.md"]
    for code in {**source_checks(), **output_checks()}:
        assert f"\n## {code}\n" in pages()["checks.md"]


def test_a_page_that_is_not_current_is_named_and_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(docs, "FOLDER", tmp_path)
    (tmp_path / "settings.md").write_text("old")
    assert main(["--check"]) == 1
    assert "docs/settings.md is not current: run python3 tasks.py docs\n" in capsys.readouterr().out
    assert (tmp_path / "settings.md").read_text() == "old"
    assert main([]) == 0
    assert {path.name for path in tmp_path.iterdir()} == set(pages())
    capsys.readouterr()
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""
