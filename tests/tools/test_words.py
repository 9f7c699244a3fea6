"""Messages are found in templates and in Python, and catalogues keep what is translated."""

from pathlib import Path

import pytest

from chapterhouse.catalogues import Message, read_catalogue
from tools import words

TEMPLATE = """\
{# translators: the button of the menu #}
<p>{{ _("Menu") }} {% trans name=title %}About {{ name }}{% endtrans %}</p>
{% trans count=total %}{{ count }} day{% pluralize %}{{ count }} days{% endtrans %}
"""
CODE = """\
title = words.say("Every %(days)s", days=days)
kinds = {"day": phrase("Every day")}
number = words.count("%(count)s site", "%(count)s sites", total) + "abc".count("a") + count(3, "error")
"""


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[words.Found]:
    """The messages of a theme and of some code."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "pages.py").write_text(CODE, encoding="utf-8")
    monkeypatch.setattr(words, "PROJECT", tmp_path)
    return words.messages(tmp_path, [tmp_path / "code"])


def test_messages_of_templates_and_code_are_found(found: list[words.Found]) -> None:
    assert [(one.id, one.plural) for one in found] == [
        ("%(count)s day", "%(count)s days"),
        ("%(count)s site", "%(count)s sites"),
        ("About %(name)s", ""),
        ("Every %(days)s", ""),
        ("Every day", ""),
        ("Menu", ""),
    ]
    assert found[-1].remarks == ["the button of the menu"]
    assert found[-1].places == {"templates/page.html"}


def test_a_catalogue_keeps_its_translations(found: list[words.Found], tmp_path: Path) -> None:
    known = [Message(id="Menu", forms=["Menú"]), Message(id="Gone", forms=["Ido"])]
    path = tmp_path / "es.po"
    path.write_text(words.catalogue(found, known, "es", "n != 1"), encoding="utf-8")
    read = {one.id: one for one in read_catalogue(str(path))}
    assert read["Menu"].forms == ["Menú"]
    assert "Gone" not in read
    assert read["%(count)s day"].forms == ["", ""]
    assert not read["Every day"].is_translated
