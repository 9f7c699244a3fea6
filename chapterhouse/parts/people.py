"""The people of this site: all of them under the names of their groups, or those of one group."""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option
from chapterhouse.parts._gathered import otherwise

EXAMPLE = """\
> [!PEOPLE]
> group: Board
"""
GATHERS = True
OPTIONS = {"group": Option("Only this board or committee, as its people name it in `group`.")}


def cut(markup: str) -> Items:
    """Return the words for the time when nobody is listed."""
    return otherwise(markup)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the people in groups: a name, empty where it is known already, and who belongs to it."""
    groups: dict[str, list[Any]] = {}
    for item in site.entries("person"):
        groups.setdefault(item.fields.group or "", []).append(item)
    if wanted := options.get("group"):
        named = {name.casefold(): items for name, items in groups.items()}
        found = named.get(wanted.casefold())
        return {"people_groups": (("", found),)} if found else {}
    # Those without a group come last.
    named_groups = sorted(groups.items(), key=lambda group: not group[0])
    return {"people_groups": tuple(named_groups)} if groups else {}
