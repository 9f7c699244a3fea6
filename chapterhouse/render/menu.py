"""The menu of a site and the way from its home page to a page: both from the page tree."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from chapterhouse.model import Entry, HubPage, Site
from chapterhouse.render.items import href

LISTING_ORDER: Mapping[str, int] = {"news": 200, "events": 210, "resources": 220, "people": 230}
"""Where listing pages stand among the pages of the menu, whose order is 100 unless they say otherwise."""
LISTING_DEFAULT_ORDER = 240


class MenuItem(NamedTuple):
    """A link of the menu with those below it."""

    title: str
    href: str
    children: tuple["MenuItem", ...] = ()
    language: str = ""
    """The language of what it leads to, where that is another than the menu's."""
    title_language: str = ""
    """The language of the title, where that is another than the menu's."""


class Crumb(NamedTuple):
    """A step of the way to a page; `href` is empty for the page itself."""

    title: str
    href: str = ""


class Node(NamedTuple):
    """Something that has a place in the page tree."""

    route: str
    title: str
    order: int
    parent: str | None
    """The route of the node above; None at the top."""
    shown: bool = True
    language: str = ""
    """The language of what it leads to, where that is another than the menu's."""
    title_language: str = ""
    """The language of the title, where that is another than the menu's."""
    phrase: str = ""
    """The message that the title is made of, with places for what members are called."""


def page_nodes(entries: Iterable[Entry], home: str) -> list[Node]:
    """Return the pages of one language as nodes, without the home page, whose route is `home`."""
    pages = {entry.route: entry for entry in entries if entry.route != home}
    parents = _parents(pages, home)
    return [
        Node(
            route,
            entry.fields.menu_title or entry.title,
            entry.fields.order,
            parents[route],
            entry.fields.menu,
        )
        for route, entry in pages.items()
    ]


def hub_page_nodes(pages: Iterable[HubPage]) -> list[Node]:
    """Return the computed pages that stand in the hub's menu as nodes."""
    return [
        Node(route=page.route, title=page.title, order=page.order, parent=None, phrase=page.phrase)
        for page in pages
        if page.menu
    ]


def menu(nodes: Iterable[Node], site: Site) -> tuple[MenuItem, ...]:
    """Return the tree of the menu; a page that is not shown hides those below it."""
    below: dict[str | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)

    def items(parent: str | None) -> tuple[MenuItem, ...]:
        if parent not in below:
            return ()
        shown = (node for node in below[parent] if node.shown)
        return tuple(
            MenuItem(
                node.title, href(site, node.route), items(node.route), node.language, node.title_language
            )
            for node in sorted(shown, key=lambda node: (node.order, node.title.casefold(), node.route))
        )

    return items(None)


def breadcrumbs(
    route: str,
    title: str,
    nodes: Mapping[str, Node],
    site: Site,
    home: Crumb,
    known: dict[str | None, tuple[Crumb, ...]] | None = None,
) -> tuple[Crumb, ...]:
    """Return the steps from the home page to a page; `known` remembers the way to what has pages below it."""
    node = nodes.get(route)
    above = node.parent if node else _above(route, nodes)
    way = known.get(above) if known is not None else None
    if way is None:
        way = _way(above, nodes, site, home)
        if known is not None:
            known[above] = way
    return (*way, Crumb(title))


def _way(route: str | None, nodes: Mapping[str, Node], site: Site, home: Crumb) -> tuple[Crumb, ...]:
    """Return the steps from the home page to a node, the node itself among them."""
    steps = []
    while route is not None:
        node = nodes[route]
        steps.append(Crumb(node.title, href(site, route)))
        route = node.parent
    return (home, *reversed(steps))


def _parents(pages: Mapping[str, Entry], home: str) -> dict[str, str | None]:
    """Return the route above each page: the one it names, or the nearest folder's page; none in a circle."""
    parents = {route: _named(page, pages, home) or _above(route, pages) for route, page in pages.items()}
    for route in _circling(parents):
        parents[route] = None
    return parents


def _circling(parents: Mapping[str, str | None]) -> set[str]:
    """Return the routes that are above themselves."""
    found = set()
    for route, step in parents.items():
        if step is None:
            continue
        seen: set[str] = set()
        while step is not None and step != route and step not in seen:
            seen.add(step)
            step = parents[step]
        if step == route:
            found.add(route)
    return found


def _named(entry: Entry, pages: Mapping[str, Entry], home: str) -> str | None:
    """Return the route of the page that an entry names as its parent, if there is one."""
    name: str | None = entry.fields.parent
    if name is None:
        return None
    route = f"{home}{name.strip('/').removesuffix('index').rstrip('/')}/"
    return route if route in pages else None


def _above(route: str, known: Mapping[str, object]) -> str | None:
    """Return the nearest known route above: `about/board/` for `about/board/minutes/`."""
    parts = route.rstrip("/").split("/")[:-1]
    while parts:
        candidate = "/".join(parts) + "/"
        if candidate in known:
            return candidate
        parts.pop()
    return None
