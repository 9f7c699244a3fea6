"""Where an entry is published, decided by its path alone: content type, language and address."""

from functools import lru_cache
from typing import NamedTuple

from chapterhouse.content_types import by_folder, content_types
from chapterhouse.text import is_slug, slugify

_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv
dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie
ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv
mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm
rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts
tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
LANGUAGES = frozenset(_ISO_639_1.split())
"""Languages whose code a file's name may end with (ISO 639-1)."""


class Address(NamedTuple):
    """What the path of an entry says."""

    type: str
    """The name of its content type."""
    name: str
    """Its address below its site, before its language: `about/board/`."""
    language: str | None
    """The language that its name ends with: `es` of `about.es.md`."""


class Misnamed(NamedTuple):
    """Why a path cannot be an address."""

    message: str
    hint: str


@lru_cache(maxsize=4096)
def address(path: str) -> Address | Misnamed:
    """Return what a path below the folder means, such as `pages/about/board.md`.

    Many folders have the same, so that it is kept.
    """
    folder, *above, file = path.split("/")
    kind = by_folder()[folder]
    stem = file.removesuffix(".md")
    stem, language = _language(stem)
    for part in (*above, stem):
        if not is_slug(part):
            return _misnamed(part, file, part is stem, language)
    listing = content_types()[kind].LISTING
    if stem == "index":
        if listing and not above:
            hint = "give the file another name"
            return Misnamed(f"index.md would have the address of the list of all {folder}", hint)
        parts = above
    else:
        parts = [*above, stem]
    route = "/".join([folder, *parts] if listing else parts)
    return Address(kind, f"{route}/" if route else "", language)


def route(name: str, language: str, main_language: str) -> str:
    """Return the address of an entry below its site; other languages have their code in front."""
    return name if language == main_language else f"{language.lower()}/{name}"


def _language(stem: str) -> tuple[str, str | None]:
    name, dot, code = stem.rpartition(".")
    first, _, second = code.partition("-")
    known = first in LANGUAGES and (
        not second or (len(second) == 2 and second.isalpha() and second.isupper())
    )
    return (name, code) if dot and name and known else (stem, None)


def _misnamed(part: str, file: str, is_file: bool, language: str | None) -> Misnamed:
    what = "file" if is_file else "folder"
    message = f'the {what} name "{file if is_file else part}" cannot stand in a web address'
    better = slugify(part)
    if not better:
        return Misnamed(message, "use the letters a to z, digits and single hyphens")
    suffix = f".{language}.md" if language else ".md"
    return Misnamed(message, f'rename it to "{better}{suffix if is_file else ""}"')
