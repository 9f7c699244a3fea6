"""Every page that a site has, before anything is rendered: addresses, templates and what they get."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from chapterhouse.catalogues import read_words
from chapterhouse.config import SETTINGS_FILE
from chapterhouse.content_types import content_types
from chapterhouse.diagnostics import Location
from chapterhouse.localised import localised
from chapterhouse.model import Entry
from chapterhouse.render.content import SiteContent
from chapterhouse.render.items import Item, href
from chapterhouse.render.languages import home_route, is_shown_in, languages
from chapterhouse.render.listings import Part, listing, listing_items, newest
from chapterhouse.render.menu import LISTING_DEFAULT_ORDER, LISTING_ORDER, Node
from chapterhouse.render.parts import Listings, below, home_parts, shelf
from chapterhouse.vocabulary import listing_title
from chapterhouse.words import Words


class Page(NamedTuple):
    """One page of a site, ready to be rendered."""

    route: str
    """Its address below the site: `about/`; a route that ends in `.html` is the file itself."""
    templates: tuple[str, ...]
    """The first of these that the themes have."""
    title: str
    language: str
    source: Location
    """Where problems with it are told."""
    summary: str = ""
    entry: Entry | None = None
    item: Item | None = None
    listing_type: str = ""
    robots: str = ""
    lastmod: str = ""
    """The day of the last change as the content tells it, or an empty text."""
    context: Mapping[str, Any] | None = None
    """What its template gets besides what every page has."""

    @property
    def file(self) -> str:
        """The file below the site's folder."""
        return self.route if self.route.endswith(".html") else self.route + "index.html"

    @property
    def is_indexed(self) -> bool:
        """Whether search engines are told of it."""
        return not self.robots


def site_pages(content: SiteContent) -> list[Page]:
    """Return the pages of a site: entries, listings, the home page, computed pages, 404 and redirects."""
    pages: list[Page] = []
    for language in languages(content):
        pages += _language_pages(content, language)
    pages += _hub_pages(content)
    pages.append(_not_found(content))
    pages += redirects(content, pages)
    return pages


def in_language(content: SiteContent, language: str) -> list[Entry]:
    """Return the entries that a language's menu and listings show.

    An entry in a language that the site does not have is shown with the main one.
    """
    return [entry for entry in content.entries if is_shown_in(content, entry.language, language)]


def _language_pages(content: SiteContent, language: str) -> Iterator[Page]:
    entries = in_language(content, language)
    home = home_route(content, language)
    found = listings(content, language, entries)
    found_home = False
    for entry in entries:
        if entry.route == home:
            found_home = True
            yield _home(content, language, found, entry)
        else:
            yield _entry_page(content, entry, language, found)
    if not found_home:
        yield _home(content, language, found)
    for name, items in found.items():
        for part in listing(name, items, home + content_types()[name].FOLDER + "/", content.site):
            yield _listing_page(content, language, name, part)


def _entry_page(content: SiteContent, entry: Entry, language: str, listings: Listings) -> Page:
    """Return the page of an entry; `language` is that of its frame, not always that of its words."""
    parts = getattr(entry.fields, "parts", None)
    item = content.items[entry.path]
    # By position, as an item.
    return Page(
        entry.route,
        (f"{entry.type}.html", "entry.html"),
        item.title,
        language,
        entry.place(),
        item.summary,
        entry,
        item,
        "",
        "",
        lastmod(entry),
        below(parts, shelf(content.job, listings)) if parts else None,
    )


def listings(content: SiteContent, language: str, entries: Iterable[Entry]) -> dict[str, list[Item]]:
    """Return the items of each content type that has a listing page here."""
    shown = _shown(content, language, entries)
    return {
        name: items
        for name, content_type in content_types().items()
        if content_type.LISTING and (items := listing_items(name, shown))
    }


def _shown(content: SiteContent, language: str, entries: Iterable[Entry]) -> list[Item]:
    """Return the items of some entries, and of all that others show here in a language."""
    own = [content.items[entry.path] for entry in entries]
    return own + [item for item in content.placed if is_shown_in(content, item.language, language)]


def _home(content: SiteContent, language: str, listings: Listings, entry: Entry | None = None) -> Page:
    parts = home_parts(entry.fields.parts, entry.parts) if entry else home_parts(None, ())
    item = content.items[entry.path] if entry else None
    record = localised(content.job.record, language)
    return Page(
        route=home_route(content, language),
        templates=("home.html",),
        title=entry.title if entry else record.name,
        language=language,
        source=entry.place() if entry else Location(content.record_path),
        summary=item.summary if item else record.summary or record.mission or "",
        entry=entry,
        item=item,
        context={
            **below(parts, shelf(content.job, listings)),
            **_joining(content, language).get(home_route(content, language), {}),
        },
    )


def _listing_page(content: SiteContent, language: str, name: str, part: Part) -> Page:
    folder = content_types()[name].FOLDER
    title = listing_title(folder, read_words(content.job.themes, language))
    further = _joining(content, language)
    return Page(
        route=part.route,
        templates=(f"{name}_list.html", "entry_list.html"),
        title=title,
        language=language,
        source=Location(f"{content.own_folder}/{folder}"),
        summary=f"{title}: {localised(content.job.record, language).name}",
        listing_type=name,
        lastmod=newest(part.items),
        context={
            "listing": part.items,
            "upcoming": part.upcoming,
            "past": part.past,
            "pagination": part.pagination,
            **further.get(f"{folder}/", {}),
        },
    )


def _joining(content: SiteContent, language: str) -> Mapping[str, Mapping[str, Any]]:
    """Return what hub pages add to the listings of the main language, by route."""
    if language != content.job.languages[0]:
        return {}
    return {page.route: page.context for page in content.job.hub_pages if page.joins_listing}


def _hub_pages(content: SiteContent) -> Iterator[Page]:
    for page in content.job.hub_pages:
        if page.joins_listing:
            continue
        yield Page(
            route=page.route,
            templates=(page.template,),
            title=page.title,
            language=content.job.languages[0],
            source=Location(content.record_path),
            summary=page.summary,
            robots=page.robots,
            context=page.context,
        )


def _not_found(content: SiteContent) -> Page:
    words = read_words(content.job.themes, content.job.languages[0])
    return Page(
        route="404.html",
        templates=("not_found.html",),
        title=words.say("Page not found"),
        summary=words.say("There is no page at this address."),
        language=content.job.languages[0],
        source=Location(content.record_path),
        robots="noindex",
    )


def redirects(content: SiteContent, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield a page for each former address of an entry; it leads to where the entry is now."""
    for page in pages:
        if page.entry is None:
            continue
        for alias in page.entry.fields.aliases:
            place = page.entry.place(page.entry.fields_lines.get("aliases", 1))
            yield redirect(content, _alias_route(alias), page, place)


def redirect(content: SiteContent, route: str, page: Page, source: Location) -> Page:
    """Return a page that only leads to another."""
    return Page(
        route=route,
        templates=("redirect.html",),
        title=page.title,
        language=page.language,
        source=source,
        robots="noindex",
        context={
            "target": content.site.host + href(content.site, page.route),
            "canonical": content.site.host + href(content.site, page.route),
        },
    )


def moved_pages(content: SiteContent, pages: Iterable[Page]) -> Iterator[tuple[str, Page]]:
    """Yield folder and page of each redirect that a former slug of the association needs."""
    aliases = getattr(content.job.record, "aliases", ())
    above, slash, _ = content.site.folder.rpartition("/")
    source = Location(content.record_path)
    indexed = [page for page in pages if page.is_indexed]
    for alias in aliases:
        for page in indexed:
            yield above + slash + alias, redirect(content, page.route, page, source)


def lastmod(entry: Entry) -> str:
    """Return the day of an entry's last change as its front matter tells it, or an empty text."""
    fields = entry.fields
    return str(getattr(fields, "updated", None) or getattr(fields, "date", None) or "")[:10]


def _alias_route(alias: str) -> str:
    route = alias.strip("/")
    return route if route.endswith(".html") else route + "/"


def listing_nodes(content: SiteContent, language: str, words: Words) -> list[Node]:
    """Return the listing pages of a language as nodes of the menu, in the words of the menu."""
    home = home_route(content, language)
    taken = {page.instead_of for page in content.job.hub_pages if page.menu}
    shown = {item.type for item in _shown(content, language, in_language(content, language))}
    folders = [one.FOLDER for name, one in content_types().items() if one.LISTING and name in shown]
    return [
        Node(
            route=f"{home}{folder}/",
            title=listing_title(folder, words),
            order=LISTING_ORDER.get(folder, LISTING_DEFAULT_ORDER),
            parent=None,
            shown=f"{home}{folder}/" not in taken,
        )
        for folder in folders
    ]


SETTINGS_PLACE = Location(SETTINGS_FILE)
"""Where problems of plugins are told: the file that names them."""
