"""Third-party Pelican plugins run for every site."""

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chapterhouse.frozen import replace
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render.site import render_site
from tests.builders import entry
from tests.render.jobs import job, read

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def news_site(root: Path, slug: str, *titles: str, **pelican: object) -> SiteJob:
    entries = [
        (
            entry(
                f"associations/{slug}/news/{title}.md", type_="news", title=title, date=f"2026-03-{day:02}"
            ),
            f"<p>{title}</p>",
        )
        for day, title in enumerate(titles, start=1)
    ]
    entries.append((entry(f"associations/{slug}/pages/about.md", title="About"), "<p>About</p>"))
    return job(root, entries, slug=slug, pelican=pelican)


def errors(summary: SiteSummary) -> list[str]:
    return [f"{d.code}: {d.message}" for d in summary.diagnostics]


def a_plugin(root: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    (root / "plugins").mkdir(exist_ok=True)
    (root / "plugins" / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(str(root / "plugins"))
    sys.modules.pop(name, None)


def test_neighbors_links_the_news_of_each_site(tmp_path: Path) -> None:
    for slug in ("north", "south"):
        summary = render_site(news_site(tmp_path, slug, f"{slug}1", f"{slug}2", PLUGINS=["neighbors"]))
        assert errors(summary) == []
        assert f'<p class="newer">{slug}2</p>' in read(tmp_path, f"{slug}/news/{slug}1/index.html")
        assert 'class="newer"' not in read(tmp_path, f"{slug}/news/{slug}2/index.html")


def test_sitemap_writes_one_of_each_sites_own_pages(tmp_path: Path) -> None:
    for slug in ("north", "south"):
        summary = render_site(news_site(tmp_path, slug, "first", "second", PLUGINS=["sitemap"]))
        assert errors(summary) == []
        assert f"{slug}/sitemap.xml" in [file.path for file in summary.files]
        tree = ElementTree.fromstring(read(tmp_path, f"{slug}/sitemap.xml"))
        assert sorted(loc.text or "" for loc in tree.iter(f"{NAMESPACE}loc")) == [
            f"https://example.org/{slug}/",
            f"https://example.org/{slug}/about/",
            f"https://example.org/{slug}/news/",
            f"https://example.org/{slug}/news/first/",
            f"https://example.org/{slug}/news/second/",
        ]


def test_plugins_give_the_same_bytes_again(tmp_path: Path) -> None:
    given = news_site(tmp_path, "north", "first", PLUGINS=["sitemap", "neighbors"])
    assert render_site(given) == render_site(given)


def test_a_site_without_plugins_has_the_same_pages_as_one_with(tmp_path: Path) -> None:
    plain = render_site(news_site(tmp_path, "north", "first"))
    with_plugins = render_site(news_site(tmp_path, "north", "first", PLUGINS=["neighbors"]))
    assert plain.files == with_plugins.files


def test_plugins_of_one_network_do_not_stay_for_the_next(tmp_path: Path) -> None:
    render_site(news_site(tmp_path, "north", "first", PLUGINS=["sitemap"]))
    summary = render_site(news_site(tmp_path, "south", "first"))
    assert "<lastmod>2026-03-01</lastmod>" in read(tmp_path, "south/sitemap.xml")
    assert errors(summary) == []


def test_a_plugin_that_cannot_register_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_plugin(tmp_path, monkeypatch, "broken_one", "def register():\n    raise ValueError('no key')\n")
    (found,) = errors(render_site(news_site(tmp_path, "north", PLUGINS=["broken_one"])))
    assert found == "pelican-error: Cannot register plugin `broken_one` (ValueError: no key)"


def test_a_plugin_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    (found,) = errors(render_site(news_site(tmp_path, "north", PLUGINS=["no_such_plugin"])))
    assert "no_such_plugin" in found


def test_a_plugin_that_fails_is_told_and_leaves_nothing_for_the_next_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_plugin(
        tmp_path,
        monkeypatch,
        "fails_on_north",
        "from pelican import signals\n"
        "seen = []\n"
        "def look(path, context):\n"
        "    seen.append(context['site'].label)\n"
        "    if seen[-1] == 'North Club' and context['title'] == 'About':\n"
        "        raise RuntimeError('cannot')\n"
        "    assert len(set(seen)) == 1\n"
        "def register():\n    signals.content_written.connect(look)\n",
    )
    (found,) = render_site(news_site(tmp_path, "north", PLUGINS=["fails_on_north"])).diagnostics
    assert (found.code, found.site) == ("plugin-failed", "north")
    assert "fails_on_north.py, line 6" in found.message
    assert "About" in found.hint
    from chapterhouse.record import Record

    south = replace(
        news_site(tmp_path, "south", PLUGINS=["fails_on_north"]), record=Record(name="South Club")
    )
    assert errors(render_site(south)) == []


def test_a_plugin_may_change_the_written_file_and_leave_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_plugin(
        tmp_path,
        monkeypatch,
        "shouts",
        "from pathlib import Path\n"
        "from pelican import signals\n"
        "def shout(path, context):\n"
        "    file = Path(path)\n"
        "    file.write_text(file.read_text().replace('About', 'ABOUT'))\n"
        "def leave(pelican):\n"
        "    Path(pelican.output_path, 'humans.txt').write_text(pelican.settings['SITENAME'])\n"
        "def register():\n"
        "    signals.content_written.connect(shout)\n"
        "    signals.finalized.connect(leave)\n",
    )
    summary = render_site(news_site(tmp_path, "north", PLUGINS=["shouts"]))
    assert errors(summary) == []
    assert "<h1>ABOUT</h1>" in read(tmp_path, "north/about/index.html")
    assert read(tmp_path, "north/humans.txt") == "North Club"
    assert "north/humans.txt" in [file.path for file in summary.files]


def test_a_plugin_may_change_a_body_and_write_a_page_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_plugin(
        tmp_path,
        monkeypatch,
        "adds",
        "from pelican import signals\n"
        "def change(content):\n"
        "    if content._content:\n"
        "        content._content += '<p>added</p>'\n"
        "class Extra:\n"
        "    def __init__(self, context, **more):\n"
        "        self.context = context\n"
        "    def generate_output(self, writer):\n"
        "        from jinja2 import Template\n"
        "        titles = Template('{% for a in articles %}{{ a.title }} {{ a.url }};{% endfor %}')\n"
        "        writer.write_file('extra.html', titles, self.context)\n"
        "def generators(pelican):\n"
        "    return Extra\n"
        "def register():\n"
        "    signals.content_object_init.connect(change)\n"
        "    signals.get_generators.connect(generators)\n",
    )
    assert errors(render_site(news_site(tmp_path, "north", "first", PLUGINS=["adds"]))) == []
    assert "<p>About</p><p>added</p>" in read(tmp_path, "north/about/index.html")
    assert read(tmp_path, "north/extra.html") == "first news/first/;"


def test_warnings_of_a_plugin_are_told_for_each_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_plugin(
        tmp_path,
        monkeypatch,
        "warns",
        "import logging\nfrom pelican import signals\n"
        "def warn(pelican):\n    logging.getLogger('warns').warning('a key is missing')\n"
        "def register():\n    signals.finalized.connect(warn)\n",
    )
    for slug in ("north", "south"):
        summary = render_site(news_site(tmp_path, slug, PLUGINS=["warns"]))
        (found,) = summary.diagnostics
        assert (found.code, found.message, found.site) == ("pelican-warning", "a key is missing", slug)
        assert not found.is_error


def test_filters_of_the_settings_file_reach_templates(tmp_path: Path) -> None:
    theme = tmp_path / "themes" / "own" / "templates"
    theme.mkdir(parents=True)
    (theme / "home.html").write_text("{{ title | shout }} {{ motto }}")
    given = news_site(
        tmp_path, "north", JINJA_FILTERS={"shout": str.upper}, JINJA_GLOBALS={"motto": "Look up"}
    )
    render_site(replace(given, themes=(str(theme.parent), *given.themes)))
    assert read(tmp_path, "north/index.html") == "NORTH CLUB Look up"
