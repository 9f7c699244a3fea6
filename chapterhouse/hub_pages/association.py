"""The hub's page about one association: what its record says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chapterhouse import places
from chapterhouse.exports.associations_vcf import FOLDER as CARDS
from chapterhouse.hub_pages._contexts import Context
from chapterhouse.hub_pages._rows import Row, news_rows, next_events, of_association
from chapterhouse.hub_pages._terms import region_name, status_text, term
from chapterhouse.hub_pages.directory import ROUTE
from chapterhouse.localised import localised
from chapterhouse.model import Association, HubPage, Network
from chapterhouse.record import CustomField
from chapterhouse.words import Words

RECORD = "association.yaml"
ON_PAGE = 3
"""How many events and how much news the page names."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield a page for each association."""
    by_slug = {association.slug: association for association in network.associations}
    events = of_association(next_events(network))
    news = of_association(news_rows(network))
    for association in network.associations:
        record = association.record
        context = {
            **_context(association, network, by_slug),
            "upcoming": _some(events.get(association.slug, ()), association),
            "latest_news": _some(news.get(association.slug, ()), association),
            "vcard_href": f"{network.hub.root}{CARDS}{association.slug}.vcf",
        }
        yield HubPage(
            route=f"{ROUTE}{association.slug}/",
            template="association.html",
            title=record.name,
            summary=record.summary or record.mission or _summary(record.name, network),
            context=Context(context, _made_of(association, context)),
        )


def _some(rows: Sequence[Row], association: Association) -> tuple[Row, ...]:
    """Return the first rows; those that are the association's own need not say whose they are."""
    return tuple([row.at_home() if row.slug == association.slug else row for row in rows[:ON_PAGE]])


def _made_of(association: Association, context: Mapping[str, Any]) -> tuple[object, ...]:
    """Return what the page depends on: the record, by its fingerprint, and what others have a say in."""
    record = association.folder.digests.get(RECORD) or association.record
    return record, *map(context.get, ("site_href", "successor", "upcoming", "latest_news"))


def _context(association: Association, network: Network, by_slug: dict[str, Association]) -> dict[str, Any]:
    record = localised(association.record, network.words.language)
    vocabulary = network.record
    successor = by_slug.get(record.merged_into or "")
    endorsement = vocabulary.endorsement
    return {
        "record": record,
        "slug": association.slug,
        "site_href": network.hub.link(association.site) if association.has_site else None,
        "status_text": status_text(record.status, network.words),
        "kind_text": term(record.kind, vocabulary.kinds),
        "regions": [region_name(code, network) for code in record.regions],
        "countries": sorted({region_name(places.country(code), network) for code in record.regions}),
        "services": [term(code, vocabulary.services) for code in record.services],
        "links": [
            {"label": link.label, "url": link.url, "kind": term(link.kind, vocabulary.link_kinds)}
            for link in record.links
        ],
        "endorsement_name": endorsement.name if endorsement else None,
        "generation": term(record.endorsement.generation, endorsement.generations)
        if record.endorsement and endorsement
        else None,
        "successor": {
            "label": successor.label,
            "name": successor.name,
            "href": f"{network.hub.root}{ROUTE}{successor.slug}/",
        }
        if successor
        else None,
        "custom": [
            {"label": field.label, "value": _custom_text(record.custom[name], field, network.words)}
            for name, field in vocabulary.fields.items()
            if name in record.custom
        ],
        "suggest_href": f"{vocabulary.repository.rstrip('/')}/{association.folder.name}/association.yaml"
        if vocabulary.repository
        else None,
    }


def _summary(name: str, network: Network) -> str:
    return network.words.say("%(name)s: a member of %(network)s.", name=name, network=network.record.name)


def _custom_text(value: Any, field: CustomField, words: Words) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_custom_text(part, field, words) for part in value)
    if isinstance(value, bool):
        return words.say("Yes") if value else words.say("No")
    return term(value, field.values) or "" if isinstance(value, str) else str(value)
