"""`pelican -s pelican.conf.py` makes the hub."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.render.stock import hub_job
from tests.conftest import MakeNetwork

CONF = (
    'SITENAME = "Clubs"\nTIMEZONE = "UTC"\nNETWORK_URL = "https://example.org/"\n'
    'PLUGINS = ["chapterhouse.render.plugin"{}]\n'
)


def pelican(root: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "400"}
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-o", "out", "--fatal", "errors"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_stock_pelican_builds_the_hub(tmp_path: Path, make_network: MakeNetwork) -> None:
    done = pelican(make_network(tmp_path, {"pelican.conf.py": CONF.format("")}))
    assert done.returncode == 0, done.stdout + done.stderr
    home = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "The clubs of the network." in home
    directory = (tmp_path / "out" / "directory" / "index.html").read_text(encoding="utf-8")
    assert "North Club" in directory
    (style,) = (tmp_path / "out" / "assets").glob("style.*.css")
    assert f"/assets/{style.name}" in home
    assert not (tmp_path / "out" / "theme").exists()


def test_third_party_plugins_run_there_too(tmp_path: Path, make_network: MakeNetwork) -> None:
    done = pelican(make_network(tmp_path, {"pelican.conf.py": CONF.format(', "sitemap"')}))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "<changefreq>" in (tmp_path / "out" / "sitemap.xml").read_text(encoding="utf-8")


def test_mistakes_are_told_by_pelicans_log(tmp_path: Path, make_network: MakeNetwork) -> None:
    files = {"pelican.conf.py": CONF.format(""), "content/hub/pages/x.md": "---\ntitel: X\n---\n"}
    done = pelican(make_network(tmp_path, files))
    assert "content/hub/pages/x.md:2:1" in done.stdout + done.stderr


def test_a_project_without_a_network_is_the_operators_error(tmp_path: Path) -> None:
    (tmp_path / "pelican.conf.py").write_text(CONF.format(""))
    with pytest.raises(ChapterhouseError, match=r"network\.yaml"):
        hub_job(tmp_path)
