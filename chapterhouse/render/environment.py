"""The templates of a stack of themes: one Jinja environment for all sites of a worker.

What templates may use besides Jinja's own filters:
`format_date(style)` a day in words; `format_time(zone=true)` a time of the day; `format_when` an event's
occurrence as one phrase; `iso` for `<time datetime>`; `listed` words joined as `a, b and c`; `count("site")`
a number with its noun; `plain` the words of some HTML; `shorten(80)`; `label(terms)` the label of a value of
a vocabulary; `language_name` what a language calls itself; `region_name` the name of an ISO 3166 code. Dates
are in the language of the page.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from chapterhouse import places, text
from chapterhouse.model import SiteJob
from chapterhouse.occurrences import Occurrence
from chapterhouse.render import dates

STOCK_TEMPLATES = dict.fromkeys(
    ("article.html", "author.html", "category.html", "page.html", "period_archives.html", "tag.html"), ""
)
"""Templates that Pelican's own generators load whether or not they have something to write."""

_cached: dict[tuple[str, ...], tuple[object, Environment]] = {}


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder; that somebody deletes it, or that the disk is full, fails no page."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find a compiled template."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def environment(themes: tuple[str, ...], cache: str = "") -> Environment:
    """Return the environment of a stack of themes, the more special theme first.

    It is made once per process, and again when a template changed. Compiled templates are kept in the folder
    `cache` for the next process.
    """
    state = read_template_state(themes)
    known = _cached.get(themes)
    if known and known[0] == state:
        return known[1]
    made = _environment(themes, cache)
    _cached[themes] = (state, made)
    return made


def read_template_state(themes: Iterable[str]) -> tuple[tuple[str | int, ...], ...]:
    """Return name, times, inode and size of every template: what tells that one was edited."""
    found: list[tuple[str | int, ...]] = []
    for theme in themes:
        folders = [f"{theme}/templates"]
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        if entry.is_dir():
                            folders.append(entry.path)
                        else:
                            facts = entry.stat()
                            found.append(
                                (
                                    entry.path,
                                    facts.st_mtime_ns,
                                    facts.st_ctime_ns,
                                    facts.st_ino,
                                    facts.st_size,
                                )
                            )
            except FileNotFoundError:
                continue
    return tuple(sorted(found))


def template(env: Environment, *names: str) -> Template:
    """Return the first of some templates that the themes have."""
    return env.select_template(list(names))


def site_environment(job: SiteJob) -> Environment:
    """Return the environment of a site, with the filters, tests and globals of `pelican.conf.py`."""
    env = environment(job.themes, f"{job.project}/.chapterhouse/jinja")
    for name in ("filters", "tests", "globals"):
        getattr(env, name).update(job.pelican.get(f"JINJA_{name.upper()}", {}))
    return env


def compile_templates(env: Environment) -> None:
    """Load every template now, so that forked workers find them compiled."""
    for name in env.list_templates(extensions=["html"]):
        # A template that cannot be read is told when a page needs it.
        with suppress(TemplateError):
            env.get_template(name)


def _environment(themes: tuple[str, ...], cache: str) -> Environment:
    folders = [f"{theme}/templates" for theme in themes]
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(folders), DictLoader(STOCK_TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(cache, "%s.jinja") if cache else None,
    )
    env.filters.update(FILTERS)
    return env


@pass_context
def _format_date(context: Context, value: Any, style: str = "long") -> str:
    return dates.format_date(value, context["language"], style)


@pass_context
def _format_time(context: Context, value: Any, zone: bool = False) -> str:
    return dates.format_time(value, context["language"], zone)


@pass_context
def _format_when(context: Context, value: Occurrence) -> str:
    return dates.format_when(value, context["language"])


def _label(value: str, terms: Mapping[str, Any]) -> str:
    return str(terms[value].label) if value in terms else value


def _shorten(words: str, limit: int = 160) -> str:
    return text.shorten(words, limit)


FILTERS: Mapping[str, Any] = {
    "count": text.count,
    "format_date": _format_date,
    "format_time": _format_time,
    "format_when": _format_when,
    "iso": dates.iso,
    "label": _label,
    "language_name": dates.language_name,
    "listed": text.listed,
    "plain": text.plain,
    "region_name": places.name,
    "shorten": _shorten,
}
"""The filters of Chapterhouse by name."""
