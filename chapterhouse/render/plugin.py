"""The Pelican plugin: it puts the rendering of a site into a run of the unmodified Pelican.

Everything about the site is in the run's settings, so that one process can render many sites. Without a
site in them (`pelican -s pelican.conf.py`) the plugin makes the hub of the project.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from pelican.plugins import signals
from pelican.writers import Writer

from chapterhouse.render.contents import Contents, make_contents
from chapterhouse.render.pages import Page
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.settings import RENDERING, STOCK

CONTENTS = "CHAPTERHOUSE_CONTENTS"
"""The setting that holds the Pelican objects of the site, where plugins may look at them."""


class SiteGenerator:
    """Writes all files of the site when Pelican asks its generators for their output."""

    def __init__(
        self,
        context: dict[str, Any],
        settings: dict[str, Any],
        path: str,
        theme: str,
        output_path: str,
        **more: Any,
    ) -> None:
        """Keep what Pelican gives; its base class would build a second template environment."""
        self.context = context
        self.settings = settings
        self.path = path
        self.theme = theme
        self.output_path = output_path
        self.rendering: Rendering = settings[RENDERING]

    @property
    def contents(self) -> Contents | None:
        """The Pelican objects of the site, once they are made."""
        return self.settings.get(CONTENTS)

    def generate_output(self, writer: Any) -> None:
        """Write the site."""
        if self.contents is None:
            self.rendering.write()
        else:
            self.rendering.write(self._before, self._after)

    def _before(self, page: Page, context: dict[str, Any]) -> None:
        """Show what plugins put into Pelican's context and objects to the templates."""
        contents = self.contents
        if contents is None:
            return
        made = contents.by_route.get(page.route)
        context["article" if made in contents.articles else "page"] = made
        changed = contents.changed_body(page.route)
        if changed is not None:
            context["content"] = Markup(changed)
        for name, value in self.context.items():
            context.setdefault(name, value)

    def _after(self, page: Page, path: str, context: Mapping[str, Any]) -> None:
        inside = path[len(self.rendering.job.site.folder) :].lstrip("/")
        signals.content_written.send(f"{self.output_path}/{inside}", context={**self.context, **context})


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer, for what other plugins write; the site's own pages do not pass through it."""

    def write_file(self, name: str, template: Any, context: dict[str, Any], *rest: Any, **more: Any) -> None:
        """Write a file of a plugin; what Pelican's generators ask for is written by ours."""
        contents: Contents | None = self.settings.get(CONTENTS)
        content = more.get("article") or more.get("page")
        if contents and any(content is made for made in contents.by_route.values()):
            return
        super().write_file(name, template, context, *rest, **more)


def register() -> None:
    """Connect to Pelican's signals; connecting twice is the same as once."""
    signals.initialized.connect(_begin)
    signals.readers_init.connect(_no_readers)
    signals.generator_init.connect(_share_environment)
    signals.article_generator_pretaxonomy.connect(_fill_articles)
    signals.page_generator_finalized.connect(_fill_pages)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.finalized.connect(_end)


def _begin(pelican: Any) -> None:
    if RENDERING not in pelican.settings:
        from chapterhouse.render.stock import begin

        begin(pelican)


def _end(pelican: Any) -> None:
    if STOCK in pelican.settings:
        from chapterhouse.render.stock import end

        end(pelican)


def _no_readers(readers: Any) -> None:
    # Entries were read before Pelican began; three generators would make nine readers for nothing.
    readers.reader_classes.clear()


def _share_environment(generator: Any) -> None:
    generator.env = generator.settings[RENDERING].env


def _fill_articles(generator: Any) -> None:
    settings = generator.settings
    if len(settings["PLUGINS"]) > 1:
        settings[CONTENTS] = make_contents(settings[RENDERING], settings, generator.context)
        generator.articles = list(settings[CONTENTS].articles)


def _fill_pages(generator: Any) -> None:
    contents: Contents | None = generator.settings.get(CONTENTS)
    if contents is not None:
        generator.pages = list(contents.pages)
        generator._update_context(("pages",))


def _generators(pelican: Any) -> type[SiteGenerator]:
    return SiteGenerator


def _writer(pelican: Any) -> type[SiteWriter]:
    return SiteWriter
