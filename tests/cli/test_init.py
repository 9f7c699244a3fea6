"""`chapterhouse init`."""

import shutil
from pathlib import Path

import pytest

from chapterhouse.cli import init
from chapterhouse.cli.init import EXAMPLE
from chapterhouse.config import read_project
from tests.cli.conftest import Run


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_the_example_is_copied(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "mine"
    code, out, _ = run("init", str(target))
    assert code == 0
    assert out == f"{target} is a network now. See it with:\n  cd {target}\n  chapterhouse serve\n"
    assert files(target) == sorted(".gitignore" if name == "gitignore" else name for name in files(EXAMPLE))
    for name in files(EXAMPLE):
        copied = target / (".gitignore" if name == "gitignore" else name)
        assert copied.read_bytes() == (EXAMPLE / name).read_bytes(), name


def test_an_empty_folder_will_do(tmp_path: Path, run: Run) -> None:
    assert run("init", str(tmp_path))[0] == 0
    assert (tmp_path / "pelican.conf.py").is_file()


@pytest.mark.parametrize("name", ["Rotary: the clubs", 'Ireland\'s "own" \\ clubs', "Clubs"])
def test_the_network_has_the_name_that_was_given(tmp_path: Path, run: Run, name: str) -> None:
    from chapterhouse.load.records import read_network

    assert run("init", str(tmp_path), "--name", name)[0] == 0
    assert read_project(tmp_path).pelican["SITENAME"] == name
    path = tmp_path / "content/hub/network.yaml"
    assert read_network(path.read_bytes(), "content/hub/network.yaml").record.name == name


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run("init", str(tmp_path)) == (
        2,
        "",
        f"error: {tmp_path} exists and is not empty; nothing was changed.\n",
    )
    assert files(tmp_path) == ["mine.txt"]
    assert run("init", str(tmp_path / "mine.txt"))[0] == 2


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, _, err = run("init", str(tmp_path / "mine.txt" / "network"))
    assert code == 2
    assert err.startswith("error: ")
    assert err.endswith("cannot be written: Not a directory.\n")


def test_without_a_folder_the_usage_is_told(run: Run) -> None:
    code, _, err = run("init")
    assert code == 2
    assert "the following arguments are required: DIR" in err


def test_the_new_network_has_no_mistake(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path))
    code, out, _ = run("check", "--project", str(tmp_path), "--today", "2026-05-17")
    assert (code, out) == (0, "no problems in 3 sites\n")


def test_what_an_installer_compiled_is_left_out(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = tmp_path / "example"
    shutil.copytree(EXAMPLE, example)
    (example / "__pycache__").mkdir()
    (example / "__pycache__/pelican.conf.cpython-311.pyc").write_bytes(b"\xa7\r\r\n")
    monkeypatch.setattr(init, "EXAMPLE", example)
    assert run("init", str(tmp_path / "mine"))[0] == 0
    assert not (tmp_path / "mine/__pycache__").exists()
