"""The directory narrowed down without scripts: a page for each value, `/directory/region/us-wi/`."""

from collections.abc import Iterator

from chapterhouse.hub_pages._facets import facets, letters
from chapterhouse.hub_pages._rows import pager, parts
from chapterhouse.hub_pages._terms import newest_check
from chapterhouse.hub_pages.directory import ROUTE, cards, is_apart, members, value_route
from chapterhouse.model import HubPage, Network
from chapterhouse.text import first_upper

PER_PAGE = 200
MOST_CARDS = 30
"""Above this many associations a line each has to do."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the pages of every value, long ones in parts."""
    as_of = newest_check(network)
    root = network.hub.root
    words = first_upper(members(network))
    further = (letters(network),) if is_apart(network) else ()
    for facet in (*facets(network), *further):
        for value in facet.values:
            route = value_route(facet.name, value.name)
            total = len(value.members)
            found = sorted(value.members, key=lambda association: (association.name, association.slug))
            for own, number, some in parts(found, PER_PAGE, route):
                yield HubPage(
                    route=own,
                    template="directory_facet.html",
                    title=f"{facet.label}: {value.label}",
                    summary=network.words.say(
                        "%(members)s of %(network)s. %(facet)s: %(value)s.",
                        members=words,
                        network=network.record.label,
                        facet=facet.label,
                        value=value.label,
                    ),
                    context={
                        "associations": cards(some, network),
                        "compact": total > MOST_CARDS,
                        "count": total,
                        "as_of": as_of,
                        "directory_href": root + ROUTE,
                        "pagination": pager(route, number, total, PER_PAGE, root),
                    },
                )
