"""One site from its job to its files: the core of rendering, which knows no Pelican."""

from collections.abc import Callable, Mapping
from functools import cached_property
from html import escape
from typing import Any, NamedTuple

from jinja2 import Environment, Template

from chapterhouse.catalogues import read_words
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Entry, SiteJob
from chapterhouse.render.body import fill
from chapterhouse.render.cards import Cards
from chapterhouse.render.content import body_of, read_content
from chapterhouse.render.context import (
    LanguageContext,
    language_contexts,
    page_context,
)
from chapterhouse.render.environment import rendered, site_environment, template
from chapterhouse.render.feeds import absolute, atom, feed_news, feeds
from chapterhouse.render.items import Item
from chapterhouse.render.json_feed import json_feed, json_route
from chapterhouse.render.links import Links
from chapterhouse.render.markdown_words import has_words, translated
from chapterhouse.render.pages import Page, in_language, listings, moved_pages, site_pages
from chapterhouse.render.parts import Shelf, shelf, show
from chapterhouse.render.quick_templates import safe
from chapterhouse.render.site_calendar import site_calendars
from chapterhouse.render.sitemap import sitemap_files
from chapterhouse.render.translations import Translation, alternates, translations
from chapterhouse.render.writer import Output
from chapterhouse.words import is_english

BeforePage = Callable[[Page, dict[str, Any]], None]
"""Called with each page and its names, which it may change, before it is rendered."""
AfterPage = Callable[[Page, str, Mapping[str, Any]], None]
"""Called with each page, its path below the output and its names, once it is written."""


class Frame(NamedTuple):
    """What is rendered once for all pages of a language."""

    names: Mapping[str, Any]
    """Every name that its pages have in common."""
    header: str
    """The header; no link of it is marked as the page in hand yet."""


class Rendering:
    """The rendering of one site under way."""

    def __init__(self, job: SiteJob, output: Output) -> None:
        self.job = job
        self.output = output
        self.content = read_content(job, output)
        self.pages = site_pages(self.content)
        self.links = Links(job)
        place = Location(self.content.record_path)
        self._cards = Cards(job, output, place) if job.social_cards != "off" else None
        self._templates: dict[tuple[str, tuple[str, ...]], Template] = {}
        self._frames: dict[str, Frame] = {}
        self._filled: dict[str, str] = {}
        self._shelves: dict[str, Shelf] = {}
        """What parts may show, by language."""
        self._seen: set[str] = set()
        """The languages whose header and footer were looked at."""

    @cached_property
    def env(self) -> Environment:
        """The templates of the site, in its main language."""
        return site_environment(self.job, self.job.languages[0])

    @cached_property
    def _sizes(self) -> str:
        """How wide the theme's column of text is, where there are pictures to fit into it."""
        if not self.content.addresses.files:
            return ""
        return "".join(rendered(self.template(self.job.languages[0], "parts/column.html"), {})).strip()

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
        self._write_feeds()
        for name, calendar in site_calendars(self.content):
            self._write_bytes(name, calendar)
        for name, text in sitemap_files(self.job, self.pages, self._alternates).items():
            self._write_text(name, text)

    def body(self, entry: Entry) -> str:
        """Return an entry's body with addresses and record values in it."""
        known = self._filled.get(entry.path)
        if known is not None:
            return known
        text, missing = fill(body_of(entry, self.content.bodies), entry, self.content.addresses, self._sizes)
        if missing:
            self.output.diagnostics += [_dead_link(entry, target) for target in missing]
        # To know the words of a language asks the disk for its catalogues.
        if not is_english(entry.language) and has_words(text):
            text = translated(text, read_words(self.job.themes, entry.language))
        if entry.parts:
            text = self._with_parts(text, entry)
        self._filled[entry.path] = text
        return text

    def _with_parts(self, body: str, entry: Entry) -> str:
        """Return a body with its parts filled in."""
        language = entry.language if entry.language in self.languages else self.job.languages[0]

        def has() -> Shelf:
            known = self._shelves.get(language)
            if known is None:
                entries = in_language(self.content, language)
                known = shelf(self.job, listings(self.content, language, entries))
                self._shelves[language] = known
            return known

        def fill(name: str, names: dict[str, Any]) -> str:
            return rendered(self.template(language, name), {**self._frame(language).names, **names})

        return show(body, has, fill)

    def page_context(self, page: Page) -> dict[str, Any]:
        """Return every name that a page's template gets."""
        frame = self._frame(page.language)
        own = f'href="{self._own_href(page)}"'
        names = {
            **frame.names,
            **page_context(self.content, page, self.languages[page.language]),
            "header": safe(frame.header.replace(own, f'{own} aria-current="page"')),
        }
        if self.translations:
            names["translations"] = self.translations.get(page.route, ())
            names["alternates"] = self._alternates(page)
        if self._cards is not None:
            names["social_image"] = self._cards.image(page)
        if page.entry is not None:
            names["content"] = safe(self.body(page.entry))
        return names

    def template(self, language: str, *names: str) -> Template:
        """Return the first of some templates that the themes have, in a language; once in a site."""
        found = self._templates.get((language, names))
        if found is None:
            main = language == self.job.languages[0]
            env = self.env if main else site_environment(self.job, language)
            found = self._templates[language, names] = template(env, *names)
        return found

    def _write_page(
        self, page: Page, folder: str, before: BeforePage | None = None, after: AfterPage | None = None
    ) -> None:
        names = self.page_context(page)
        if before is not None:
            before(page, names)
        text = rendered(self.template(page.language, *page.templates), names)
        path = f"{folder}/{page.file}" if folder else page.file
        if not self.output.write(path, text.encode(), page.source):
            return
        self.links.note(text, self._known_parts(page, names), path, page.source)
        if page.entry is not None:
            self._note_neighbours(page.entry, path)
        if after is not None:
            after(page, path, names)

    def _note_neighbours(self, entry: Entry, path: str) -> None:
        """Remember where a body's links to entries of other folders lead."""
        addresses = self.job.addresses
        for link in entry.links if addresses else ():
            if link.is_entry and link.target in addresses:
                self.links.add(escape(addresses[link.target]), path, entry.place(link.line, link.column))

    def _known_parts(self, page: Page, names: Mapping[str, Any]) -> list[str]:
        """Return the long parts of a page whose addresses are known without looking for them, in order."""
        seen = page.language in self._seen
        self._seen.add(page.language)
        parts = [names["head"], names["header"]] if seen else []
        entry = page.entry
        # Load lets no address of the site itself into a body; only a record value might be one.
        if (
            entry is not None
            and not entry.values
            and not entry.parts
            and names["content"] == self._filled[entry.path]
        ):
            parts.append(names["content"])
        return [*parts, names["footer"]] if seen else parts

    def _own_href(self, page: Page) -> str:
        return page.item.href if page.item else self.job.site.root + page.route

    def _frame(self, language: str) -> "Frame":
        """Return what is rendered once for all pages of a language."""
        known = self._frames.get(language)
        if known is None:
            names = {**self.env.globals, **self.languages[language].names}
            header, footer, head = (
                rendered(self.template(language, name), names)
                for name in ("header.html", "footer.html", "head.html")
            )
            names |= {"footer": safe(footer), "head": safe(head)}
            known = self._frames[language] = Frame(names=names, header=header)
        return known

    def follow_links(self, output: Output) -> tuple[tuple[str, str], ...]:
        """Tell the complete output which of its addresses lead nowhere, and return those outside the site."""
        output.diagnostics += self.links.dead(output.files)
        return self.links.outside()

    def _alternates(self, page: Page) -> tuple[tuple[str, str], ...]:
        """Return language and address of every version of a page, or none."""
        return alternates(self.content, self.translations, page) if self.translations else ()

    def _write_feeds(self) -> None:
        by_path = {entry.path: entry for entry in self.content.entries}
        bodies: dict[str, str] = {}

        def body(item: Item) -> str:
            path = item.path
            if path not in bodies:
                own = by_path.get(path)
                bodies[path] = absolute(self.body(own), self.job.site.host) if own else ""
            return bodies[path]

        for route, language in feeds(self.content).items():
            news = feed_news(self.content, language)
            self._write_text(route, atom(self.job, news, body, language, route))
            self._write_text(json_route(route), json_feed(self.job, news, body, language, route))

    def _write_text(self, name: str, text: str) -> None:
        self._write_bytes(name, text.encode("utf-8"))

    def _write_bytes(self, name: str, content: bytes) -> None:
        path = f"{self.job.site.folder}/{name}".lstrip("/")
        self.output.write(path, content, Location(self.content.record_path))


def _dead_link(entry: Entry, target: str) -> Diagnostic:
    link = next((link for link in entry.links if link.target == target.partition("#")[0]), None)
    return Diagnostic(
        code="dead-link",
        message=f"leads to {target}, which is not published",
        location=entry.place(link.line, link.column) if link and link.line else entry.place(),
        hint="mend the link, or take it out",
    )
