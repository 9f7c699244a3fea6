"""Files inside a folder: what may be published, under which address, and what was probably meant."""

import posixpath
import re
from collections.abc import Iterable

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.text import slugify

IMAGE_ENDINGS = frozenset({"png", "jpg", "jpeg", "webp", "avif", "gif", "svg"})
"""What browsers show."""
ENDINGS = IMAGE_ENDINGS | frozenset(
    {
        *(
            "pdf",
            "docx",
            "xlsx",
            "pptx",
            "doc",
            "xls",
            "ppt",
            "odt",
            "ods",
            "odp",
            "rtf",
            "txt",
            "csv",
            "epub",
        ),
        *("zip", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "vtt", "ics", "vcf"),
    }
)
"""What may lie beside entries and is published as it is (pictures: without their hidden data)."""

_SAFE = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\Z")


def ending(path: str) -> str:
    """Return the ending of a file's name in lower case, without the dot."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def file_route(path: str) -> str:
    """Return the address of a picture or document: its path, made safe for addresses where it is not."""
    return "/".join(part if _SAFE.match(part) else _safe(part) for part in path.split("/"))


def _safe(name: str) -> str:
    stem, dot, last = name.rpartition(".")
    return f"{slugify(stem) or 'file'}.{slugify(last)}" if dot else slugify(last) or "file"


def beside(path: str, target: str) -> str:
    """Return the path that a relative one means, seen from a file."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def near_path(path: str, known: Iterable[str]) -> str:
    """Return a suggestion of the existing path nearest to one that does not exist, or an empty text."""
    import difflib

    paths = sorted(known)
    name = path.rpartition("/")[2].lower()
    same = [other for other in paths if other.rpartition("/")[2].lower() == name]
    near = same or difflib.get_close_matches(path, paths, n=1, cutoff=0.6)
    if not near:
        stem = name.rpartition(".")[0] or name
        names = {other.rpartition("/")[2].rpartition(".")[0].lower(): other for other in reversed(paths)}
        near = [names[found] for found in difflib.get_close_matches(stem, sorted(names), n=1, cutoff=0.75)]
    return f'did you mean "{near[0]}"?' if near else ""


def not_utf8(path: str, line: int, column: int, byte: int) -> Diagnostic:
    """Return the diagnostic of a file in another encoding than UTF-8."""
    return Diagnostic(
        code="not-utf-8",
        message=f"the file is not written in UTF-8: the byte {byte:#04x} stands here",
        location=Location(path, line, column),
        hint='save it with the encoding "UTF-8"; editors offer it under "Save as"',
    )
