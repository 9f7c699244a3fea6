"""Finding features."""

import sys
from pathlib import Path

import pytest

from chapterhouse.discover import features


def test_every_public_module_is_a_feature_and_they_are_sorted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "open_folder"
    folder.mkdir()
    for name in ("__init__", "zebra", "aardvark", "_part"):
        (folder / f"{name}.py").write_text(f'NAME = "{name}"\n')
    monkeypatch.syspath_prepend(tmp_path)
    try:
        found = features("open_folder")
        assert list(found) == ["aardvark", "zebra"]
        assert found["zebra"].NAME == "zebra"
        assert features("open_folder") is found
    finally:
        features.cache_clear()
        for name in [name for name in sys.modules if name.startswith("open_folder")]:
            del sys.modules[name]


def test_the_content_types_are_features() -> None:
    assert {"event", "news", "page", "person", "resource"} <= set(features("chapterhouse.content_types"))
