"""The theme's static files under names that hold a fingerprint of their bytes, and where themes are found."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urlsplit

import chapterhouse
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.files import digest, walk
from chapterhouse.frozen import field, frozen
from chapterhouse.text import did_you_mean, listed

BASE = "base"
"""The theme that comes with Chapterhouse and stands behind every other."""
STATIC = "static"
TEMPLATES = "templates"

_URL = r"""url\(\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^"'()\s]*))\s*\)"""
_STRING = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
_IMPORT = r"""@import\s+url\(\s*"?(?P<import>[^"')\s]+)"?\s*\)\s*;\s*"""
_KEPT = re.compile(
    rf"{_IMPORT}|(?P<url>{_URL})|(?P<string>{_STRING})|(?P<comment>/\*.*?\*/)", re.DOTALL | re.IGNORECASE
)
"""What is more in a stylesheet than words, marks and spaces between them."""


@frozen
class Assets:
    """What all sites of a theme share: stylesheet, pictures, fonts."""

    hrefs: Mapping[str, str] = field(default_factory=dict)
    """Name in the theme (`style.css`) and name in the output (`style.3f2a91c4.css`)."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Name in the output and bytes."""


def theme_folders(project: Path, name: str = BASE) -> tuple[Path, ...]:
    """Return the folders of a theme, the more special first, the base theme last.

    Raises ChapterhouseError where there is no such theme.
    """
    base = _base_folder(project)
    if name == BASE:
        return (base,)
    known = _themes(project)
    if name not in known:
        hint = did_you_mean(name, known) or f"there is {listed(known)}"
        raise ChapterhouseError(f'There is no theme "{name}": no folder themes/{name} in the project; {hint}')
    return (project / "themes" / name, base)


def template_folders(themes: Sequence[Path]) -> tuple[Path, ...]:
    """Return where the templates of a stack of themes lie, in the order in which they are looked for."""
    return tuple(theme / TEMPLATES for theme in themes)


def read_assets(themes: Sequence[Path]) -> Assets:
    """Read the static files of a stack of themes and name them by their bytes, in stylesheets too.

    Raises ChapterhouseError where a stylesheet refers to a file that is not there, or to another server.
    """
    found: dict[str, Path] = {}
    for theme in reversed(themes):
        found |= {each.path: theme / STATIC / each.path for each in walk(theme / STATIC) if not each.is_link}
    contents = {name: found[name].read_bytes() for name in sorted(found)}
    return name_assets(contents)


def name_assets(contents: Mapping[str, bytes]) -> Assets:
    """Give files names with fingerprints; a stylesheet is named after what it refers to has its name.

    A stylesheet that another imports becomes a part of it and is no file by itself: one request is enough.
    """
    hrefs: dict[str, str] = {}
    files: dict[str, bytes] = {}
    open_names: list[str] = []
    parts: set[str] = set()

    def named(name: str) -> str:
        if name in hrefs:
            return hrefs[name]
        content = contents[name]
        if name.endswith(".css"):
            content = (stylesheet(name, dirname(name)) + "\n").encode()
        hrefs[name] = _with_fingerprint(name, content)
        files[hrefs[name]] = content
        return hrefs[name]

    def stylesheet(name: str, folder: str) -> str:
        if name in open_names:
            raise ChapterhouseError(
                f"Stylesheets of the theme refer to each other in a circle: {listed(open_names)}"
            )
        open_names.append(name)
        try:
            return _stylesheet(name, folder, contents, named, imported)
        finally:
            open_names.pop()

    def imported(name: str, folder: str) -> str:
        parts.add(name)
        return stylesheet(name, folder)

    # Those that import come first: what they import need not become a file for nobody.
    for name in sorted(contents, key=lambda name: (b"@import" not in contents[name].lower(), name)):
        if name not in parts:
            named(name)
    whole = {name: href for name, href in sorted(hrefs.items()) if name not in parts}
    return Assets(hrefs=whole, files={href: files[href] for href in sorted(whole.values())})


def _with_fingerprint(name: str, content: bytes) -> str:
    stem, dot, ending = name.rpartition(".")
    print_ = digest(content)[:8]
    return f"{stem}.{print_}.{ending}" if dot else f"{name}.{print_}"


def _stylesheet(
    name: str,
    folder: str,
    contents: Mapping[str, bytes],
    named: Callable[[str], str],
    imported: Callable[[str, str], str],
) -> str:
    """Return a stylesheet without comments and needless spaces, as it stands in a folder.

    References get their new names, and what it imports takes the place of the import.
    """

    def kept(token: re.Match[str]) -> str:
        if token["import"]:
            return imported(_path(name, token["import"], contents), folder)
        if token["url"]:
            target = token["double"] or token["single"] or token["bare"] or ""
            return f'url("{_reference(name, target, folder, contents, named)}")'
        return token["string"] or ""

    css = contents[name].decode("utf-8").replace("\r\n", "\n")
    pieces: list[str] = []
    end = 0
    for token in _KEPT.finditer(css):
        pieces += _tight(css[end : token.start()]), kept(token)
        end = token.end()
    return "".join([*pieces, _tight(css[end:])]).replace(";}", "}").strip()


def _tight(css: str) -> str:
    # With a letter on either side, the spaces at the ends are spaces between words too.
    css = " ".join(f"x{css}x".split())[1:-1]
    for mark in "{};,":
        css = css.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return css


def _reference(
    name: str, target: str, folder: str, contents: Mapping[str, bytes], named: Callable[[str], str]
) -> str:
    if target.startswith(("#", "data:")):
        return target
    href = relpath(named(_path(name, target, contents)), folder or ".")
    fragment = urlsplit(target).fragment
    return f"{href}#{fragment}" if fragment else href


def _path(name: str, target: str, contents: Mapping[str, bytes]) -> str:
    """Return the file of the theme that a reference in a stylesheet means."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        raise ChapterhouseError(
            f"{name} of the theme asks another server for {target}; put the file into static/"
        )
    path = normpath(join(dirname(name), unquote(parts.path)))
    if path not in contents:
        hint = did_you_mean(path, contents)
        raise ChapterhouseError(
            f"{name} of the theme refers to {target}, but there is no such file; {hint}".rstrip("; ")
        )
    return path


def _base_folder(project: Path) -> Path:
    """Return the project's own base theme, or the one that comes along: installed, or in a checkout."""
    package = Path(chapterhouse.__file__).parent
    places = (project / "themes" / BASE, package / "themes" / BASE, package.parent / "themes" / BASE)
    for place in places:
        if place.is_dir():
            return place
    raise ChapterhouseError("The base theme is missing: Chapterhouse is not installed completely")


def _themes(project: Path) -> list[str]:
    folder = project / "themes"
    found = {each.name for each in folder.iterdir() if each.is_dir()} if folder.is_dir() else set()
    return sorted(found | {BASE})
