"""The catalogues of the base theme are complete and current, and no template has a word besides them."""

import re
from html import unescape
from pathlib import Path

import pytest

from chapterhouse.catalogues import Message, places, plural_rule, read_catalogue, read_words
from tools import words

FOLDER = words.THEMES / words.BASE / "translations"
LANGUAGES = ("de", "es", "fr", "ga")
TEMPLATES = sorted(words.THEMES.glob("*/templates/**/*.html"))
WITHOUT_WORDS = ("status.html", "column.html")
"""The steward's view is in English, as the reports are; the other one holds a length for pictures."""


@pytest.fixture(scope="module")
def found() -> list[words.Found]:
    """Every message of the base theme."""
    return words.messages(words.THEMES / words.BASE, [words.PROJECT / "chapterhouse"])


def read(language: str) -> list[Message]:
    return read_catalogue(str(FOLDER / f"{language}.po"))


def test_the_template_of_catalogues_is_current(found: list[words.Found]) -> None:
    text = (FOLDER / "words.pot").read_text(encoding="utf-8")
    assert text == words.catalogue(found), "run python3 tasks.py words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete_and_current(found: list[words.Found], language: str) -> None:
    known = read(language)
    path = FOLDER / f"{language}.po"
    rule = plural_rule(known, str(path))
    assert path.read_text(encoding="utf-8") == words.catalogue(found, known, language, rule)
    assert [one.id for one in known if one.id and not one.is_translated] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_values_and_markup(language: str) -> None:
    for one in read(language):
        for form in one.forms if one.id else ():
            assert places(form) <= places(one.id) | places(one.plural)
            assert re.findall(r"</?\w+", form) == re.findall(r"</?\w+", one.id), one.id
            assert set(re.findall(r"\{\w+\}", form)) <= set(re.findall(r"\{\w+\}", one.id)), one.id


@pytest.mark.parametrize(
    ("language", "forms"), [("de", "1011"), ("es", "1011"), ("fr", "0011"), ("ga", "2012")]
)
def test_plural_forms_are_those_of_the_language(language: str, forms: str) -> None:
    words_of = read_words([str(FOLDER.parent)], language)
    assert "".join(str(words_of.index(number)) for number in range(4)) == forms


@pytest.mark.parametrize(
    "path",
    [path for path in TEMPLATES if path.name not in WITHOUT_WORDS],
    ids=lambda path: f"{path.parents[1].name}-{path.stem}",
)
def test_a_template_has_no_words_besides_the_catalogues(path: Path) -> None:
    assert bare_words(path.read_text(encoding="utf-8")) == []


def bare_words(source: str) -> list[str]:
    """Return the pieces of a template that people read and that do not go through a catalogue."""
    text = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
    text = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{%\s*block (?:og_type|heading_class) %\}.*?\{% endblock %\}", "", text)
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "\0", text, flags=re.DOTALL)
    text = re.sub(r"<(style|svg)\b.*?</\1>", "", text, flags=re.DOTALL)
    named = re.findall(r'\s(?:aria-label|alt|title|placeholder|data-[a-z]+)="([^"]*[A-Za-z]{2}[^"]*)"', text)
    shown = unescape(re.sub(r"<[^>]*>", "\n", text)).replace("\0", " ").split("\n")
    return [*named, *(piece.strip() for piece in shown if re.search(r"[A-Za-z]{2}", piece))]


def test_bare_words_are_seen() -> None:
    assert bare_words('<p title="A word">Other {{ _("Menu") }}</p>{# remark #}') == ["A word", "Other"]
    assert bare_words('{% trans %}About{% endtrans %}<a href="about">{{ title }} &middot;</a>') == []
