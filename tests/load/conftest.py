"""What the tests of load share: a project written from a few texts, and its folders loaded."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from chapterhouse.frozen import replace
from chapterhouse.load.folder import load_folder
from chapterhouse.load.taken_over import FolderJob
from chapterhouse.model import Folder
from chapterhouse.scan import scan_folder

Load = Callable[..., Folder]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Return a function that writes files and loads their folder, an association's if none is named."""

    def run(
        files: Mapping[str, str | bytes] | None = None, name: str = "associations/north", **more: Any
    ) -> Folder:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in (files or {}).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        job = FolderJob(
            name=name,
            root=tmp_path,
            digests=scan_folder(str(folder)).digests,
            bodies=tmp_path / "bodies",
            **more,
        )
        return replace(load_folder(job), kept_in=str(tmp_path / "bodies"))

    return run
