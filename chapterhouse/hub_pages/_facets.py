"""What narrows the directory down: each facet with its values and the associations that have them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from chapterhouse import places
from chapterhouse.exports._once import once
from chapterhouse.frozen import frozen
from chapterhouse.hub_pages._terms import language_text, region_name, status_text, term
from chapterhouse.model import Association, Network
from chapterhouse.record import CustomField, Record
from chapterhouse.text import first_upper, slugify
from chapterhouse.words import Words as Catalogue
from chapterhouse.words import phrase

Words = Mapping[str, str]
"""Values of one association by the name they have in addresses: `us-wi` is `Wisconsin`."""
PLACES = ("country", "region")
"""The facets that the codes of regions say already."""
_NO_LETTER = "other"
"""Where names stand that have none of the letters from A to Z."""
_ANSWERS = {"yes": phrase("Yes"), "no": phrase("No")}
_OFFERED = {
    "offered": phrase("Offered"),
    "not-offered": phrase("Not offered"),
    "not-known": phrase("Not known"),
}


@frozen
class FacetValue:
    """One value of a facet."""

    name: str
    """As addresses write it: `us-wi`."""
    label: str
    members: tuple[Association, ...]


@frozen
class Facet:
    """Something that associations can be told apart by."""

    name: str
    """As addresses write it: `region`."""
    label: str
    values: tuple[FacetValue, ...]


@once
def facets(network: Network) -> tuple[Facet, ...]:
    """Return every facet that tells some associations from others, its values in the order of their words."""
    found = []
    for name, label, of in _kinds(network):
        members: dict[str, list[Association]] = {}
        labels: dict[str, str] = {}
        for association in network.associations:
            for value, words in of(association.record).items():
                labels.setdefault(value, words)
                members.setdefault(value, []).append(association)
        if all(len(some) == len(network.associations) for some in members.values()):
            continue
        order = _order(name, network, labels)
        values = [FacetValue(name=v, label=labels[v], members=tuple(members[v])) for v in order]
        found.append(Facet(name=name, label=label, values=tuple(values)))
    return tuple(found)


@once
def letters(network: Network) -> Facet:
    """Return the associations by the first letter of their name: a plain way where no page lists them all."""
    members: dict[str, list[Association]] = {}
    for association in network.associations:
        first = next(filter(str.isalnum, association.name), "")
        members.setdefault(slugify(first)[:1] or _NO_LETTER, []).append(association)
    values = (
        FacetValue(
            name=letter,
            label=network.words.say("Other") if letter == _NO_LETTER else letter.upper(),
            members=tuple(members[letter]),
        )
        for letter in sorted(members, key=lambda letter: (letter == _NO_LETTER, letter))
    )
    return Facet(name="a-z", label=network.words.say("First letter"), values=tuple(values))


@once
def marks(network: Network) -> dict[str, str]:
    """Return for each association its values, without places, as one text: `kind:state status:active`."""
    found: dict[str, list[str]] = {association.slug: [] for association in network.associations}
    for facet in facets(network):
        if facet.name in PLACES:
            continue
        for value in facet.values:
            for member in value.members:
                found[member.slug].append(f"{facet.name}:{value.name}")
    return {slug: " ".join(values) for slug, values in found.items()}


def _kinds(network: Network) -> Iterable[tuple[str, str, Callable[[Record], Words]]]:
    terms = network.record
    words = network.words
    yield "country", words.say("Country"), lambda record: _countries(record, network)
    yield "region", words.say("State or region"), lambda record: _regions(record, network)
    yield "kind", words.say("Kind"), lambda record: _terms((record.kind,), terms.kinds)
    yield "status", words.say("Status"), lambda record: _status(record, words)
    yield "service", words.say("Offers"), lambda record: _terms(record.services, terms.services)
    if terms.endorsement:
        label = terms.endorsement.short_name or terms.endorsement.name
        yield "endorsement", label, lambda record: _offered(record, words)
        generations = terms.endorsement.generations
        yield (
            "generation",
            words.say("Generation of categories"),
            lambda record: _terms(_generation(record), generations),
        )
    yield (
        "language",
        words.say("Language"),
        lambda record: _spoken(record.languages or network.record.languages),
    )
    for name, field in sorted(terms.fields.items()):
        if field.facet:
            yield slugify(name), field.label, _custom(name, field, words)


def _order(facet: str, network: Network, labels: Words) -> list[str]:
    """Return values as the network's vocabulary orders them, and what has no order by its words."""
    terms = network.record
    known: Mapping[str, Any] = {"kind": terms.kinds, "service": terms.services}.get(facet, {})
    if facet == "generation" and terms.endorsement:
        known = terms.endorsement.generations
    rank = {code: number for number, code in enumerate(known)}
    fixed = ("active", "forming", "inactive", "closed", "merged", "offered", "not-offered", "not-known")
    rank |= {code: number for number, code in enumerate(fixed) if facet in ("status", "endorsement")}
    return sorted(labels, key=lambda code: (rank.get(code, len(rank)), slugify(labels[code]), code))


def _countries(record: Record, network: Network) -> Words:
    codes = sorted({places.country(code) for code in record.regions})
    return {code.lower(): region_name(code, network) for code in codes}


def _regions(record: Record, network: Network) -> Words:
    return {code.lower(): region_name(code, network) for code in record.regions if "-" in code}


def _spoken(codes: Iterable[str]) -> Words:
    return {code.lower(): language_text(code) for code in codes}


def _terms(codes: Iterable[str | None], terms: Mapping[str, Any]) -> Words:
    return {code: term(code, terms) or code for code in codes if code}


def _generation(record: Record) -> tuple[str | None, ...]:
    return (record.endorsement.generation,) if record.endorsement else ()


def _status(record: Record, words: Catalogue) -> Words:
    return {record.status: first_upper(status_text(record.status, words))}


def _offered(record: Record, words: Catalogue) -> Words:
    offered = record.endorsement.offered if record.endorsement else None
    name = "not-known" if offered is None else "offered" if offered else "not-offered"
    return {name: words.say(_OFFERED[name])}


def _custom(name: str, field: CustomField, words: Catalogue) -> Callable[[Record], Words]:
    def values(record: Record) -> Words:
        value = record.custom.get(name)
        found = value if isinstance(value, list | tuple) else () if value is None else (value,)
        return {
            key: label
            for one in found
            if (key := slugify(_text(one))) and (label := _label(one, field, words))
        }

    return values


def _text(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _label(value: Any, field: CustomField, words: Catalogue) -> str:
    text = _text(value)
    return words.say(_ANSWERS[text]) if isinstance(value, bool) else term(text, field.values) or text
