"""Finding shards and noting which share one is; joining them is tested in cli/test_combine.py."""

from pathlib import Path

import pytest

from chapterhouse.config import Project, Settings
from chapterhouse.errors import ChapterhouseError
from chapterhouse.shards import adopt, shard_folders


def made(root: Path) -> Path:
    (root / ".chapterhouse").mkdir(parents=True)
    (root / ".chapterhouse/state.sqlite").touch()
    return root


def test_a_folder_is_a_shard_or_holds_several(tmp_path: Path) -> None:
    one, two = made(tmp_path / "1"), made(tmp_path / "2")
    (tmp_path / "notes.txt").touch()
    assert shard_folders(one) == (one,)
    assert shard_folders(tmp_path) == (one, two)
    with pytest.raises(ChapterhouseError, match="no shard"):
        shard_folders(tmp_path / "notes.txt")


def test_a_project_is_no_shard_of_itself(tmp_path: Path) -> None:
    project = Project(root=made(tmp_path), settings=Settings(url="https://example.org/"))
    assert adopt(project, [tmp_path]) == ()
