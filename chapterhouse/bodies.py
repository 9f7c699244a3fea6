"""The files of rendered bodies that nothing refers to any more: each edit of a folder writes another one."""

import re
from pathlib import Path

from chapterhouse.state import State

_NAME = re.compile(r"(.+)-[0-9a-f]{32}\.html")
"""What `load/folder.py` calls them: the folder's own name and the fingerprint of what is in the file."""


def prune_bodies(folder: Path, state: State) -> None:
    """Delete the files that neither the last nor the last good version of a folder has its bodies in.

    What a killed process left half-written goes too. Nobody else may be at work on the project.
    """
    by_slug: dict[str, list[str]] = {}
    try:
        for file in folder.iterdir():
            match = _NAME.fullmatch(file.name)
            by_slug.setdefault(match[1] if match else "", []).append(file.name)
    except FileNotFoundError:
        return
    known: dict[str, list[str]] = {}
    for name in state.folder_names():
        known.setdefault(name.rpartition("/")[2], []).append(name)
    for slug, files in by_slug.items():
        if len(files) == 1 and slug in known:
            continue
        # A packed folder has the name of its file as it is; to unpack it would take longer.
        packed = [content for name in known.get(slug, ()) for content in state.packed_folders(name)]
        for file_name in files:
            if not any(file_name.encode() in content for content in packed):
                (folder / file_name).unlink(missing_ok=True)
