"""Words in templates are put in while they are compiled."""

import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from chapterhouse.render.environment import environment
from tests.running import chapterhouse
from tests.running import environment as environment_of
from tests.test_catalogues import catalogue

GERMAN = """\
msgid "Menu"
msgstr "Menü"
msgid "About %(name)s <b>&</b>"
msgstr "<b>&</b> %(name)s: 100 %% Auskunft"
msgid "%(count)s member of %(name)s"
msgid_plural "%(count)s members of %(name)s"
msgstr[0] "%(name)s: ein Mitglied"
msgstr[1] "%(name)s: %(count)s Mitglieder"
msgid "100% sure"
msgstr "zu 100% sicher"
"""
PAGE = (
    '<p title="{{ _("Menu") }}">{{ _("Menu") | upper }} {{ "a" if 0 else _("Other") }}</p>'
    "{% trans name=title %}About {{ name }} <b>&</b>{% endtrans %}|"
    "{% trans %}100% sure{% endtrans %}|"
    "{% trans count=total, name=title %}{{ count }} member of {{ name }}{% pluralize %}"
    "{{ count }} members of {{ name }}{% endtrans %}"
)


@pytest.fixture
def theme(tmp_path: Path) -> str:
    """A theme with one template and a German catalogue."""
    found = catalogue(tmp_path, GERMAN, name="de")
    (tmp_path / "base" / "templates").mkdir()
    (tmp_path / "base" / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    return found


@pytest.mark.parametrize(
    ("language", "total", "markup"),
    [
        ("en", 1, '<p title="Menu">MENU Other</p>About A&amp;B <b>&</b>|100% sure|1 member of A&amp;B'),
        (
            "en",
            1200,
            '<p title="Menu">MENU Other</p>About A&amp;B <b>&</b>|100% sure|1,200 members of A&amp;B',
        ),
        (
            "de",
            1,
            '<p title="Menü">MENÜ Other</p><b>&</b> A&amp;B: 100 % Auskunft|zu 100% sicher|'
            "A&amp;B: ein Mitglied",
        ),
        (
            "de",
            1200,
            '<p title="Menü">MENÜ Other</p><b>&</b> A&amp;B: 100 % Auskunft|zu 100% sicher|'
            "A&amp;B: 1.200 Mitglieder",
        ),
    ],
)
def test_words_values_and_plural_forms(theme: str, language: str, total: int, markup: str) -> None:
    page = environment((theme,), language=language).get_template("page.html")
    assert page.render(title="A&B", total=total, language=language) == markup


def test_each_language_keeps_its_own_compiled_templates(theme: str, tmp_path: Path) -> None:
    for language in ("en", "de"):
        environment((theme,), str(tmp_path / "cache"), language=language).get_template("page.html")
    kept = sorted(path.name for path in Path(theme).rglob("*.jinja-*"))
    assert [name.split(".cpython")[0] for name in kept] == ["page.html", "page.html.de"]


def test_an_edited_catalogue_changes_the_pages(theme: str, tmp_path: Path) -> None:
    def render() -> str:
        page = environment((theme,), str(tmp_path / "cache"), language="de").get_template("page.html")
        return page.render(title="x", total=2, language="de")

    assert "MENÜ" in render()
    catalogue(tmp_path, GERMAN.replace("Menü", "Inhalt"), name="de")
    assert "INHALT" in render()


def test_a_wrong_use_is_told_with_its_line(theme: str) -> None:
    path = Path(theme) / "templates" / "wrong.html"
    path.write_text("\n{{ _(title) }}", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError) as told:
        environment((theme,)).get_template("wrong.html")
    assert told.value.lineno == 2


def test_a_network_in_english_reads_no_catalogue_and_imports_no_babel(tmp_path: Path) -> None:
    project = tmp_path / "network"
    assert chapterhouse(tmp_path, "init", str(project)).code == 0
    program = (
        "import sys\nfrom chapterhouse import catalogues\n"
        "catalogues.read_catalogue = lambda path: sys.exit(f'it read {path}')\n"
        "from chapterhouse.cli import main\ncode = main(['build', '--jobs', '1', '--clean'])\n"
        "print('@', code, sorted({name.partition('.')[0] for name in sys.modules} & {'babel'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        env=environment_of(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.rpartition("@")[2].strip() == "0 []"
