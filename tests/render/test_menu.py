"""The page tree as a menu and as the way to a page."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.config import site
from chapterhouse.model import Entry, HubPage
from chapterhouse.render.menu import Crumb, MenuItem, breadcrumbs, hub_page_nodes, menu, page_nodes
from tests.builders import SETTINGS, entry

SITE = site(SETTINGS, "north")


def page(name: str, **fields: Any) -> Entry:
    return entry(f"associations/north/pages/{name}.md", **{"title": name.title(), **fields})


def outline(items: tuple[MenuItem, ...]) -> list[Any]:
    return [[item.title, *outline(item.children)] if item.children else item.title for item in items]


def tree(*pages: Entry) -> list[Any]:
    return outline(menu(page_nodes(pages, ""), SITE))


def test_folders_make_the_tree() -> None:
    assert tree(page("about/index", title="About"), page("about/board", title="Board"), page("join")) == [
        ["About", "Board"],
        "Join",
    ]


def test_the_home_page_is_not_in_the_menu() -> None:
    assert tree(page("index"), page("join")) == ["Join"]


def test_order_comes_before_the_title() -> None:
    assert tree(page("b"), page("a"), page("z", order=1)) == ["Z", "A", "B"]


def test_a_page_may_name_its_parent_and_other_words_for_the_menu() -> None:
    assert tree(page("about"), page("board", parent="about", menu_title="Who")) == [["About", "Who"]]


def test_a_page_left_out_of_the_menu_hides_those_below() -> None:
    assert tree(page("about/index", title="About", menu=False), page("about/board")) == []


def test_pages_that_name_each_other_as_parents_are_both_shown() -> None:
    assert sorted(map(str, tree(page("a", parent="b"), page("b", parent="a")))) == ["A", "B"]


def test_a_page_that_names_itself_or_nothing_as_its_parent_is_at_the_top() -> None:
    assert tree(page("a", parent="a"), page("b", parent="gone")) == ["A", "B"]


def test_the_way_leads_through_all_pages_above() -> None:
    nodes = {
        node.route: node
        for node in page_nodes([page("a/index", title="A"), page("a/b/index", title="B"), page("a/b/c")], "")
    }
    way = breadcrumbs("a/b/c/", "C", nodes, SITE, Crumb(title="Home", href="/north/"))
    assert [(crumb.title, crumb.href) for crumb in way] == [
        ("Home", "/north/"),
        ("A", "/north/a/"),
        ("B", "/north/a/b/"),
        ("C", ""),
    ]


def test_what_is_in_no_menu_has_the_nearest_page_above_on_its_way() -> None:
    nodes = {node.route: node for node in page_nodes([page("news", title="News")], "")}
    way = breadcrumbs("news/2026/x/", "X", nodes, SITE, Crumb(title="Home", href="/north/"))
    assert [crumb.title for crumb in way] == ["Home", "News", "X"]


def test_computed_pages_stand_in_the_menu_if_they_ask_for_it() -> None:
    pages = [
        HubPage(route="map/", template="map.html", title="Map", menu=True, order=3),
        HubPage(route="directory/x/", template="association.html", title="X"),
    ]
    assert outline(menu(hub_page_nodes(pages), SITE)) == ["Map"]


NAMES = ["a", "b", "c", "a/x", "b/y"]


@given(st.fixed_dictionaries({name: st.sampled_from([None, *NAMES]) for name in NAMES}))
def test_each_page_is_in_the_menu_once_whatever_parents_are_named(parents: dict[str, str | None]) -> None:
    pages = [page(name, title=name, parent=parent) for name, parent in parents.items()]
    nodes = page_nodes(pages, "")

    def titles(items: tuple[MenuItem, ...]) -> list[str]:
        return [title for item in items for title in (item.title, *titles(item.children))]

    found = titles(menu(nodes, SITE))
    assert len(found) == len(set(found))
    by_route = {node.route: node for node in nodes}
    for node in nodes:
        assert (
            breadcrumbs(node.route, node.title, by_route, SITE, Crumb(title="Home"))[-1].title == node.title
        )
