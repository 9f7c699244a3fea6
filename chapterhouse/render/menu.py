"""The menu of a site and the way from its home page to a page: both from the page tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chapterhouse.model import Entry, HubPage, Site
from chapterhouse.render.items import href

LISTING_ORDER: Mapping[str, int] = {"news": 200, "events": 210, "resources": 220, "people": 230}
"""Where listing pages stand among the pages of the menu, whose order is 100 unless they say otherwise."""
LISTING_DEFAULT_ORDER = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """A link of the menu with those below it."""

    title: str
    href: str
    children: tuple["MenuItem", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step of the way to a page; `href` is empty for the page itself."""

    title: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Something that has a place in the page tree."""

    route: str
    title: str
    order: int
    parent: str | None
    """The route of the node above; None at the top."""
    shown: bool = True


def page_nodes(entries: Iterable[Entry], home: str) -> list[Node]:
    """Return the pages of one language as nodes, without the home page, whose route is `home`."""
    pages = {entry.route: entry for entry in entries if entry.route != home}
    return [
        Node(
            route=route,
            title=entry.fields.menu_title or entry.title,
            order=entry.fields.order,
            parent=_parent(entry, pages, home),
            shown=entry.fields.menu,
        )
        for route, entry in pages.items()
    ]


def hub_page_nodes(pages: Iterable[HubPage]) -> list[Node]:
    """Return the computed pages that stand in the hub's menu as nodes."""
    return [
        Node(route=page.route, title=page.title, order=page.order, parent=None) for page in pages if page.menu
    ]


def menu(nodes: Iterable[Node], site: Site) -> tuple[MenuItem, ...]:
    """Return the tree of the menu; a page that is not shown hides those below it."""
    below: dict[str | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)

    def items(parent: str | None) -> tuple[MenuItem, ...]:
        shown = (node for node in below.get(parent, ()) if node.shown)
        return tuple(
            MenuItem(title=node.title, href=href(site, node.route), children=items(node.route))
            for node in sorted(shown, key=lambda node: (node.order, node.title.casefold(), node.route))
        )

    return items(None)


def breadcrumbs(
    route: str, title: str, nodes: Mapping[str, Node], site: Site, home: Crumb
) -> tuple[Crumb, ...]:
    """Return the steps from the home page to a page; none for the home page itself."""
    steps = [Crumb(title=title)]
    node = nodes.get(route)
    above = node.parent if node else _above(route, nodes)
    while above is not None:
        step = nodes[above]
        steps.append(Crumb(title=step.title, href=href(site, above)))
        above = step.parent
    return (home, *reversed(steps))


def _parent(entry: Entry, pages: Mapping[str, Entry], home: str) -> str | None:
    named = entry.fields.parent
    if named is not None:
        route = home + named.strip("/").removesuffix("index").rstrip("/") + "/"
        if route in pages and not _is_above(entry.route, route, pages, home):
            return route
    return _above(entry.route, pages)


def _above(route: str, known: Mapping[str, object]) -> str | None:
    """Return the nearest known route above: `about/board/` for `about/board/minutes/`."""
    parts = route.rstrip("/").split("/")[:-1]
    while parts:
        candidate = "/".join(parts) + "/"
        if candidate in known:
            return candidate
        parts.pop()
    return None


def _is_above(route: str, below: str, pages: Mapping[str, Entry], home: str) -> bool:
    """Tell whether a page is above another one, so that a `parent` cannot close a circle."""
    seen: set[str] = set()
    step: str | None = below
    while step is not None and step not in seen:
        if step == route:
            return True
        seen.add(step)
        named = pages[step].fields.parent if step in pages else None
        if named is not None and (home + named.strip("/") + "/") in pages:
            step = home + named.strip("/") + "/"
        else:
            step = _above(step, pages)
    return False
