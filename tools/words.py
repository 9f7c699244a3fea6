"""Collects every message of templates and Python, and brings the catalogues of the themes up to date.

`python3 tasks.py words` writes `translations/words.pot` and merges it into each `.po` beside it: new ones are
empty, those that are gone are taken out, translations stay. What is still empty is told at the end.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.pofile import normalize

from chapterhouse.catalogues import ENDING, FOLDER, TEMPLATE, Message, plural_rule, read_catalogue

PROJECT = Path(__file__).parents[1]
THEMES = PROJECT / "themes"
BASE = "base"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
FUNCTIONS = {"phrase": 1, "say": 1, "count": 2}
"""How many texts each function of `chapterhouse/words.py` takes."""
OPTIONS = {"trimmed": "false", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
WIDTH = 100


@dataclass(slots=True, kw_only=True)
class Found:
    """A message and what a translator has to know of it."""

    id: str
    plural: str = ""
    places: set[str] = field(default_factory=set)
    """The files that it stands in."""
    remarks: list[str] = field(default_factory=list)


def main() -> int:
    """Rewrite the catalogues of every theme and tell what is not translated yet."""
    missing = 0
    base = messages(THEMES / BASE, [PROJECT / "chapterhouse"])
    for theme in sorted(folder for folder in THEMES.iterdir() if (folder / "templates").is_dir()):
        found = base if theme.name == BASE else _further(messages(theme), base)
        if not found:
            continue
        folder = theme / FOLDER
        folder.mkdir(exist_ok=True)
        (folder / TEMPLATE).write_text(catalogue(found), encoding="utf-8", newline="\n")
        for path in sorted(folder.glob(f"*{ENDING}")):
            known = read_catalogue(str(path))
            path.write_text(
                catalogue(found, known, path.stem, plural_rule(known, str(path))),
                encoding="utf-8",
                newline="\n",
            )
            empty = [one for one in read_catalogue(str(path)) if one.id and not one.is_translated]
            missing += len(empty)
            for one in empty:
                print(f"{path.relative_to(PROJECT)}:{one.line}: {one.id}")
    return 1 if missing else 0


def messages(theme: Path, code: Iterable[Path] = ()) -> list[Found]:
    """Return every message of a theme's templates and of folders with Python, sorted."""
    found: dict[str, Found] = {}
    paths = [*(theme / "templates").rglob("*.html"), *(path for each in code for path in each.rglob("*.py"))]
    for path in sorted(paths):
        for one, many, remarks in _in_python(path) if path.suffix == ".py" else _in_template(path):
            known = found.setdefault(one, Found(id=one, plural=many))
            known.plural = known.plural or many
            known.places.add(path.relative_to(PROJECT).as_posix())
            known.remarks += [each for each in remarks if each not in known.remarks]
    return sorted(found.values(), key=lambda one: (one.id.casefold(), one.id))


def _in_template(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    with path.open("rb") as file:
        for _, message, remarks, _ in extract(
            "jinja2.ext:babel_extract", file, KEYWORDS, ["translators:"], OPTIONS, strip_comment_tags=True
        ):
            one, many = message if isinstance(message, tuple) else (message, "")
            yield one, many, [remark.strip() for remark in remarks]


def _in_python(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [
            arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if name in FUNCTIONS and len(texts) >= FUNCTIONS[name]:
            yield texts[0], texts[1] if FUNCTIONS[name] > 1 else "", []


def catalogue(
    found: Iterable[Found], known: Iterable[Message] = (), language: str = "", rule: str = ""
) -> str:
    """Return the text of a catalogue with the translations that are known; without any it is the template."""
    translated = {one.id: one for one in known if one.id}
    forms = _forms(rule) if language else 2
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    if language:
        head += f'"Language: {language}\\n"\n"Plural-Forms: nplurals={forms}; plural={rule};\\n"\n'
    return "\n".join([head, *("\n".join(_lines(one, translated.get(one.id), forms)) for one in found)])


def _lines(one: Found, known: Message | None, forms: int) -> Iterator[str]:
    for remark in one.remarks:
        yield f"#. {remark}"
    yield f"#: {' '.join(sorted(one.places))}"
    yield f"msgid {normalize(one.id, width=WIDTH)}"
    given = known.forms if known and not known.is_fuzzy else []
    if one.plural:
        yield f"msgid_plural {normalize(one.plural, width=WIDTH)}"
        for number in range(forms):
            yield f"msgstr[{number}] {normalize(given[number] if number < len(given) else '', width=WIDTH)}"
    else:
        yield f"msgstr {normalize(given[0] if given else '', width=WIDTH)}"
    yield ""


def _forms(rule: str) -> int:
    from chapterhouse.words import Words

    return Words(language="und", rule=rule).index_count()


def _further(found: Iterable[Found], base: Iterable[Found]) -> list[Found]:
    """Return the messages that the base theme does not have."""
    known = {one.id for one in base}
    return [one for one in found if one.id not in known]


if __name__ == "__main__":
    sys.exit(main())
