"""The templates of a stack of themes: one Jinja environment for all sites of a worker.

`filters.py` says what templates may use besides Jinja's own filters.
"""

import os
from collections.abc import Iterable, Mapping, MutableMapping
from contextlib import suppress
from typing import Any

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
)

from chapterhouse.catalogues import read_words
from chapterhouse.model import SiteJob
from chapterhouse.render.compiled import FOLDER, Compiled
from chapterhouse.render.filters import filters
from chapterhouse.render.picture_markup import SIZES
from chapterhouse.render.quick_templates import QuickEnvironment, filled
from chapterhouse.words import ENGLISH, Words, is_english

STOCK_TEMPLATES = dict.fromkeys(
    ("article.html", "author.html", "category.html", "page.html", "period_archives.html", "tag.html"), ""
)
"""Templates that Pelican's own generators load whether or not they have something to write."""


_cached: dict[tuple[tuple[str, ...], str], tuple[object, Environment]] = {}
_watches = True


class SiteEnvironment(QuickEnvironment):
    """Jinja's environment, which asks its loader once for what templates extend and include."""

    def __init__(self, words: Words, **options: Any) -> None:
        """Take the words of its language, and Jinja's options."""
        super().__init__(**options)
        self.words = words
        self.plural_form = words.index
        self._found: dict[object, Template] = {}

    def compile(self, *source: Any, **options: Any) -> Any:
        """Compile a template; what puts words in is imported only where that happens."""
        if not self.extensions:
            from chapterhouse.render.translated import Translated

            self.add_extension(Translated)
        return super().compile(*source, **options)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template by its name."""
        found = self._found.get(name) if globals is None else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if globals is None and isinstance(name, str):
                self._found[name] = found
        return found

    def select_template(
        self,
        names: Iterable[str | Template],
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return the first of some templates that there are."""
        names = tuple(names)
        found = self._found.get(names) if globals is None else None
        if found is None:
            found = super().select_template(names, parent, globals)
            if globals is None:
                self._found[names] = found
        return found


def environment(
    themes: tuple[str, ...], cache: str = "", *, beside: bool = True, language: str = ENGLISH.language
) -> Environment:
    """Return the environment of a stack of themes, the more special theme first, in a language.

    It is made once per process, and again when a template or a catalogue changed.
    With `cache`, compiled templates are kept for the next process: beside the templates, or in that folder.
    """
    language = ENGLISH.language if is_english(language) else language
    known = _cached.get((themes, language))
    if known and not _watches:
        return known[1]
    words = read_words(themes, language)
    state = (read_template_state(themes), words)
    if known and known[0] == state:
        return known[1]
    made = _environment(themes, Compiled(cache, beside=beside, words=words) if cache else None, words)
    _cached[themes, language] = (state, made)
    return made


def trust_templates() -> None:
    """Look for edited templates no more: this process ends with the build that it works for."""
    global _watches
    _watches = False


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
                            if entry.name != FOLDER:
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
    return env.select_template(names)


def rendered(found: Template, names: dict[str, Any]) -> str:
    """Return a filled template; `names`, the globals among them, are not copied."""
    try:
        return filled(found, names)
    except Exception:
        # It puts the lines of the template into the traceback.
        found.environment.handle_exception()


def site_environment(job: SiteJob, language: str = ENGLISH.language) -> Environment:
    """Return the environment of a site in a language."""
    return theme_environment(job.themes, job.project, job.pelican, language)


def theme_environment(
    themes: tuple[str, ...], project: str, pelican: Mapping[str, Any], language: str = ENGLISH.language
) -> Environment:
    """Return the environment of a stack of themes, with what `pelican.conf.py` adds to Jinja."""
    own = {name: pelican.get(f"JINJA_{name.upper()}") for name in ("filters", "tests", "globals")}
    # What a project adds may become a part of its compiled templates.
    cache = f"{project}/.chapterhouse/jinja"
    env = environment(themes, cache, beside=not any(own.values()), language=language)
    for name, more in own.items():
        if more:
            getattr(env, name).update(more)
    return env


def compile_templates(env: Environment) -> None:
    """Load every template now, so that forked workers find them compiled."""
    for name in env.list_templates(extensions=["html"]):
        # A template that cannot be read is told when a page needs it.
        with suppress(TemplateError):
            env.get_template(name)


def _environment(themes: tuple[str, ...], compiled: Compiled | None, words: Words) -> Environment:
    folders = [f"{theme}/templates" for theme in themes]
    env = SiteEnvironment(
        words,
        loader=ChoiceLoader(
            [FileSystemLoader(folders), DictLoader({**STOCK_TEMPLATES, "parts/column.html": SIZES})]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
        # Nothing is worked out while a template is compiled: filters may be others when it is used.
        optimized=False,
    )
    env.filters.update(filters(words))
    return env
