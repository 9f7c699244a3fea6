"""Groups of facts that records and front matter share: addresses, contacts, links, the look.

Plain frozen dataclasses, as in `record.py`.
"""

from types import MappingProxyType
from typing import Annotated, Literal

from chapterhouse.field_types import (
    Colour,
    Country,
    Date,
    Email,
    Help,
    Phone,
    Region,
    Slug,
    Text,
    Url,
    Vocabulary,
    YearOrDate,
)
from chapterhouse.frozen import field, frozen

STRICT = MappingProxyType({"extra": "forbid"})
"""pydantic's configuration of everything people write: an unknown field is an error."""

Status = Literal["active", "forming", "inactive", "closed", "merged"]


@frozen
class Address:
    """A postal address."""

    __pydantic_config__ = STRICT
    street: Annotated[Text | None, Help("Street and number, or a post office box.")] = None
    locality: Annotated[Text | None, Help("City or town.")] = None
    region: Annotated[Text | None, Help("State, province or county, as it is written on a letter.")] = None
    postal_code: Annotated[Text | None, Help("Postal code.", "53703")] = None
    country: Annotated[Country | None, Help("Country, as a code of two letters (ISO 3166-1).", "US")] = None


@frozen
class Contact:
    """How the public reaches an organisation: roles and offices, never a private person."""

    __pydantic_config__ = STRICT
    email: Annotated[
        Email | None,
        Help("A mailbox that stays when people change: office@, not a person's.", "office@example.org"),
    ] = None
    phone: Annotated[
        Phone | None, Help("The office's telephone, with the country code.", "+1 608 555 0100")
    ] = None
    form: Annotated[Url | None, Help("A page with a contact form, if there is one.")] = None
    address: Annotated[Address | None, Help("The postal address of the office.")] = None


@frozen
class Host:
    """An organisation that houses, employs for or parents the association."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, Help("The host's full name.")]
    url: Annotated[Url | None, Help("The host's website.")] = None


@frozen
class Place:
    """A point on the map, for networks whose members are places rather than regions."""

    __pydantic_config__ = STRICT
    latitude: Annotated[float, Help("Degrees north, between -90 and 90.", "43.07")]
    longitude: Annotated[float, Help("Degrees east, between -180 and 180 (west is negative).", "-89.40")]


@frozen
class Endorsement:
    """Whether the association awards the network's endorsement (credential, accreditation)."""

    __pydantic_config__ = STRICT
    offered: Annotated[
        bool | None, Help("yes if the association awards it; leave out if not known.", "yes")
    ] = None
    since: Annotated[YearOrDate | None, Help("Since when, as a year or date.", "2009")] = None
    generation: Annotated[
        Slug | None,
        Vocabulary("endorsement.generations"),
        Help("Which generation of the categories it uses; the network lists them."),
    ] = None
    url: Annotated[Url | None, Help("The association's own page about it.")] = None


@frozen
class WebLink:
    """An outward link that visitors look for: membership, donations, a registry."""

    __pydantic_config__ = STRICT
    label: Annotated[Text, Help("The words of the link.", "Become a member")]
    url: Annotated[Url, Help("Where it leads.")]
    kind: Annotated[
        Slug | None, Vocabulary("link_kinds"), Help("What the link is for, so that the hub can group it.")
    ] = None


@frozen
class Brand:
    """The look of a site: within the theme, never beyond it."""

    __pydantic_config__ = STRICT
    color: Annotated[
        Colour | None,
        Help("The main colour. It is made darker or lighter where text would be hard to read.", "#2f6f5e"),
    ] = None
    logo: Annotated[Text | None, Help("A picture in the association's folder.", "images/logo.svg")] = None
    logo_alt: Annotated[Text | None, Help("What the logo shows, for people who cannot see it.")] = None
    theme: Annotated[
        Slug | None, Help("Another theme than the network's, among those that the network allows.")
    ] = None


@frozen
class Announcement:
    """A sentence on top of every page of a site for a while: a date to keep, an office that is closed."""

    __pydantic_config__ = STRICT
    text: Annotated[Text, Help("The sentence; short, because it is on every page.", "Our conference: 5 May")]
    url: Annotated[Url | None, Help("Where the sentence leads.")] = None
    starts: Annotated[Date | None, Help("The first day on which it is shown.", "2026-04-01")] = None
    ends: Annotated[Date | None, Help("The last day on which it is shown.", "2026-05-05")] = None


NO_CONTACT = Contact()
"""What a record without a contact has."""
NO_BRAND = Brand()
"""What a record without colour and logo has."""


@frozen
class RecordWords:
    """What a record says in another language; what is left out here is shown as the record has it."""

    __pydantic_config__ = STRICT
    name: Annotated[Text | None, Help("The full name, if it has one in this language.")] = None
    short_name: Annotated[Text | None, Help("The name people use, if it is another one.")] = None
    mission: Annotated[Text | None, Help("The mission.")] = None
    summary: Annotated[Text | None, Help("The sentence for the directory.")] = None


Labels = dict[Slug, Text]


@frozen
class NetworkWords:
    """What `network.yaml` says in another language; what is left out here is shown as it stands there."""

    __pydantic_config__ = STRICT
    name: Annotated[Text | None, Help("The full name, if it has one in this language.")] = None
    short_name: Annotated[Text | None, Help("The name people use, if it is another one.")] = None
    mission: Annotated[Text | None, Help("The mission.")] = None
    summary: Annotated[Text | None, Help("The sentence for search engines and cards.")] = None
    notice: Annotated[Text | None, Help("The sentence on top of every page.")] = None
    member: Annotated[Text | None, Help("What one member is called.", "capítulo")] = None
    members: Annotated[Text | None, Help("What several members are called.", "capítulos")] = None
    kinds: Annotated[Labels, Help("The words for kinds of members.")] = field(default_factory=dict)
    services: Annotated[Labels, Help("The words for services.")] = field(default_factory=dict)
    audiences: Annotated[Labels, Help("The words for readers.")] = field(default_factory=dict)
    topics: Annotated[Labels, Help("The words for topics.")] = field(default_factory=dict)
    link_kinds: Annotated[Labels, Help("The words for kinds of links.")] = field(default_factory=dict)
    regions: Annotated[dict[Region, Text], Help("The names of regions, by ISO 3166 code.")] = field(
        default_factory=dict
    )
