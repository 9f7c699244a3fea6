"""Alerts and footnotes speak the language of their page."""

import pytest

from chapterhouse.catalogues import read_words
from chapterhouse.load.markdown import render
from chapterhouse.render.markdown_words import translated
from chapterhouse.words import ENGLISH
from tests.running import CHECKOUT

BASE = (str(CHECKOUT / "themes" / "base"),)
TEXT = "> [!NOTE]\n> x\n\n> [!CAUTION]\n> y\n\nNote[^1]\n\n[^1]: Note\n"


def body() -> str:
    return render(TEXT, path="associations/x/pages/a.md", first_line=1).html


@pytest.mark.parametrize(
    ("language", "titles", "back"),
    [
        ("es", ["Nota", "Precaución"], "Volver a la referencia 1"),
        ("fr", ["Remarque", "Attention"], "Retour à la référence 1"),
        ("de", ["Hinweis", "Vorsicht"], "Zurück zur Stelle 1"),
        ("ga", ["Nóta", "Aire"], "Ar ais go tagairt 1"),
    ],
)
def test_titles_of_alerts_and_the_way_back_are_translated(
    language: str, titles: list[str], back: str
) -> None:
    found = translated(body(), read_words(BASE, language))
    for title in titles:
        assert f'<p class="markdown-alert-title">{title}</p>' in found
    assert f'aria-label="{back}"' in found
    assert "<p>Note<sup" in found


def test_english_stays_as_it_is() -> None:
    assert translated(body(), ENGLISH) == body()
