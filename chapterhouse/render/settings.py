"""The settings of one Pelican run: the project's own, and those without which a site would not be ours."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment
from jinja2.ext import Extension

from chapterhouse.model import SiteJob
from chapterhouse.render.rendering import Rendering

RENDERING = "CHAPTERHOUSE_RENDERING"
"""The setting that holds the rendering under way; the plugin finds everything about the site in it."""
STOCK = "CHAPTERHOUSE_STOCK"
"""The setting that tells that nobody but Pelican itself began this run."""

FIXED: Mapping[str, Any] = {
    # Pelican's own generators run, as in every run of Pelican, and find nothing to read or to write.
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "OUTPUT_SOURCES": False,
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "DELETE_OUTPUT_DIRECTORY": False,
    "RELATIVE_URLS": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "SLUGIFY_SOURCE": "basename",
    "ARTICLE_ORDER_BY": "reversed-date",
    # The same on every machine; with plain C, Python would read and write files as ASCII from then on.
    "LOCALE": ["C.UTF-8", "en_US.UTF-8", "C"],
}
"""Settings that `pelican.conf.py` cannot change."""


class NoTemplates(Extension):
    """Takes the templates from Pelican's environments: each generator lists them all, and then uses ours."""

    def __init__(self, environment: Environment) -> None:
        """Leave the environment a loader that has nothing."""
        super().__init__(environment)
        environment.loader = DictLoader({})


_read: tuple[Mapping[str, Any], dict[str, Any]] | None = None


def run_settings(rendering: Rendering, plugins: list[Any], output_path: str) -> dict[str, Any]:
    """Return the settings of one site's run."""
    job = rendering.job
    base = _base(job)
    # What a plugin changes in a list or dictionary must not reach the next site.
    settings = copy.deepcopy(base) if len(plugins) > 1 else dict(base)
    settings |= site_settings(rendering)
    settings |= {"OUTPUT_PATH": output_path, "PLUGINS": plugins}
    if len(plugins) > 1:
        settings["THEME"] = job.themes[-1]
    else:
        settings["JINJA_ENVIRONMENT"] = {"extensions": [NoTemplates]}
    return settings


def site_settings(rendering: Rendering) -> dict[str, Any]:
    """Return the settings that differ from site to site."""
    job = rendering.job
    return {
        "SITEURL": job.site.url.rstrip("/"),
        "FEED_DOMAIN": job.site.url.rstrip("/"),
        "SITENAME": job.record.name,
        "SITESUBTITLE": job.record.summary or "",
        "DEFAULT_LANG": job.languages[0].lower(),
        "TIMEZONE": job.time_zone,
        RENDERING: rendering,
    }


def _base(job: SiteJob) -> dict[str, Any]:
    """Return what all sites of a network have in common; Pelican reads and checks it once in a process."""
    from pelican.settings import read_settings

    global _read
    key = {
        **{name: value for name, value in job.pelican.items() if name != "PLUGINS"},
        **FIXED,
        "PATH": job.project,
        # A folder without templates: Pelican's generators list those of the theme, twice each, to no end.
        "THEME": str(Path(__file__).parent),
        "TIMEZONE": "UTC",
        "SITEURL": "",
        "FEED_DOMAIN": "",
    }
    if _read is None or _read[0] != key:
        _read = (key, read_settings(override=copy.deepcopy(key)))
    return _read[1]
