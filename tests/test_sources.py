"""Whatever a build reads is among the sources."""

from pathlib import Path

import pytest

from chapterhouse.sources import BASE_THEME, ENGINE, SETTINGS, environment, sources


def touch(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def test_every_folder_is_a_source_of_its_own(tmp_path: Path) -> None:
    touch(tmp_path, "content/hub/network.yaml", "associations/a/association.yaml", "associations/.git/x")
    touch(tmp_path, "themes/night/templates/page.html", "output/index.html", "pelican.conf.py")
    assert [source.name for source in sources(str(tmp_path))] == [
        "associations",
        "associations/a",
        "content",
        "content/hub",
        ENGINE,
        BASE_THEME,
        SETTINGS,
        "themes",
        "themes/night",
    ]


def test_stray_files_belong_to_the_folder_they_lie_in(tmp_path: Path) -> None:
    touch(
        tmp_path, "associations/a/association.yaml", "associations/stray.md", "pelican.conf.py", "README.md"
    )
    found = {source.name: list(source.scan(None).digests) for source in sources(str(tmp_path))}
    assert found["associations"] == ["stray.md"]
    assert found["associations/a"] == ["association.yaml"]
    assert found[SETTINGS] == ["pelican.conf.py"]


def test_folders_of_local_plugins_are_sources_when_named(tmp_path: Path) -> None:
    touch(tmp_path, "plugins/mine.py")
    found = {source.name: source for source in sources(str(tmp_path), ["plugins"])}
    assert list(found["plugins"].scan(None).digests) == ["mine.py"]


def test_engine_is_a_source() -> None:
    engine = next(source for source in sources("/nowhere") if source.name == ENGINE)
    assert "sources.py" in engine.scan(None).digests


def test_source_is_settled_by_stat_data(tmp_path: Path) -> None:
    source = next(source for source in sources(str(tmp_path)) if source.name == SETTINGS)
    assert source.is_settled({})
    touch(tmp_path, "pelican.conf.py")
    assert not source.is_settled({})


def test_environment_changes_with_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    # As in a process that begins anew: each asks once.
    before = environment.__wrapped__()
    assert environment.__wrapped__() == before
    (tmp_path / "pelican-4.13.0.dist-info").mkdir()
    assert environment.__wrapped__() != before
