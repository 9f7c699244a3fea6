"""The endorsement at a glance: who offers it, since when and in which form, from the records."""

from collections.abc import Iterable, Iterator
from typing import Any

from chapterhouse import places
from chapterhouse.hub_pages._terms import newest_check, region_name
from chapterhouse.hub_pages.directory import ROUTE as DIRECTORY
from chapterhouse.hub_pages.directory import members
from chapterhouse.model import Association, HubPage, Network
from chapterhouse.network_facts import ALIVE
from chapterhouse.words import phrase

ROUTE = "endorsement/overview/"
MOST = 500
"""Above this many associations the page names numbers only and leads to the directory."""
ANSWERS = (
    (True, phrase("Offered")),
    (None, phrase("Not known whether it is offered")),
    (False, phrase("Not offered")),
)


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page, where the network has an endorsement."""
    terms = network.record.endorsement
    if terms is None:
        return
    found = [association for association in network.associations if association.record.status in ALIVE]
    offering = [association for association in found if _offered(association)]
    name = terms.short_name or terms.name
    yield HubPage(
        route=ROUTE,
        template="endorsement.html",
        title=network.words.say("Who offers the %(name)s", name=name),
        summary=network.words.say(
            "Which %(members)s of %(network)s offer the %(name)s, and since when.",
            members=members(network),
            network=network.record.label,
            name=name,
        ),
        context={
            "endorsement": terms,
            "count": len(offering),
            "of": len(found),
            "countries": len(_countries(offering)),
            "as_of": newest_check(network),
            "groups": [
                {
                    "title": network.words.say(title),
                    "associations": [_line(a, network) for a in some] if len(found) <= MOST else [],
                    "count": len(some),
                }
                for offered, title in ANSWERS
                if (some := [a for a in found if _offered(a) is offered])
            ],
            "generations": _generations(found, network),
            "directory_href": network.hub.root + DIRECTORY,
        },
    )


def _offered(association: Association) -> bool | None:
    endorsement = association.record.endorsement
    return endorsement.offered if endorsement else None


def _countries(found: Iterable[Association]) -> set[str]:
    return {places.country(region) for association in found for region in association.record.regions}


def _line(association: Association, network: Network) -> dict[str, Any]:
    record = association.record
    endorsement = record.endorsement
    terms = network.record.endorsement
    generations = terms.generations if terms else {}
    code = endorsement.generation if endorsement else None
    return {
        "name": record.name,
        "label": record.label,
        "href": f"{network.hub.root}{DIRECTORY}{association.slug}/",
        "regions_text": ", ".join(region_name(region, network) for region in record.regions),
        "since": endorsement.since if endorsement else None,
        "generation": generations[code].label if code in generations else code,
        "url": endorsement.url if endorsement else None,
        "is_unconfirmed": any(one.partition(".")[0] == "endorsement" for one in record.unconfirmed),
    }


def _generations(found: Iterable[Association], network: Network) -> list[dict[str, Any]]:
    """Return each generation with its categories and how many associations say that they use it."""
    terms = network.record.endorsement
    if terms is None:
        return []
    used = [a.record.endorsement.generation for a in found if a.record.endorsement]
    return [
        {
            "label": generation.label,
            "help": generation.help,
            "count": used.count(code),
            "categories": [one for one in terms.categories.values() if one.generation == code],
        }
        for code, generation in terms.generations.items()
    ]
