"""What templates get: the names of docs/architecture.md, first those of the site, then those of a page."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from markupsafe import Markup

from chapterhouse.announcements import announcement
from chapterhouse.brand import palette
from chapterhouse.catalogues import read_words
from chapterhouse.localised import localised, localised_facts
from chapterhouse.model import SiteJob
from chapterhouse.record import Record
from chapterhouse.render import json_ld
from chapterhouse.render.content import SiteContent
from chapterhouse.render.feeds import feed_route
from chapterhouse.render.items import Image, Item, beside, href, url
from chapterhouse.render.json_text import encode, joined
from chapterhouse.render.languages import home_route, languages
from chapterhouse.render.menu import Crumb, Node, breadcrumbs, hub_page_nodes, menu, page_nodes
from chapterhouse.render.pages import Page, in_language, listing_nodes
from chapterhouse.render.quick_templates import safe
from chapterhouse.render.site_calendar import events_feed, has_events
from chapterhouse.render.translations import borrowed, title_in
from chapterhouse.vocabulary import member_words
from chapterhouse.words import Words


class SiteView(NamedTuple):
    """The site as templates see it."""

    name: str
    label: str
    url: str
    root: str
    language: str
    """The language of the page in hand."""
    languages: tuple[str, ...]
    is_hub: bool
    home: str
    """The home page in the language of the page in hand."""
    logo: Image | None
    feed: str | None
    events_feed: str | None
    associations: str
    hub_page: str
    search: str | None
    """The page that searches; where it gets `association` with the site's slug, in this site alone."""
    slug: str


class LanguageContext(NamedTuple):
    """What all pages of one language of a site share."""

    names: Mapping[str, Any]
    nodes: Mapping[str, Node]
    home: Crumb
    ways: dict[str | None, tuple[Crumb, ...]]
    """The steps to each page that has pages below it, as they are asked for."""


NOTHING: Mapping[str, Any] = {
    "title": "",
    "summary": "",
    "canonical": "",
    "breadcrumbs": (),
    "robots": "",
    "entry": None,
    "article": None,
    "page": None,
    "content": Markup(""),
    "listing": (),
    "listing_type": "",
    "upcoming": (),
    "past": (),
    "latest_news": (),
    "parts": (),
    "resource_groups": (),
    "people_groups": (),
    "pagination": None,
    "translations": (),
    "alternates": (),
    "json_ld": Markup(""),
    "social_image": None,
    "edit_url": None,
    "target": "",
    "data_template": "",
    "head": Markup(""),
    "header": Markup(""),
    "footer": Markup(""),
}
"""The names of a page, each saying nothing: a template may ask for any of them."""


def language_contexts(content: SiteContent) -> dict[str, LanguageContext]:
    """Return what the pages of each language share."""
    return {language: _language_context(content, language) for language in languages(content)}


def page_context(content: SiteContent, page: Page, shared: LanguageContext) -> dict[str, Any]:
    """Return the names of one page, its body and what its language shares left out."""
    crumbs = _crumbs(content, page, shared)
    item = page.item
    names = {
        "title": page.title,
        "summary": page.summary,
        "canonical": "" if page.robots else item.url if item else url(content.site, page.route),
        "breadcrumbs": crumbs,
        "robots": page.robots,
        "entry": item,
        "listing_type": page.listing_type,
        "edit_url": _edit_url(content, page),
        "data_template": page.templates[0].removesuffix(".html"),
        "json_ld": safe(_structured_data(content, page, crumbs)),
    }
    return {**names, **page.context} if page.context else names


def _language_context(content: SiteContent, language: str) -> LanguageContext:
    job = content.job
    site = content.site
    home = home_route(content, language)
    words = read_words(job.themes, language)
    record = localised(job.record, language)
    facts = localised_facts(job.network, language)
    member, members = member_words(facts.record, words)
    nodes = _nodes(content, language, words)
    shown = nodes
    if language != job.languages[0]:
        main = _nodes(content, job.languages[0], words)
        say = title_in(words, member, members)
        shown = nodes + borrowed(nodes, main, home, job.languages[0], say)
    home_entry = next((e for e in content.entries if e.route == home), None)
    names = {
        **NOTHING,
        "site": _site_view(content, language, href(site, home)),
        "association": record if isinstance(record, Record) else None,
        "network": facts,
        "member": member,
        "members": members,
        "language": language,
        "menu": menu(shown, site),
        "assets": job.assets,
        "brand": _palette(job.record.brand.color),
        "announcement": announcement(job.record, job.today),
    }
    title = home_entry.fields.menu_title if home_entry else None
    return LanguageContext(
        names=names,
        nodes={node.route: node for node in nodes},
        home=Crumb(title=title or record.label, href=href(site, home)),
        ways={},
    )


def _nodes(content: SiteContent, language: str, words: Words) -> list[Node]:
    """Return everything of one language that has a place in the menu."""
    job = content.job
    home = home_route(content, language)
    nodes = page_nodes((e for e in in_language(content, language) if e.type == "page"), home)
    # A page at the address of a listing is a mistake that the writer reports; here the page is enough.
    taken = {node.route for node in nodes}
    nodes += [node for node in listing_nodes(content, language, words) if node.route not in taken]
    if job.is_hub and language == job.languages[0]:
        nodes += hub_page_nodes(job.hub_pages)
    return nodes


def _site_view(content: SiteContent, language: str, home: str) -> SiteView:
    job = content.job
    record = localised(job.record, language)
    return SiteView(
        name=record.name,
        label=record.label,
        url=job.site.url,
        root=job.site.root,
        language=language,
        languages=languages(content),
        is_hub=job.is_hub,
        home=home,
        logo=_logo(content),
        feed=href(job.site, feed_route(content, language)),
        events_feed=href(job.site, events_feed(content, language)) if has_events(content) else None,
        associations=job.associations_href,
        hub_page=job.hub_page_href,
        search=job.search_href or None,
        slug=job.site.slug,
    )


def _logo(content: SiteContent) -> Image | None:
    brand = content.job.record.brand
    if not brand.logo:
        return None
    found = content.addresses.files.get(beside(content.record_path, brand.logo))
    if found is None:
        return None
    return found._replace(alt=brand.logo_alt or "")


def _crumbs(content: SiteContent, page: Page, shared: LanguageContext) -> tuple[Crumb, ...]:
    if page.robots or page.route == home_route(content, page.language):
        return ()
    return breadcrumbs(page.route, page.title, shared.nodes, content.site, shared.home, shared.ways)


def _edit_url(content: SiteContent, page: Page) -> str | None:
    repository = content.job.network.record.repository
    if not repository or page.entry is None:
        return None
    return f"{repository.rstrip('/')}/{page.entry.path}"


def _structured_data(content: SiteContent, page: Page, crumbs: tuple[Crumb, ...]) -> str:
    if page.robots:
        return ""
    job = content.job
    found: list[str] = []
    if not crumbs and page.language == job.languages[0]:
        found.append(encode(json_ld.organisation(job.record, job.site, job.network)))
        if job.is_hub:
            found.append(encode(json_ld.website(job.network, job.site)))
    elif page.item and page.item.type in ("news", "event"):
        found.append(encode(_entry_data(job, page.item)))
    if crumbs:
        found.append(json_ld.encoded_breadcrumbs(crumbs, job.site))
    return joined(found)


def _entry_data(job: SiteJob, item: Item) -> json_ld.Thing:
    publisher = json_ld.reference(job.record.name, job.site.url)
    image = job.site.host + item.image.href if item.image else ""
    if item.type == "event":
        return json_ld.event(item, job.time_zone, publisher, image=image)
    return json_ld.article(item, publisher, time_zone=job.time_zone, image=image)


@lru_cache(maxsize=256)
def _palette(color: str | None) -> Any:
    return palette(color)
