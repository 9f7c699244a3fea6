"""The steward's view as a page that nothing links to and search engines leave alone, where it is wanted."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from chapterhouse.hub_pages._terms import status_text
from chapterhouse.model import HubPage, Network
from chapterhouse.words import ENGLISH

if TYPE_CHECKING:
    from chapterhouse.status import AssociationStatus, Finding

ROUTE = "status/"


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page, or none."""
    if not network.has_status_page:
        return
    # Most networks do without.
    from chapterhouse.status import by_site, status
    from chapterhouse.status.text import WORDS

    found = status(network, by_site(network.problems, network), {})
    yield HubPage(
        route=ROUTE,
        template="status.html",
        title="Status",
        summary=f"What the records and sites of {network.record.name} lack.",
        robots="noindex",
        context={
            "rows": [_row(row, network) for row in found.associations],
            "hub_findings": _findings(found.hub),
            "sums": [
                {"number": found.counts[code], "words": words}
                for code, words in WORDS.items()
                if code in found.counts
            ],
            "fine": sum(not row.findings for row in found.associations),
        },
    )


def _row(row: "AssociationStatus", network: Network) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "name": row.name,
        "href": f"{network.hub.root}directory/{row.slug}/" if row.status else None,
        "status_text": status_text(row.status, ENGLISH) if row.status else "its record cannot be read",
        "verified_on": row.verified_on,
        "news_on": row.news_on,
        "is_held": row.is_held,
        "findings": _findings(row.findings),
    }


def _findings(findings: "Iterable[Finding]") -> list[dict[str, Any]]:
    return [{"words": one.words, "places": [str(place) for place in one.paths]} for one in findings]
