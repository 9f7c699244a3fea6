"""The stage: the files of the next version of the output, flat in one folder, named after their paths.

A tree of folders like the output's would be made and removed again for every build, which on some disks
takes longer than writing the pages. Only a site that the output has nothing of yet is staged as a tree, whose
folders become folders of the output as they are.
"""

import os
from pathlib import Path

from chapterhouse.files import digest

WHOLE = "whole"
"""The folder of the stage with the trees of new sites; no fingerprint is such a word."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def staged(stage: str | os.PathLike[str], path: str) -> str:
    """Return where in the stage the file lies that is meant for a path below the output."""
    return f"{os.fspath(stage)}/{digest(path.encode('utf-8', 'surrogatepass'))}"


def whole_stage(stage: str | os.PathLike[str]) -> str:
    """Return the folder of the stage that is laid out like the output, for new sites."""
    return f"{os.fspath(stage)}/{WHOLE}"


def is_whole(path: str, folder: str) -> bool:
    """Tell whether a file of a new site is published with a folder; a hub that has none has several."""
    return path.startswith(f"{folder}/") if folder else "/" in path


def make_folder(folder: str) -> None:
    """Make a folder unless it is there, and those above it where they are missing."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def write_staged(stage: str | os.PathLike[str], path: str, content: bytes) -> None:
    """Put a file into the stage, which exists."""
    write(staged(stage, path), content)


def write(target: str, content: bytes) -> None:
    """Write a file whose folder exists, all of it."""
    handle = os.open(target, _FLAGS, 0o644)
    try:
        done = os.write(handle, content)
        while done < len(content):
            done += os.write(handle, memoryview(content)[done:])
    finally:
        os.close(handle)


def staged_paths(stage: Path, paths: set[str]) -> set[str]:
    """Return which of these paths have a file in the stage."""
    try:
        with os.scandir(stage) as found:
            names = {file.name for file in found}
    except FileNotFoundError:
        return set()
    return {path for path in paths if staged("", path)[1:] in names} if names else set()
