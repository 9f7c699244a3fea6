"""The site's resources, those of one topic or for one kind of readers, or all of them by topic."""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option
from chapterhouse.parts._gathered import ALL_OPTION, READER_OPTION, TOPIC_OPTION, chosen, otherwise

EXAMPLE = """\
> [!RESOURCES]
> by: topic
"""
GATHERS = True
OPTIONS = {
    "most": ALL_OPTION,
    "topic": TOPIC_OPTION,
    "for": READER_OPTION,
    "by": Option(
        "`topic`: under a heading for each topic, in the order of `network.yaml`.", allowed=("topic",)
    ),
}


def cut(markup: str) -> Items:
    """Return the words for the time when there are no resources."""
    return otherwise(markup)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the resources in groups: a label, empty where there is none, and its items."""
    found = chosen(site.entries("resource"), options)
    if not found:
        return {}
    if "by" not in options:
        return {"resource_groups": (("", found),)}
    groups: dict[str, list[Any]] = {topic: [] for topic in site.network.topics}
    for item in found:
        # Once on the page: under the topic that its author named first.
        groups.setdefault((*item.fields.topics, "")[0], []).append(item)
    rest = groups.pop("", [])
    topics = site.network.topics
    named = [(topics[one].label if one in topics else one, items) for one, items in groups.items() if items]
    return {"resource_groups": (*named, *((("", rest),) if rest else ()))}
