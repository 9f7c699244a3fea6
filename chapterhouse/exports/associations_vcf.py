"""The associations as an address book (vCard 4.0, RFC 6350): all in one file, and each in its own.

A note names what nobody has confirmed.
"""

from collections.abc import Iterator

from chapterhouse import places
from chapterhouse.content_lines import document, text, texts
from chapterhouse.exports._facts import description, label, page_url, uuid
from chapterhouse.exports._once import once
from chapterhouse.model import Association, Network
from chapterhouse.record import Address
from chapterhouse.words import phrase

FILE = "data/associations.vcf"
TITLE = phrase("Associations, as an address book")
MEDIA_TYPE = "text/vcard"
SCHEMA = "https://www.rfc-editor.org/rfc/rfc6350"
FOLDER = "data/vcards/"
"""Where each association's own card lies, below the hub: `data/vcards/wi-aimh.vcf`."""

_STATUS = {
    "forming": "Being founded.",
    "inactive": "Inactive at present.",
    "closed": "Closed.",
    "merged": "Merged into another association.",
}


def render(network: Network) -> bytes:
    """Return all cards, one behind the other."""
    return b"".join(cards(network).values())


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the card of each association."""
    for slug, card in cards(network).items():
        yield f"{FOLDER}{slug}.vcf", card


@once
def cards(network: Network) -> dict[str, bytes]:
    """Return the card of each association, by slug."""
    return {one.slug: document(_lines(one, network)) for one in network.associations}


def _lines(association: Association, network: Network) -> Iterator[str]:
    record = association.record
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "KIND:org"
    yield f"FN:{text(record.name)}"
    yield f"ORG:{text(record.name)}"
    if names := [name for name in (record.short_name, *record.also_known_as) if name]:
        yield f"NICKNAME:{texts(names)}"
    yield f"UID:urn:uuid:{uuid(network, 'association', association.slug)}"
    yield from _ways(association)
    yield f"SOURCE:{network.hub.url}{FOLDER}{association.slug}.vcf"
    yield f"URL;TYPE=work:{page_url(association, network)}"
    if record.kind or record.services:
        words = [label(record.kind, network.record.kinds)] if record.kind else []
        words += [label(code, network.record.services) for code in record.services]
        yield f"CATEGORIES:{texts(words)}"
    yield f"NOTE:{text(_note(association, network))}"
    if record.verified_on:
        yield f"REV:{record.verified_on.replace('-', '')}T000000Z"
    yield "END:VCARD"


def _ways(association: Association) -> Iterator[str]:
    """Yield how to reach an association, the best way first."""
    record = association.record
    urls = [record.website, association.site.url if association.has_site else None, record.contact.form]
    for preference, url in enumerate([url for url in urls if url], 1):
        yield f"URL;PREF={preference}:{url}"
    if record.contact.email:
        yield f"EMAIL;TYPE=work:{text(record.contact.email)}"
    if record.contact.phone:
        yield f"TEL;TYPE=work;VALUE=text:{text(record.contact.phone)}"
    if record.contact.address:
        yield f"ADR;TYPE=work:{_address(record.contact.address)}"
    if record.location:
        yield f"GEO:geo:{record.location.latitude},{record.location.longitude}"
    if record.time_zone:
        yield f"TZ:{record.time_zone}"
    for preference, language in enumerate(record.languages, 1):
        yield f"LANG;PREF={preference}:{language}"
    for name, url in sorted(record.social.items()):
        yield f"SOCIALPROFILE;SERVICE-TYPE={name}:{url}"


def _address(address: Address) -> str:
    """Return the seven parts of an address; the first two, box and suite, stay empty as RFC 6350 asks."""
    country = places.name(address.country) if address.country else None
    parts = (address.street, address.locality, address.region, address.postal_code, country)
    return ";".join(["", "", *(text(part or "") for part in parts)])


def _note(association: Association, network: Network) -> str:
    record = association.record
    parts = [_STATUS.get(record.status, ""), description(association, network)]
    if record.unconfirmed:
        parts.append(f"Not confirmed: {', '.join(record.unconfirmed)}.")
    return "\n".join(part for part in parts if part)
