"""One site from its job to its files: the core of rendering, which knows no Pelican."""

from collections.abc import Callable, Mapping
from functools import cached_property
from html import unescape
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Entry, SiteJob
from chapterhouse.render.body import fill
from chapterhouse.render.content import body_of, read_bodies, read_content
from chapterhouse.render.context import (
    LanguageContext,
    Translation,
    language_contexts,
    page_context,
    translations,
)
from chapterhouse.render.environment import site_environment, template
from chapterhouse.render.feeds import FEED, atom
from chapterhouse.render.items import Item
from chapterhouse.render.listings import listing_items
from chapterhouse.render.pages import Page, moved_pages, site_pages
from chapterhouse.render.site_calendar import CALENDAR, site_calendar
from chapterhouse.render.sitemap import sitemap_files
from chapterhouse.render.writer import Output

BeforePage = Callable[[Page, dict[str, Any]], None]
"""Called with each page and its names, which it may change, before it is rendered."""
AfterPage = Callable[[Page, str, Mapping[str, Any]], None]
"""Called with each page, its path below the output and its names, once it is written."""

_ADDRESSES = (' href="/', ' src="/')
"""How an address on the site's own host begins in a page."""


class Rendering:
    """The rendering of one site under way."""

    def __init__(self, job: SiteJob, output: Output) -> None:
        self.job = job
        self.output = output
        self.content = read_content(job, output)
        self.pages = site_pages(self.content)
        self.links: dict[str, str] = {}
        self._seen: dict[str, set[str]] = {attribute: set() for attribute in _ADDRESSES}
        self._bodies = read_bodies(self.content)
        self._templates: dict[tuple[str, ...], Template] = {}
        self._chrome: dict[str, tuple[str, str]] = {}
        self._filled: dict[str, str] = {}

    @cached_property
    def env(self) -> Environment:
        """The templates of the site."""
        return site_environment(self.job)

    @cached_property
    def languages(self) -> dict[str, LanguageContext]:
        """What the pages of each language share."""
        return language_contexts(self.content)

    @cached_property
    def translations(self) -> dict[str, tuple[Translation, ...]]:
        """The other languages of each page that has any, by route."""
        return translations(self.content, self.pages)

    def write(self, before: BeforePage | None = None, after: AfterPage | None = None) -> None:
        """Write every file of the site."""
        for page in self.pages:
            try:
                self._write_page(page, self.job.site.folder, before, after)
            except Exception as problem:
                problem.add_note(f'while rendering "{page.title}" ({page.source})')
                raise
        for folder, page in moved_pages(self.content, self.pages):
            self._write_page(page, folder)
        self._write_feed()
        if not self.job.is_hub:
            self._write_bytes(CALENDAR, site_calendar(self.content))
        for name, text in sitemap_files(self.job, self.pages).items():
            self._write_text(name, text)

    def body(self, entry: Entry) -> str:
        """Return an entry's body with addresses and record values in it."""
        known = self._filled.get(entry.path)
        if known is not None:
            return known
        text, missing = fill(body_of(entry, self._bodies), entry, self.content.addresses)
        self.output.diagnostics += [_dead_link(entry, target) for target in missing]
        self._filled[entry.path] = text
        return text

    def page_context(self, page: Page) -> dict[str, Any]:
        """Return every name that a page's template gets."""
        context = page_context(self.content, page, self.languages[page.language])
        context["translations"] = self.translations.get(page.route, ())
        if page.entry is not None:
            context["content"] = Markup(self.body(page.entry))
        header, footer = self._chrome_of(page.language)
        own = f'href="{self._own_href(page)}"'
        context["header"] = Markup(header.replace(own, f'{own} aria-current="page"'))
        context["footer"] = Markup(footer)
        return context

    def template(self, *names: str) -> Template:
        """Return the first of some templates that the themes have; looked for once in a site."""
        found = self._templates.get(names)
        if found is None:
            found = self._templates[names] = template(self.env, *names)
        return found

    def _write_page(
        self, page: Page, folder: str, before: BeforePage | None = None, after: AfterPage | None = None
    ) -> None:
        context = self.page_context(page)
        if before is not None:
            before(page, context)
        markup = self.template(*page.templates).render(context)
        path = f"{folder}/{page.file}".lstrip("/")
        if not self.output.write(path, markup.encode("utf-8"), page.source):
            return
        self._note_links(markup, path)
        if after is not None:
            after(page, path, context)

    def _chrome_of(self, language: str) -> tuple[str, str]:
        known = self._chrome.get(language)
        if known is None:
            names = self.languages[language].names
            header, footer = (self.template(f"{name}.html").render(names) for name in ("header", "footer"))
            known = self._chrome[language] = (header, footer)
        return known

    def _own_href(self, page: Page) -> str:
        return page.item.href if page.item else self.job.site.root + page.route

    def _note_links(self, markup: str, path: str) -> None:
        """Remember each address on the site's own host that a page leads to or shows."""
        for attribute in _ADDRESSES:
            found = {piece.partition('"')[0] for piece in markup.split(attribute)[1:]}
            for address in found - self._seen[attribute]:
                self.links.setdefault("/" + address, path)
            self._seen[attribute] |= found

    def _write_feed(self) -> None:
        by_path = {entry.path: entry for entry in self.content.entries}
        news = listing_items("news", [*self.content.items.values(), *self.content.placed])
        main = self.job.languages[0]

        def body(item: Item) -> str:
            return self.body(by_path[item.path]) if item.path in by_path else ""

        self._write_text(FEED, atom(self.job, news, body, main))

    def _write_text(self, name: str, text: str) -> None:
        self._write_bytes(name, text.encode("utf-8"))

    def _write_bytes(self, name: str, content: bytes) -> None:
        path = f"{self.job.site.folder}/{name}".lstrip("/")
        self.output.write(path, content, Location(self.content.record_path))

    def found_links(self) -> tuple[tuple[str, str], ...]:
        """Return each address that pages lead to, with the first page that does, sorted."""
        return tuple(sorted((unescape(address), path) for address, path in self.links.items()))


def _dead_link(entry: Entry, target: str) -> Diagnostic:
    link = next((link for link in entry.links if link.target == target.partition("#")[0]), None)
    return Diagnostic(
        code="dead-link",
        message=f"leads to {target}, which is not published",
        location=entry.place(link.line, link.column) if link else entry.place(),
        hint="mend the link, or take it out",
    )
