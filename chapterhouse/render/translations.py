"""What the languages of a site are to each other: a page's translations, and menu items without any."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from chapterhouse.render.content import SiteContent
from chapterhouse.render.dates import language_name
from chapterhouse.render.items import href, url
from chapterhouse.render.languages import home_route, languages
from chapterhouse.render.menu import Node
from chapterhouse.render.pages import Page
from chapterhouse.words import Words

Say = Callable[[Node], str | None]


class Translation(NamedTuple):
    """A page in another language, or where there is none that language's home page."""

    language: str
    name: str
    """What the language calls itself."""
    href: str
    url: str
    is_same: bool
    """Whether it is the same page; if not, it is the home page."""
    is_default: bool
    """Whether it is the one for readers of no language of the site: the main one."""


def translations(content: SiteContent, pages: Iterable[Page]) -> dict[str, tuple[Translation, ...]]:
    """Return where each page's switch leads to, by route: to every other language of the site."""
    shown = languages(content)
    if len(shown) == 1:
        return {}
    groups: dict[str, dict[str, Page]] = {}
    indexed = [page for page in pages if page.is_indexed]
    for page in indexed:
        groups.setdefault(_name(content, page), {})[page.language] = page
    return {
        page.route: tuple(
            _translation(content, language, groups[_name(content, page)].get(language))
            for language in shown
            if language != page.language
        )
        for page in indexed
    }


def alternates(
    content: SiteContent, found: Mapping[str, tuple[Translation, ...]], page: Page
) -> tuple[tuple[str, str], ...]:
    """Return language and absolute address of every version of a page, its own first; none of a single one.

    With `x-default` for readers of other languages, which is the main one's.
    """
    others = [other for other in found.get(page.route, ()) if other.is_same]
    if not others:
        return ()
    main = content.job.languages[0]
    own = (page.language, url(content.site, page.route))
    versions = [own, *((other.language, other.url) for other in others)]
    default = [address for language, address in versions if language == main]
    return (*versions, *(("x-default", address) for address in default))


def borrowed(nodes: Iterable[Node], main: Iterable[Node], home: str, language: str, say: Say) -> list[Node]:
    """Return the pages of the main language that another one has no translation of, marked with it.

    `nodes` are those of the other language, whose home page is `home`; `language` is the main one; `say`
    gives a title in the other language, or None.
    """
    own = {node.route for node in nodes}

    def marked(node: Node) -> Node:
        title = say(node)
        above = home + node.parent if node.parent is not None else None
        return node._replace(
            title=title or node.title,
            language=language,
            title_language="" if title else language,
            parent=above if above in own else node.parent,
        )

    return [marked(node) for node in main if home + node.route not in own]


def title_in(words: Words, member: str, members: str) -> Say:
    """Return what gives the title of a computed page or listing in a language, or None for other pages."""

    def say(node: Node) -> str | None:
        message = node.phrase or node.title
        if message not in words.messages:
            return None
        return words.say(message, member=member, members=members) if node.phrase else words.say(message)

    return say


def _name(content: SiteContent, page: Page) -> str:
    """Return what the versions of a page have in common: the route without its language."""
    return page.route.removeprefix(home_route(content, page.language))


def _translation(content: SiteContent, language: str, page: Page | None) -> Translation:
    route = page.route if page else home_route(content, language)
    return Translation(
        language=language,
        name=language_name(language),
        href=href(content.site, route),
        url=url(content.site, route),
        is_same=page is not None,
        is_default=language == content.job.languages[0],
    )
