"""Pictures as they are published: in several widths and formats, without the place they were taken at.

The original is never published. What is made of a picture is kept in `.chapterhouse/pictures/` under its
digest, one file for one picture: the first line says what there is, the bytes follow one behind the other.
Who needs only sizes and digests reads no more than that line, and imports no Pillow.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path, PurePath
from typing import NamedTuple

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.files import digest, write_atomically

EDITION = 2
"""Part of the name of kept pictures: another way of making them is another edition."""
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF", ".gif": "GIF"}
"""The formats that a page may show, by suffix; SVG besides."""
_ENDINGS = (*FORMATS, ".svg")
FOLDER = "pictures"
"""The folder in `.chapterhouse/` that keeps what was made."""


class PictureError(ValueError):
    """A file that is not the picture its name says; the text is a message for a person."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint or (
            "open it in a picture program, save it again as JPEG or PNG, and put that file in its place"
        )
        """What the person can do."""


class Variant(NamedTuple):
    """One file that is made of a picture."""

    role: str
    """`main` (what every browser shows), `avif`, `webp`, `moving` (WebP with all frames), `still` (one)."""
    suffix: str
    """`.avif`"""
    width: int | None
    height: int | None
    digest: str
    size: int


class Note(NamedTuple):
    """Something about a picture that its owner should know: a warning without its place."""

    code: str
    message: str
    hint: str


class Encoded(NamedTuple):
    """One file that is made of a picture, with its bytes."""

    role: str
    suffix: str
    width: int | None
    height: int | None
    content: bytes


class Published(NamedTuple):
    """Everything that is published of one picture."""

    variants: tuple[Variant, ...]
    """The first one is `main`; those of one format stand together, the smallest first."""
    notes: tuple[Note, ...] = ()
    contents: tuple[bytes, ...] = ()
    """The bytes of each variant; empty while they lie in the cache, in `kept`."""
    kept: Path | None = None

    @property
    def main(self) -> Variant:
        """The file that every browser can show."""
        return self.variants[0]

    def read(self, variant: Variant | None = None) -> bytes:
        """Return the bytes of a variant, the main one if none is named."""
        number = self.variants.index(variant) if variant else 0
        if self.contents:
            return self.contents[number]
        if self.kept is None:
            return b""
        with self.kept.open("rb") as file:
            head = len(file.readline())
            file.seek(head + [0, *accumulate(each.size for each in self.variants)][number])
            return file.read(self.variants[number].size)


def is_picture(path: str) -> bool:
    """Tell whether a file is one that is published as a picture."""
    return path.lower().endswith(_ENDINGS)


def kept_name(path: str, fingerprint: str) -> str:
    """Return the name in the cache of what is made of a picture; `fingerprint` is its digest."""
    suffix = PurePath(path).suffix.lower()
    return f"{fingerprint}{suffix}.{EDITION}-{version_of('py_svg_hush' if suffix == '.svg' else 'PIL')}"


def read_published(path: Path, fingerprint: str, kept: Path) -> Published:
    """Return a picture as it is published; `fingerprint` is its digest, `kept` the cache's folder.

    Raises PictureError where it cannot be read as what its name says.
    """
    copy = kept / kept_name(path.name, fingerprint)
    known = _read_kept(copy)
    if known:
        return known
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise PictureError("is not there any more", "put it back, or take it out of the pages") from None
    made = publishable(content, path.name)
    if digest(content) == fingerprint:
        head = json.dumps([made.variants, made.notes], separators=(",", ":"))
        write_atomically(copy, b"".join((head.encode(), b"\n", *made.contents)))
    return made


def publishable(content: bytes, name: str) -> Published:
    """Return the files that may be published of a picture.

    Raises PictureError with words for the person who put the file there.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".svg":
        from chapterhouse.render.drawings import drawing

        return _made([drawing(content)], [])
    from chapterhouse.render.picture_encoding import encoded

    return _made(*encoded(content, FORMATS[suffix], suffix))


def bad_picture(path: str, problem: PictureError) -> Diagnostic:
    """Return the error for a picture that cannot be published."""
    return Diagnostic(
        code="bad-picture",
        message=f"this file {problem}",
        location=Location(path),
        hint=problem.hint,
    )


def warnings_of(path: str, notes: Iterable[Note]) -> list[Diagnostic]:
    """Return what the owner of a picture should know of it."""
    return [
        Diagnostic(code=code, message=message, location=Location(path), hint=hint, severity=Severity.WARNING)
        for code, message, hint in notes
    ]


def _made(files: Iterable[Encoded], notes: Iterable[Note]) -> Published:
    found = tuple(files)
    variants = (
        Variant(one.role, one.suffix, one.width, one.height, digest(one.content), len(one.content))
        for one in found
    )
    return Published(tuple(variants), tuple(notes), tuple(one.content for one in found))


def _read_kept(copy: Path) -> Published | None:
    try:
        with copy.open("rb") as file:
            head = file.readline()
            variants, notes = json.loads(head)
        found = tuple(Variant(*one) for one in variants)
        if not found or copy.stat().st_size != len(head) + sum(one.size for one in found):
            return None
        return Published(found, tuple(Note(*one) for one in notes), kept=copy)
    except (FileNotFoundError, ValueError, TypeError):
        return None


@cache
def version_of(package: str) -> str:
    """Return the version of an installed package, without importing it: what it makes may differ."""
    spec = find_spec(package)
    origin = spec.origin if spec else None
    if not origin:
        return ""
    name = {"PIL": "pillow"}.get(package, package)
    folder = Path(origin).parent.parent
    found = sorted(
        each.name for each in folder.glob("*.dist-info") if each.name.lower().startswith(f"{name}-")
    )
    return ",".join(each.removesuffix(".dist-info").split("-")[1] for each in found)
