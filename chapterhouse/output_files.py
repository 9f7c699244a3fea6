"""Single files in the output: which names are allowed, in which order they go, how each is put or deleted."""

import errno
import os
import re
import shutil
import stat
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

from chapterhouse.errors import ChapterhouseError
from chapterhouse.staging import make_folder

PART = ".chapterhouse.part"
"""The name of a file that is being copied into its folder; the next build deletes what a killed one left."""
LATE = (".atom", ".rss", ".xml", ".ics", ".csv", ".json", ".geojson", ".vcf", ".opml", ".txt")
"""Endings of what machines read: feeds, sitemaps and exports name pages, and so come after them."""
SOURCES = ("content", "associations", "themes")
_PART = r"[A-Za-z0-9_-][A-Za-z0-9._-]*+"
_PLAIN = re.compile(rf"(?:{_PART}(?:/{_PART})*+(?:\n|\Z))++")
"""Lines of paths that need no second look."""


def rank(path: str) -> tuple[int, int, str]:
    """Return a file's place in the order of publishing: what pages need, pages (deep ones first), feeds."""
    ending = path[path.rfind(".") :]
    if ending == ".html":
        return (1, -path.count("/"), path)
    late = ending in LATE and "assets" not in path.split("/", 2)[:2]
    return (2 if late else 0, 0, path)


PREVIEW = "preview"
"""The folder in the work folder that `serve` publishes to."""


def check_output(output: Path, stage: Path) -> None:
    """Refuse an output folder in which publishing would meet a person's own files.

    The stage lies in the project's work folder: `<project>/.chapterhouse/...`.
    """
    target = output.resolve()
    work = next((folder for folder in stage.resolve().parents if folder.name == ".chapterhouse"), None)
    if work is None:
        return
    project = work.parent
    taken = {project, *project.parents, work}
    inside = any(target.is_relative_to(folder) for folder in (work, *(project / name for name in SOURCES)))
    if target in taken or (inside and target != work / PREVIEW):
        raise ChapterhouseError(
            f"{output} cannot be the output folder: it holds other things than published files"
        )
    if output.exists() and not output.is_dir():
        raise ChapterhouseError(f"{output} cannot be the output folder: it is a file")


def check_paths(manifests: Sequence[Collection[str]]) -> None:
    """Refuse names that leave the output, and two files that are one on a disk that ignores case.

    Each is a defect or a conflict that the checks let through; nothing has been written yet.
    """
    if _are_plain(manifests):
        return
    seen: dict[str, str] = {}
    for path in chain.from_iterable(manifests):
        if _leaves(path):
            raise ChapterhouseError(f'"{path}" is no name for a published file')
        folded = path.casefold()
        other = seen.get(folded)
        if other == path:
            raise ChapterhouseError(f'two sites want to publish "{path}"; rename one of the pages')
        if other is not None:
            words = f'"{min(path, other)}" and "{max(path, other)}"'
            raise ChapterhouseError(f"{words} are the same file on many disks; rename one of them")
        seen[folded] = path


def _are_plain(manifests: Iterable[Collection[str]]) -> bool:
    """Tell whether all are names as nearly every one is, and each differs from all others in any case."""
    seen: set[int] = set()
    count = 0
    for manifest in filter(None, manifests):
        lines = "\n".join(manifest)
        if not _PLAIN.fullmatch(lines):
            return False
        # By their hashes, which are small: two that are the same by chance are merely looked at again.
        seen.update(map(hash, lines.lower().split("\n")))
        count += len(manifest)
    return len(seen) == count


def _leaves(path: str) -> bool:
    if path.startswith("/") or "\\" in path or "\0" in path or ":" in path.split("/", 1)[0]:
        return True
    return any(part in ("", ".", "..") for part in path.split("/")) or path.rpartition("/")[2] == PART


def room_for(staged: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Return what must be deleted before anything is put: what would be in the way.

    These are files where folders shall be, files in folders where files shall be, and files whose names
    differ from a new one only by case: many disks take both for one.
    """
    leaving = set(gone)
    if not leaving:
        return leaving
    arriving = set(staged)
    folded = {path.casefold() for path in arriving}
    blocking = {str(folder) for path in arriving for folder in PurePosixPath(path).parents} & leaving
    return blocking | {path for path in leaving if path.casefold() in folded or _is_within(path, arriving)}


def _is_within(path: str, files: set[str]) -> bool:
    return any(str(folder) in files for folder in PurePosixPath(path).parents)


def remove_part(folder: Path) -> None:
    """Delete the unfinished copy that a killed build left in a folder."""
    try:
        (folder / PART).unlink(missing_ok=True)
    except NotADirectoryError:
        return


def make_folders(output: Path, paths: Iterable[str]) -> None:
    """Make the folders of files that are not in the output yet."""
    for folder in sorted({path.rpartition("/")[0] for path in paths}):
        make_folder(f"{output}/{folder}")


def place_whole(tree: str, output: Path, folder: str, paths: Iterable[str]) -> None:
    """Put the folder of a site where it belongs, in one step if nothing is there and the disk is the same.

    `paths` are its files, below the output and below the tree.
    """
    target = f"{output}/{folder}"
    try:
        make_folder(os.path.dirname(target))
        os.rename(f"{tree}/{folder}", target)
    except OSError:
        for path in sorted(paths, key=rank):
            place_new(f"{tree}/{path}", f"{output}/{path}")


def place_new(source: str, target: str) -> None:
    """Put a staged file of which nothing is known where it belongs, unless its very bytes are there already.

    So a build without its memory changes no file needlessly: what uploads the output sees that.
    """
    if not _is_same(source, target):
        place(source, target)


def _is_same(source: str, target: str) -> bool:
    try:
        facts = os.lstat(target)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size != os.path.getsize(source):
            return False
        return Path(source).read_bytes() == Path(target).read_bytes()
    except OSError:
        return False


def place(source: str, target: str) -> None:
    """Put a staged file where it belongs, in one step; on another file system by way of a copy beside it."""
    try:
        os.replace(source, target)
    except FileNotFoundError:
        if not os.path.exists(source):
            raise FileNotFoundError(errno.ENOENT, "is not in the stage any more", source) from None
        os.makedirs(os.path.dirname(target), exist_ok=True)
        place(source, target)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        _copy(Path(source), Path(target))


def _copy(source: Path, target: Path) -> None:
    part = target.parent / PART
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(source, part)
        # The manifest may say already when the file was written.
        facts = source.stat()
        os.utime(part, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    source.unlink()


def delete(output: Path, path: str) -> set[str]:
    """Delete a file and the folders that are empty then; return its path where it was there."""
    file = output / path
    try:
        file.unlink()
        found = {path}
    except (FileNotFoundError, NotADirectoryError):
        found = set()
    except (IsADirectoryError, PermissionError):  # A folder took its place; macOS says EPERM.
        if not file.is_dir():
            raise
        found = set()
    for folder in file.parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            break
    return found
