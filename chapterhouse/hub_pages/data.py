"""The hub's page "Data": every file computed from the network, what it is for and what describes it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from chapterhouse.exports import Export, Listed, all_exports
from chapterhouse.model import HubPage, Network

ROUTE = "data/"


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page."""
    found = sorted(all_exports().values(), key=lambda export: (export.TITLE, export.FILE))
    yield HubPage(
        route=ROUTE,
        template="data.html",
        title=network.words.say("Data"),
        summary=network.words.say(
            "Files of %(network)s for spreadsheets, calendars, feed readers and programs.",
            network=network.record.name,
        ),
        context={"exports": [_export(export, network) for export in found]},
        menu=True,
        order=90,
    )


def _export(export: Export, network: Network) -> dict[str, Any]:
    about = (export.__doc__ or "").split("\n\n", 1)[0]
    return {
        "title": network.words.say(export.TITLE),
        "about": " ".join(about.split()),
        "file": export.FILE.rpartition("/")[2],
        "href": network.hub.root + export.FILE,
        "url": network.hub.url + export.FILE,
        "media_type": export.MEDIA_TYPE,
        "schema_href": urljoin(network.hub.root, export.SCHEMA),
        "further": list(_further(export, network)),
    }


def _further(export: Export, network: Network) -> Iterator[dict[str, str]]:
    """Yield name and address of the further files that an export names."""
    if hasattr(export, "listed"):
        series: Listed = export  # type: ignore[assignment]
        for name, path in series.listed(network):
            yield {"name": name, "href": network.hub.root + path}
