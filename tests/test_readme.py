"""The commands of the README."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from quality.machine import PROJECT

TEXT = (PROJECT / "README.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"^python3 tasks\.py (.+)$", re.MULTILINE)
PARTS = ("associations", "content", "themes", "pelican.conf.py")


def test_the_readme_names_its_two_commands() -> None:
    assert COMMAND.findall(TEXT) == ["build", "test"]


def test_the_commands_work(tmp_path: Path) -> None:
    """Run each but `test`, which would run this test again; test_tasks.py tests how tasks.py installs."""
    for part in PARTS:
        source = PROJECT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / part)
    for words in COMMAND.findall(TEXT):
        if words != "test":
            command = [sys.executable, "-m", "chapterhouse", *words.split(), "--project", str(tmp_path)]
            done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
            assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stdout + done.stderr
    assert (tmp_path / "output" / "index.html").is_file()
    sites = [
        path
        for path in (tmp_path / "output").glob("*/index.html")
        if (tmp_path / "associations" / path.parent.name).is_dir()
    ]
    assert len(sites) >= 30


def test_the_readme_shows_a_site_and_the_hub() -> None:
    pictures = re.findall(r"!\[[^\]]{20,}\]\((docs/images/\w+\.webp)\)", TEXT)
    assert pictures == ["docs/images/hub.webp", "docs/images/site.webp"]
