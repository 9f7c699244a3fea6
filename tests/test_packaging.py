import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from quality.machine import PROJECT


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    folder: Path = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("chapterhouse-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_the_whole_package(names: set[str]) -> None:
    package = PROJECT / "chapterhouse"
    modules = {f"chapterhouse/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")}
    assert modules <= names


def test_the_wheel_holds_the_base_theme_inside_the_package(names: set[str]) -> None:
    theme = PROJECT / "themes" / "base"
    files = {path.relative_to(theme).as_posix() for path in theme.rglob("*") if path.is_file()}
    ours = {name for name in files if "__pycache__" not in name}
    assert ours
    assert {f"chapterhouse/themes/base/{name}" for name in ours} <= names


def test_the_wheel_holds_nothing_that_was_compiled_here(names: set[str]) -> None:
    assert not [name for name in names if "__pycache__" in name]


def test_the_wheel_holds_nothing_of_the_network(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"chapterhouse"}
