"""What the files of a folder are: entries, pictures and documents, the record, or nothing that is known."""

from collections.abc import Iterable

from chapterhouse.content_types import by_folder
from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.frozen import field, slotted
from chapterhouse.load.paths import ENDINGS, ending
from chapterhouse.text import did_you_mean

IMAGES = "images"
"""The folder of pictures that belong to no single content type."""


@slotted
class Claims:
    """The files of a folder, sorted out."""

    entries: list[str] = field(default_factory=list)
    """Paths of Markdown files, relative to the folder."""
    files: list[str] = field(default_factory=list)
    """Paths of pictures and documents."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def claim(name: str, paths: Iterable[str], record: str | None, *, shared: bool = False) -> Claims:
    """Sort the files of a folder out; `record` is the name of its record's file, if it has one."""
    known = {"pages"} if shared else {*by_folder(), IMAGES}
    claims = Claims()
    strangers: set[str] = set()
    spelled: dict[str, str] = {}
    for path in paths:
        folder, slash, _ = path.partition("/")
        _collide(path, spelled, name, claims.diagnostics)
        if not slash:
            if path != record:
                claims.diagnostics.append(_stray(name, path, record))
        elif folder not in known:
            if folder not in strangers:
                strangers.add(folder)
                claims.diagnostics.append(_stranger(name, folder, known))
        elif path.endswith(".md") and folder != IMAGES:
            claims.entries.append(path)
        elif ending(path) in ENDINGS and "." in path.rpartition("/")[2]:
            claims.files.append(path)
        else:
            claims.diagnostics.append(_unpublished(name, path))
    return claims


def _collide(path: str, spelled: dict[str, str], name: str, found: list[Diagnostic]) -> None:
    if path.isascii():
        key = path.lower()
    else:
        import unicodedata

        key = unicodedata.normalize("NFC", path).casefold()
    other = spelled.setdefault(key, path)
    if other != path:
        message = f'the name differs from "{other}" only in capital letters or accents'
        hint = "rename one of the two: many computers cannot keep both"
        found.append(_make("colliding-names", f"{name}/{path}", message, hint))


def _stray(name: str, path: str, record: str | None) -> Diagnostic:
    location = f"{name}/{path}"
    if record and path.rpartition(".")[0].lower() == record.rpartition(".")[0]:
        return _make("unclaimed-file", location, "the record has another name", f'rename it to "{record}"')
    if ending(path) in ("md", "markdown"):
        message = "a Markdown file here belongs to no content type and is not published"
        return _make(
            "unclaimed-file", location, message, "move it into pages/, news/, events/ or another such folder"
        )
    message = "the file belongs to no content type and is not published"
    hint = "move pictures into images/, documents beside the page that offers them, or remove it"
    return _make("unclaimed-file", location, message, hint, Severity.WARNING)


def _stranger(name: str, folder: str, known: Iterable[str]) -> Diagnostic:
    allowed = sorted(known)
    hint = did_you_mean(folder, allowed) or f"folders here are {', '.join(allowed)}"
    message = f'no content type has a folder "{folder}"; what lies in it is not published'
    return _make("unclaimed-folder", f"{name}/{folder}", message, hint)


def _unpublished(name: str, path: str) -> Diagnostic:
    kind = ending(path)
    location = f"{name}/{path}"
    if kind in ("md", "markdown", "mdown", "mkd"):
        if path.endswith(".md"):
            message = "a Markdown file among the pictures is not published"
            return _make("unclaimed-file", location, message, "move it into pages/")
        stem = path.rpartition("/")[2].rpartition(".")[0]
        message = "entries are files whose name ends with .md, in small letters"
        return _make("unclaimed-file", location, message, f'rename it to "{stem}.md"')
    if kind in ("heic", "heif", "tif", "tiff", "bmp", "raw", "dng"):
        hint = "save the picture as JPEG, PNG or WebP"
    elif kind in ("html", "htm", "php", "js", "css", "py", "j2"):
        hint = "an association's folder holds words and pictures; the look belongs to the theme"
    else:
        hint = "use a picture, a PDF or an office document, or remove it"
    return _make("unclaimed-file", location, "a file of this kind is not published", hint, Severity.WARNING)


def _make(code: str, path: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code=code, message=message, location=Location(path), hint=hint, severity=severity)
