import json
import re
import tomllib
from pathlib import Path

import pytest

from quality.machine import PROJECT

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-distributed.txt")
ADDRESS = re.compile(r"https?:|file:|--index|--extra-index|--find-links|--trusted|(?<![\w.])/\w|@ ")
PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)(\[[a-z,]+\])?==(\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    """Return the version of every package that a lock file names."""
    return {name: version for name, _, version in PIN.findall((PROJECT / lock).read_text())}


def names_of(lines: list[str]) -> set[str]:
    """Return the bare package names of requirement lines."""
    return {re.split(r"[\[<>=;~ ]", line)[0].lower() for line in lines}


def wanted(path: Path) -> set[str]:
    """Return the package names that a .in file asks for."""
    lines = [line.strip() for line in path.read_text().splitlines()]
    return names_of([line for line in lines if line and not line.startswith(("#", "-"))])


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address(lock: str) -> None:
    found = [line for line in (PROJECT / lock).read_text().splitlines() if ADDRESS.search(line)]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", (PROJECT / lock).read_text())
    assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert len(blocks) == len(pins(lock))


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_the_other_locks_hold_the_runtime_in_the_same_versions(lock: str) -> None:
    """`tasks.py` marks the runtime as installed when it has installed one of the others."""
    assert pins("requirements.txt").items() <= pins(lock).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_wanted_package_is_locked(lock: str) -> None:
    assert wanted(PROJECT / lock.replace(".txt", ".in")) <= set(pins(lock))


def test_the_package_asks_for_what_the_lock_holds() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    assert names_of(project["dependencies"]) == wanted(PROJECT / "requirements.in")
    extra = names_of(project["optional-dependencies"]["distributed"])
    assert extra == wanted(PROJECT / "requirements-distributed.in")


def test_the_npm_lock_names_no_address_and_has_hashes() -> None:
    lock = json.loads((PROJECT / "quality" / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
