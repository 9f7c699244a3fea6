"""The settings of one Pelican run."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from chapterhouse.render import plugin
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.settings import FIXED, RENDERING, NoTemplates, run_settings, site_settings
from chapterhouse.render.writer import Output
from tests.render.jobs import job


def rendering(root: Path, **more: Any) -> Rendering:
    given = job(root, **more)
    return Rendering(given, Output(given.stage, {}))


def test_a_run_has_the_projects_settings_and_those_of_the_site(tmp_path: Path) -> None:
    made = rendering(tmp_path, pelican={"OWN_SETTING": 1, "ARTICLE_PATHS": ["blog"]})
    found = run_settings(made, [plugin], "out")
    assert found["OWN_SETTING"] == 1
    assert {name: found[name] for name in ("SITENAME", "SITEURL", "TIMEZONE", "DEFAULT_LANG")} == {
        "SITENAME": "North Club",
        "SITEURL": "https://example.org/north",
        "TIMEZONE": "America/Chicago",
        "DEFAULT_LANG": "en",
    }
    assert found[RENDERING] is made
    assert found["ARTICLE_PATHS"] == FIXED["ARTICLE_PATHS"] == []


def test_what_a_plugin_changes_does_not_reach_the_next_site(tmp_path: Path) -> None:
    more = {"pelican": {"LIST": [1]}}
    first = run_settings(rendering(tmp_path, **more), [plugin, "other"], "out")
    first["LIST"].append(2)
    assert run_settings(rendering(tmp_path, **more), [plugin, "other"], "out")["LIST"] == [1]


def test_only_plugins_get_the_templates_of_the_theme(tmp_path: Path) -> None:
    made = rendering(tmp_path)
    assert run_settings(made, [plugin, "other"], "out")["THEME"] == made.job.themes[-1]
    assert run_settings(made, [plugin], "out")["THEME"] != made.job.themes[-1]


def test_an_environment_that_nobody_uses_lists_no_templates(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("")
    options: dict[str, Any] = {"loader": FileSystemLoader(tmp_path)}
    assert Environment(**options).list_templates() == ["a.html"]
    assert Environment(**options, extensions=[NoTemplates]).list_templates() == []


def test_the_site_names_itself(tmp_path: Path) -> None:
    assert site_settings(rendering(tmp_path, slug=""))["SITENAME"] == "Astronomy Network"
