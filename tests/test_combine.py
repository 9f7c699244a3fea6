"""What the network has in common: assets, exports, computed pages."""

from pathlib import Path

import pytest

from chapterhouse.combine import asset_files, computed_pages, export_files, read_themes, stage_files
from chapterhouse.config import Project, Settings
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.files import digest
from tests.builders import URL, association, network


def project(root: Path, **settings: object) -> Project:
    return Project(root=root, settings=Settings(url=URL, **settings))  # type: ignore[arg-type]


def test_a_theme_that_does_not_exist_is_the_operators_mistake(tmp_path: Path) -> None:
    with pytest.raises(ChapterhouseError, match="nowhere"):
        read_themes(project(tmp_path, theme="nowhere"))


def test_a_theme_of_the_project_stands_above_the_base_theme(tmp_path: Path) -> None:
    (tmp_path / "themes" / "ours" / "static").mkdir(parents=True)
    (tmp_path / "themes" / "ours" / "templates").mkdir()
    (tmp_path / "themes" / "ours" / "static" / "extra.css").write_text("a{}", encoding="utf-8")
    themes = read_themes(project(tmp_path, theme="ours", themes=("base",)))
    assert themes.folders["ours"][0] == str(tmp_path / "themes" / "ours")
    assert themes.folders["ours"][-1] == themes.folders["base"][-1]
    assert {"extra.css", "style.css"} <= themes.hrefs["ours"].keys()


def test_assets_are_there_once_for_each_host(tmp_path: Path) -> None:
    themes = read_themes(project(tmp_path))
    own = association("east", domain="east.example")
    found = asset_files(themes, network(own, association("north"), association("south")).sites)
    folders = {path.rpartition("/")[0] for path in found}
    assert folders == {"assets", "assets/fonts", "east/assets", "east/assets/fonts"}
    name = themes.hrefs["base"]["style.css"]
    assert found[f"assets/{name}"] == found[f"east/assets/{name}"]


def test_exports_lie_in_the_folder_of_the_hub() -> None:
    paths = dict(export_files(network(association("north"))))
    assert "data/associations.json" in paths
    settings = Settings(url=URL, layout="subdomains")
    assert "hub/data/associations.json" in dict(
        export_files(network(association("north"), settings=settings))
    )


def test_computed_pages_have_addresses_of_their_own() -> None:
    routes = [page.route for page in computed_pages(network(association("north")))]
    assert "directory/" in routes
    assert len(routes) == len(set(routes))


def test_only_what_is_not_published_already_is_staged(tmp_path: Path) -> None:
    files = {"data/new.csv": b"new", "data/same.csv": b"same"}
    written = stage_files(tmp_path, files.items(), {"data/same.csv": digest(b"same"), "data/new.csv": "old"})
    assert [(file.path, file.size) for file in written] == [("data/new.csv", 3), ("data/same.csv", 4)]
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]
