"""Catalogues are read as gettext reads them; what is wrong in one is told with its line."""

from pathlib import Path

import pytest

from chapterhouse.catalogues import read_catalogue, read_untranslated, read_words
from chapterhouse.errors import ChapterhouseError
from chapterhouse.words import ENGLISH

HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def catalogue(folder: Path, text: str, name: str = "es", theme: str = "base") -> str:
    """Write a catalogue and return its theme's folder."""
    path = folder / theme / "translations" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + text, encoding="utf-8")
    return str(folder / theme)


def test_messages_plural_forms_and_escapes_are_read(tmp_path: Path) -> None:
    theme = catalogue(
        tmp_path,
        '#. For the menu.\nmsgid "Menu"\nmsgstr "Menú"\n\n'
        'msgid ""\n"A long "\n"\\"line\\"\\n"\nmsgstr "Una "\n"«línea»\\n"\n\n'
        'msgid "%(count)s day"\nmsgid_plural "%(count)s days"\n'
        'msgstr[0] "%(count)s día"\nmsgstr[1] "%(count)s días"\n'
        '#, fuzzy\nmsgid "News"\nmsgstr "?"\n\nmsgid "Search"\nmsgstr ""\n'
        '#~ msgid "Old"\n#~ msgstr "Viejo"\n',
    )
    words = read_words([theme], "es")
    assert words.messages == {
        "Menu": ("Menú",),
        'A long "line"\n': ("Una «línea»\n",),
        "%(count)s day": ("%(count)s día", "%(count)s días"),
    }
    assert words.rule == "(n != 1)"
    assert words.index_count() == 2


def test_a_theme_replaces_single_words_of_the_one_behind(tmp_path: Path) -> None:
    base = catalogue(tmp_path, 'msgid "Menu"\nmsgstr "Menú"\nmsgid "News"\nmsgstr "Noticias"\n')
    front = catalogue(tmp_path, 'msgid "News"\nmsgstr "Novedades"\n', theme="front")
    words = read_words([front, base], "es")
    assert words.say("Menu") == "Menú"
    assert words.say("News") == "Novedades"


def test_a_country_has_its_own_words_before_those_of_the_language(tmp_path: Path) -> None:
    catalogue(tmp_path, 'msgid "Menu"\nmsgstr "Menú"\nmsgid "News"\nmsgstr "Noticias"\n')
    theme = catalogue(tmp_path, 'msgid "News"\nmsgstr "Nuevas"\n', name="es-MX")
    words = read_words([theme], "es-MX")
    assert (words.say("Menu"), words.say("News")) == ("Menú", "Nuevas")


def test_an_edited_catalogue_is_read_again_and_another_one_is_not(tmp_path: Path) -> None:
    theme = catalogue(tmp_path, 'msgid "Menu"\nmsgstr "Menú"\n')
    first = read_words([theme], "es")
    assert read_words([theme], "es") is first
    catalogue(tmp_path, 'msgid "Menu"\nmsgstr "Opciones"\n')
    assert read_words([theme], "es").say("Menu") == "Opciones"


def test_english_reads_nothing(tmp_path: Path) -> None:
    theme = catalogue(tmp_path, "nonsense", name="en")
    assert read_words([theme], "en") is ENGLISH
    assert read_words([theme], "en-IE").say("Menu") == "Menu"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("nonsense\n", 6, "no line of a catalogue"),
        ('"loose"x\n', 6, "no line of a catalogue"),
        ('msgid "About %(name)s"\nmsgstr "Sobre %(nombre)s"\n', 6, "%(nombre)s"),
        ('msgid "About %(name)s"\nmsgstr "100 % %(name)s"\n', 6, '"%"'),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    theme = catalogue(tmp_path, text)
    with pytest.raises(ChapterhouseError) as told:
        read_words([theme], "es")
    assert f"es.po:{line}: " in str(told.value)
    assert words in str(told.value)


def test_a_wrong_plural_rule_is_told(tmp_path: Path) -> None:
    theme = catalogue(tmp_path, "")
    path = Path(theme) / "translations" / "es.po"
    path.write_text(HEAD.replace("(n != 1)", "n is not 1"), encoding="utf-8")
    with pytest.raises(ChapterhouseError, match="n is not 1"):
        read_words([theme], "es")
    assert read_catalogue(str(path))[0].id == ""


def test_words_without_translation_are_listed(tmp_path: Path) -> None:
    theme = catalogue(tmp_path, 'msgid "Menu"\nmsgstr "Menú"\nmsgid "News"\nmsgstr ""\n')
    (tmp_path / "base" / "translations" / "words.pot").write_text(
        'msgid "Menu"\nmsgstr ""\nmsgid "News"\nmsgstr ""\nmsgid "Data"\nmsgstr ""\n', encoding="utf-8"
    )
    assert read_untranslated([theme], "es") == ["Data", "News"]
    assert read_untranslated([theme], "ar") == ["Data", "Menu", "News"]
    assert read_untranslated([theme], "en-IE") == []
