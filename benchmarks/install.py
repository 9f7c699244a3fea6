"""Installs the peers that are not Chapterhouse's own requirements into `.chapterhouse/bench/`."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.peer import INSTALLED, PEER_FOLDER

PYTHON = INSTALLED / "python"
NODE = INSTALLED / "node"


def install_peers() -> list[str]:
    """Install the locked Python and Node peers; give a sentence for each that could not be."""
    problems = []
    if not _install_python():
        problems.append("Zensical and Material for MkDocs could not be installed.")
    if not _install_node():
        problems.append("Eleventy could not be installed; it needs Node.js 18 or later with npm.")
    return problems


def python_package_version(name: str) -> str | None:
    """Give the version of a package among the Python peers, None where it is not installed."""
    found = list(PYTHON.glob(f"lib/python*/site-packages/{name.replace('-', '_')}-*.dist-info"))
    return found[0].name.removesuffix(".dist-info").rsplit("-", 1)[1] if found else None


def node_package_version(name: str) -> str | None:
    """Give the version of a package among the Node peers, None where it is not installed."""
    file = NODE / "node_modules" / name / "package.json"
    if not file.is_file() or shutil.which("node") is None:
        return None
    return str(json.loads(file.read_text(encoding="utf-8"))["version"])


def _install_python() -> bool:
    if not (PYTHON / "bin" / "python").exists():
        venv.create(PYTHON, with_pip=True)
    wanted = PEER_FOLDER / "requirements.txt"
    pip: list[str | Path] = [
        PYTHON / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    return subprocess.run([*pip, "--require-hashes", "-r", wanted], check=False).returncode == 0


def _install_node() -> bool:
    npm = shutil.which("npm")
    if npm is None:
        return False
    NODE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PEER_FOLDER / name, NODE)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    return subprocess.run(command, cwd=NODE, check=False, stdout=sys.stderr).returncode == 0
