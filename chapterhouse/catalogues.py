"""Catalogues of translations (gettext `.po`) in the folders of themes, read without any library.

A theme keeps them as `translations/es.po`. A theme in front may replace single messages of the ones behind it
"""

import re
from collections.abc import Iterable, Iterator
from os import stat_result
from pathlib import Path

from chapterhouse.errors import ChapterhouseError
from chapterhouse.frozen import field, slotted
from chapterhouse.words import ENGLISH, Words, is_english

FOLDER = "translations"
"""The folder of a theme that holds its catalogues."""
ENDING = ".po"
TEMPLATE = "words.pot"
"""Every message of a theme, without translations: what `tasks.py words` writes."""

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) +)?"((?:[^"\\]|\\.)*)"\s*\Z')
PLACE = re.compile(r"%\((\w+)\)s")
"""Where a value goes in a message."""
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_RULE = re.compile(r"plural\s*=\s*([^;\n]+)")

_cached: dict[tuple[tuple[str, ...], str], tuple[object, Words]] = {}


@slotted
class Message:
    """One entry of a catalogue."""

    id: str = ""
    plural: str = ""
    forms: list[str] = field(default_factory=list)
    """The translation, or its plural forms; empty texts where there is none."""
    line: int = 0
    is_fuzzy: bool = False
    """Whether somebody still has to look at it; it is not used."""

    @property
    def is_translated(self) -> bool:
        """Whether it can be used."""
        return bool(self.forms) and all(self.forms) and not self.is_fuzzy


def read_words(themes: Iterable[str], language: str) -> Words:
    """Return the words of a language as a stack of themes has them, the more special theme first.

    `pt-BR` takes from `pt-BR.po`, then from `pt.po`. Known until a catalogue changes.
    """
    if is_english(language):
        return ENGLISH if language == ENGLISH.language else Words(language=language)
    key = (tuple(themes), language)
    files = tuple(_files(*key))
    state = tuple((path, facts.st_mtime_ns, facts.st_size, facts.st_ino) for path, facts in files)
    known = _cached.get(key)
    if known is not None and known[0] == state:
        return known[1]
    messages: dict[str, tuple[str, ...]] = {}
    rule = ENGLISH.rule
    for path, _ in reversed(files):
        found = read_catalogue(path)
        rule = plural_rule(found, path) or rule
        messages |= {one.id: tuple(one.forms) for one in found if one.id and one.is_translated}
    words = Words(language=language, messages=messages, rule=rule)
    checked = {key: forms for key, forms in messages.items() if len(forms) in (1, words.index_count())}
    made = Words(language=language, messages=checked, rule=rule)
    _cached[key] = (state, made)
    return made


def read_untranslated(themes: Iterable[str], language: str) -> list[str]:
    """Return the messages of a stack of themes that stay English on pages in a language, sorted."""
    stack = tuple(themes)
    known = read_words(stack, language)
    if known.is_english:
        return []
    templates = (Path(theme) / FOLDER / TEMPLATE for theme in stack)
    found = {one.id for path in templates if path.is_file() for one in read_catalogue(str(path)) if one.id}
    return sorted(found - known.messages.keys())


def read_catalogue(path: str) -> list[Message]:
    """Return every message of a catalogue, its head first.

    Raises ChapterhouseError, with the line, where the file is none.
    """
    found: list[Message] = []
    target = ""
    is_fuzzy = False
    for number, line in enumerate(Path(path).read_text(encoding="utf-8-sig").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        match = _LINE.match(line)
        if match is None or not (match[1] or target):
            raise ChapterhouseError(f'{path}:{number}: this is no line of a catalogue: "{line[:60]}"')
        text = _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), match[2])
        if match[1]:
            target = match[1]
            if target == "msgid":
                found.append(Message(line=number, is_fuzzy=is_fuzzy))
                is_fuzzy = False
        _add(found, target, text, bool(match[1]))
    for message in found:
        _check(message, path)
    return found


def plural_rule(messages: Iterable[Message], path: str) -> str:
    """Return the rule of plural forms that a catalogue's head names, or an empty text.

    Raises ChapterhouseError where gettext does not know such a rule.
    """
    head = next((one.forms[0] for one in messages if not one.id and one.forms), "")
    rule = match[1].strip() if (match := _RULE.search(head)) else ""
    try:
        Words(language="und", rule=rule or ENGLISH.rule).index_count()
    except ValueError as problem:
        raise ChapterhouseError(f'{path}: the plural rule "{rule}" is wrong: {problem}') from problem
    return rule


def places(message: str) -> frozenset[str]:
    """Return the names of the values that a message has places for."""
    return frozenset(PLACE.findall(message))


def _files(themes: Iterable[str], language: str) -> Iterator[tuple[str, stat_result]]:
    names = dict.fromkeys((language, language.partition("-")[0]))
    for theme in themes:
        for name in names:
            path = f"{theme}/{FOLDER}/{name}{ENDING}"
            try:
                yield path, Path(path).stat()
            except FileNotFoundError:
                continue


def _add(found: list[Message], target: str, text: str, begins: bool) -> None:
    if target == "msgctxt" or not found:
        return
    message = found[-1]
    if target == "msgid":
        message.id += text
    elif target == "msgid_plural":
        message.plural += text
    elif begins:
        message.forms.append(text)
    else:
        message.forms[-1] += text


def _check(message: Message, path: str) -> None:
    known = places(message.id) | places(message.plural)
    for form in message.forms if message.id else ():
        more = places(form) - known
        bare = PLACE.sub("", form).replace("%%", "").count("%") if known else 0
        if more or bare:
            wrong = f"%({min(more)})s" if more else "%"
            raise ChapterhouseError(
                f'{path}:{message.line}: the translation of "{message.id[:60]}" has "{wrong}", which has no '
                f"place there; it may have {', '.join(sorted(f'%({name})s' for name in known)) or 'no value'}"
            )
