import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

import pytest

from quality.machine import PROJECT

LOCK = b"nothing==1.0 \\\n    --hash=sha256:00\n"


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The bootstrap of a checkout in a temporary folder."""
    specification = importlib.util.spec_from_file_location("tasks_under_test", PROJECT / "tasks.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    monkeypatch.setattr(module, "HERE", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-distributed.txt"):
        (tmp_path / name).write_bytes(LOCK)
    return module


@pytest.fixture
def handed_over(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that the bootstrap would become."""
    commands: list[list[str]] = []

    def remember(command: list[str]) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(tasks, "hand_over", remember)
    return commands


@pytest.fixture
def installed(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lock files that the bootstrap installs, without a network and without pip."""
    locks: list[str] = []

    def make_venv() -> None:
        venv.create(tasks.VENV, with_pip=False, symlinks=os.name != "nt")
        tasks.write(tasks.stamp_path("python"), tasks.real_python())

    monkeypatch.setattr(tasks, "make_venv", make_venv)
    monkeypatch.setattr(tasks, "install", locks.append)
    monkeypatch.setattr(tasks, "succeeds", lambda _command: True)
    return locks


@pytest.mark.parametrize(
    ("arguments", "lock"),
    [
        (["build"], "requirements.txt"),
        (["build", "--only", "wi-aimh"], "requirements.txt"),
        ([], "requirements.txt"),
        (["test", "--long"], "requirements-dev.txt"),
        (["lint"], "requirements-dev.txt"),
        (["build", "--executor", "dask://127.0.0.1:8786"], "requirements-distributed.txt"),
        (["build", "--executor=dask://127.0.0.1:8786"], "requirements-distributed.txt"),
    ],
)
def test_a_command_gets_the_packages_that_it_needs(
    tasks: ModuleType, arguments: list[str], lock: str
) -> None:
    assert tasks.lock_for(arguments) == lock


def test_the_bootstrap_knows_every_command_of_the_developers(tasks: ModuleType) -> None:
    from chapterhouse.cli.developer import namespace

    assert set(namespace.tasks) == tasks.DEVELOPERS_COMMANDS


def test_a_fresh_checkout_installs_once_and_then_hands_over(
    tasks: ModuleType, handed_over: list[list[str]], installed: list[str]
) -> None:
    assert tasks.main(["build", "--strict"]) == 0
    assert tasks.main(["build"]) == 0
    assert installed == ["requirements.txt"]
    python = tasks.venv_python()
    assert handed_over == [
        [python, "-m", "chapterhouse", "build", "--strict"],
        [python, "-m", "chapterhouse", "build"],
    ]


def test_a_changed_lock_is_installed_again(
    tasks: ModuleType, tmp_path: Path, handed_over: list[list[str]], installed: list[str]
) -> None:
    tasks.main(["build"])
    (tmp_path / "requirements.txt").write_bytes(LOCK.replace(b"1.0", b"1.1"))
    tasks.main(["build"])
    assert installed == ["requirements.txt", "requirements.txt"]
    assert len(handed_over) == 2


def test_the_developers_packages_include_the_runtime(
    tasks: ModuleType, handed_over: list[list[str]], installed: list[str]
) -> None:
    tasks.main(["test"])
    tasks.main(["build"])
    assert installed == ["requirements-dev.txt"]
    assert len(handed_over) == 2


def test_an_install_that_failed_is_done_again(
    tasks: ModuleType,
    handed_over: list[list[str]],
    installed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(lock: str) -> None:
        raise tasks.SetupError(f"{lock} cannot be had.")

    with monkeypatch.context() as patch:
        patch.setattr(tasks, "install", fail)
        assert tasks.main(["build"]) == 2
    assert capsys.readouterr().err == "error: requirements.txt cannot be had.\n"
    assert tasks.main(["build"]) == 0
    assert installed == ["requirements.txt"]
    assert len(handed_over) == 1


def test_a_venv_of_a_replaced_python_is_made_anew(
    tasks: ModuleType, handed_over: list[list[str]], installed: list[str]
) -> None:
    tasks.main(["build"])
    tasks.write(tasks.stamp_path("python"), b"/usr/bin/python3.11-of-old")
    assert not tasks.is_ready("requirements.txt")
    tasks.main(["build"])
    assert tasks.is_sound()
    assert len(handed_over) == 2


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["build", "--help"]])
def test_help_on_a_fresh_checkout_downloads_nothing(
    tasks: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert tasks.main(arguments) == 0
    assert "python3 tasks.py build" in capsys.readouterr().out
    assert not (tmp_path / ".venv").exists()


def test_help_comes_from_the_commands_once_they_are_there(
    tasks: ModuleType, handed_over: list[list[str]], installed: list[str]
) -> None:
    tasks.main(["build"])
    tasks.main(["--help"])
    assert handed_over[-1][1:] == ["-m", "chapterhouse", "--help"]
    assert installed == ["requirements.txt"]


def test_an_old_python_hears_one_sentence(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "PYTHON_NEEDED", (99, 0))
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert tasks.main(["build"]) == 2
    assert "needs Python 3.11 or newer and this is Python" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(
    tasks: ModuleType, handed_over: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "PYTHON_NEEDED", (99, 11))
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name == "python3.12" else None)
    monkeypatch.setattr(tasks, "succeeds", lambda _command: True)
    assert tasks.main(["build"]) == 0
    assert handed_over[0][0] == "/bin/python3.12"
    assert handed_over[0][-1] == "build"


def test_a_missing_venv_module_is_named_with_its_package(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert tasks.main(["build"]) == 2
    assert "sudo apt install python3-venv" in capsys.readouterr().err


def test_a_missing_lock_file_is_named(
    tasks: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "requirements.txt").unlink()
    assert tasks.main(["build"]) == 2
    assert "requirements.txt is missing" in capsys.readouterr().err


def test_pip_that_fails_leaves_its_words_and_one_sentence(
    tasks: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty venv has no pip: the same as a pip that cannot reach the packages."""
    venv.create(tasks.VENV, with_pip=False, symlinks=os.name != "nt")
    with pytest.raises(tasks.SetupError, match="could be installed"):
        tasks.install("requirements.txt")
    assert "No module named pip" in capsys.readouterr().err


def test_the_venv_finds_the_checkout_from_any_folder(tasks: ModuleType, tmp_path: Path) -> None:
    venv.create(tasks.VENV, with_pip=False, symlinks=os.name != "nt")
    (tmp_path / "a_module_of_the_checkout.py").write_text("print('found')\n")
    tasks.write_path_file()
    answer = subprocess.run(
        [tasks.venv_python(), "-m", "a_module_of_the_checkout"],
        cwd=tmp_path.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout == "found\n"


def test_the_way_to_a_ready_venv_imports_nothing_heavy() -> None:
    """A volunteer waits for this at every command."""
    program = (
        "import sys; before = set(sys.modules); import tasks; tasks.hand_over = lambda command: 0;"
        "tasks.is_sound = lambda: True; tasks.stamp_path = tasks.lock_path; tasks.main(['build']);"
        "print(sorted(set(sys.modules) - before))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "['__future__', 'tasks']\n"


def test_inv_finds_the_commands(tasks: ModuleType) -> None:
    assert {"build", "check", "serve", *tasks.DEVELOPERS_COMMANDS} <= set(tasks.ns.task_names)
    assert not hasattr(tasks, "namespace")
