"""What people write in YAML: the record of an association and the network's own record, field by field.

These are plain frozen dataclasses; pydantic validates against them (`load/validate.py`), so that each field
stands once. Every field's `Help` is what `schema`, `new` and the docs print.
"""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any, Literal

from chapterhouse.field_types import (
    Colour,
    Country,
    Date,
    Domain,
    Email,
    Help,
    Language,
    Phone,
    Region,
    Slug,
    Text,
    TimeZone,
    Url,
    Vocabulary,
    YearOrDate,
)

STRICT = MappingProxyType({"extra": "forbid"})
"""pydantic's configuration of everything people write: an unknown field is an error."""

Status = Literal["active", "forming", "inactive", "closed", "merged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address."""

    __pydantic_config__ = STRICT
    street: Annotated[Text | None, Help("Street and number, or a post office box.")] = None
    locality: Annotated[Text | None, Help("City or town.")] = None
    region: Annotated[Text | None, Help("State, province or county, as it is written on a letter.")] = None
    postal_code: Annotated[Text | None, Help("Postal code.", "53703")] = None
    country: Annotated[Country | None, Help("Country, as a code of two letters (ISO 3166-1).", "US")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """An organisation that houses, employs for or parents the association."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, Help("The host's full name.")]
    url: Annotated[Url | None, Help("The host's website.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point on the map, for networks whose members are places rather than regions."""

    __pydantic_config__ = STRICT
    latitude: Annotated[float, Help("Degrees north, between -90 and 90.", "43.07")]
    longitude: Annotated[float, Help("Degrees east, between -180 and 180 (west is negative).", "-89.40")]


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """An outward link that visitors look for: membership, donations, a registry."""

    __pydantic_config__ = STRICT
    label: Annotated[Text, Help("The words of the link.", "Become a member")]
    url: Annotated[Url, Help("Where it leads.")]
    kind: Annotated[
        Slug | None, Vocabulary("link_kinds"), Help("What the link is for, so that the hub can group it.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`associations/<slug>/association.yaml`: the facts of one association. The folder's name is its slug."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, Help("The full official name.", "Wisconsin Alliance for Infant Mental Health")]
    short_name: Annotated[Text | None, Help("The name people use, often an acronym.", "WI-AIMH")] = None
    former_names: Annotated[
        tuple[Text, ...], Help("Names that it had before; people still search for them.")
    ] = ()
    also_known_as: Annotated[tuple[Text, ...], Help("Other names in use today.")] = ()
    kind: Annotated[
        Slug | None, Vocabulary("kinds"), Help("What kind of member it is; the network lists them.")
    ] = None
    status: Annotated[
        Status, Help("active, forming, inactive (nobody answers at present), closed, or merged.", "active")
    ] = "active"
    merged_into: Annotated[
        Slug | None, Help("If merged: the folder name of the association that took over.")
    ] = None
    host: Annotated[Host | None, Help("The organisation that houses it or that it is a part of.")] = None
    regions: Annotated[
        tuple[Region, ...], Help("The states, provinces or countries it serves, as ISO 3166 codes.", "US-WI")
    ] = ()
    location: Annotated[
        Place | None, Help("One point on the map, if it serves a place rather than a region.")
    ] = None
    languages: Annotated[
        tuple[Language, ...],
        Help("Languages of its site, the main one first; the network's if left out.", "en"),
    ] = ()
    time_zone: Annotated[
        TimeZone | None, Help("Its time zone; events without one of their own are in it.", "America/Chicago")
    ] = None
    website: Annotated[Url | None, Help("The website that it has today, outside this network.")] = None
    other_websites: Annotated[tuple[Url, ...], Help("Further websites, older ones among them.")] = ()
    domain: Annotated[
        Domain | None, Help("A host name of its own at which this site is published.", "wiaimh.org")
    ] = None
    contact: Annotated[Contact, Help("How the public reaches it.")] = Contact()
    founded: Annotated[YearOrDate | None, Help("When it was founded, as a year or date.", "2001")] = None
    joined: Annotated[YearOrDate | None, Help("When it joined the network, as a year or date.", "2009")] = (
        None
    )
    mission: Annotated[Text | None, Help("Its mission, in a sentence or two of its own.")] = None
    summary: Annotated[Text | None, Help("One sentence for the directory; the mission if left out.")] = None
    services: Annotated[
        tuple[Slug, ...],
        Vocabulary("services"),
        Help("What it offers; the network lists the possible values."),
    ] = ()
    endorsement: Annotated[Endorsement | None, Help("Whether it awards the network's endorsement.")] = None
    links: Annotated[tuple[WebLink, ...], Help("Outward links that visitors look for.")] = ()
    social: Annotated[
        dict[Slug, Url], Help("Its pages on social networks: the network's name, then the full address.")
    ] = field(default_factory=dict)
    brand: Annotated[Brand, Help("Its colour and logo.")] = Brand()
    aliases: Annotated[
        tuple[Slug, ...], Help("Folder names it had before: old addresses lead to the new one.")
    ] = ()
    verified_on: Annotated[Date | None, Help("The day somebody last checked this record.", "2026-05-17")] = (
        None
    )
    unconfirmed: Annotated[
        tuple[Text, ...],
        Help("Names of fields in this record that nobody has confirmed; shown as such.", "website"),
    ] = ()
    sources: Annotated[tuple[Url, ...], Help("Where the facts come from.")] = ()
    note: Annotated[Text | None, Help("A remark for those who keep the record up; it is not published.")] = (
        None
    )
    custom: Annotated[
        dict[str, Any], Help("The fields that this network declares under `fields` in network.yaml.")
    ] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The name people use."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One allowed value of a vocabulary."""

    __pydantic_config__ = STRICT
    label: Annotated[Text, Help("The words shown to people.")]
    plural: Annotated[Text | None, Help("The words for several of them.")] = None
    help: Annotated[Text | None, Help("What is meant, in a sentence.")] = None
    generation: Annotated[Slug | None, Help("For an endorsement category: the generation it belongs to.")] = (
        None
    )


Terms = dict[Slug, Term]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementTerms:
    """What the network's endorsement is called, and which categories and generations it has."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, Help("What it is called, in full.")]
    short_name: Annotated[Text | None, Help("What people call it.")] = None
    url: Annotated[Url | None, Help("The official page about it.")] = None
    generations: Annotated[Terms, Help("The generations of its categories, oldest first.")] = field(
        default_factory=dict
    )
    categories: Annotated[Terms, Help("Its categories, each with its generation.")] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField:
    """A field of this network's records that Chapterhouse does not know by itself."""

    __pydantic_config__ = STRICT
    type: Annotated[
        Literal["text", "number", "boolean", "date", "url", "email", "choice", "list"],
        Help(
            "What may stand in it: text, number, boolean, date, url, email, "
            "choice (one value) or list (several)."
        ),
    ]
    label: Annotated[Text, Help("Its name as people read it.")]
    help: Annotated[Text | None, Help("What to write in it.")] = None
    values: Annotated[Terms, Help("The allowed values, for choice and list.")] = field(default_factory=dict)
    required: Annotated[bool, Help("yes if each record must have it.")] = False
    facet: Annotated[bool, Help("yes to make it a filter of the directory.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRecord:
    """`content/hub/network.yaml`: the umbrella's own facts and the network's vocabulary."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, Help("The full name of the umbrella organisation or of the network.")]
    short_name: Annotated[Text | None, Help("The name people use.")] = None
    mission: Annotated[Text | None, Help("Its mission, in a sentence or two.")] = None
    summary: Annotated[Text | None, Help("One sentence about the network, for search engines and cards.")] = (
        None
    )
    notice: Annotated[Text | None, Help("A sentence shown on top of every page, such as a disclaimer.")] = (
        None
    )
    website: Annotated[Url | None, Help("The umbrella's website outside this network.")] = None
    contact: Annotated[Contact, Help("How the public reaches the umbrella.")] = Contact()
    host: Annotated[Host | None, Help("The organisation that houses it.")] = None
    founded: Annotated[YearOrDate | None, Help("When it was founded, as a year or date.")] = None
    languages: Annotated[tuple[Language, ...], Help("Languages of the hub, the main one first.", "en")] = (
        "en",
    )
    time_zone: Annotated[TimeZone, Help("The umbrella's time zone.", "America/Detroit")] = "UTC"
    social: Annotated[dict[Slug, Url], Help("Its pages on social networks.")] = field(default_factory=dict)
    links: Annotated[tuple[WebLink, ...], Help("Outward links for the hub's footer.")] = ()
    brand: Annotated[Brand, Help("The hub's colour and logo.")] = Brand()
    member: Annotated[
        Term | None,
        Help("What a member is called, if not association: a label (chapter) and a plural (chapters)."),
    ] = None
    kinds: Annotated[Terms, Help("The kinds of members.")] = field(default_factory=dict)
    services: Annotated[Terms, Help("The services that members offer.")] = field(default_factory=dict)
    endorsement: Annotated[EndorsementTerms | None, Help("The network's endorsement, if it has one.")] = None
    audiences: Annotated[Terms, Help("For whom a resource or an event is.")] = field(default_factory=dict)
    topics: Annotated[Terms, Help("What news and resources are about.")] = field(default_factory=dict)
    link_kinds: Annotated[Terms, Help("What outward links are for.")] = field(default_factory=dict)
    regions: Annotated[
        dict[Region, Text], Help("Other names for regions than the official ones, by ISO 3166 code.")
    ] = field(default_factory=dict)
    fields: Annotated[dict[str, CustomField], Help("Further fields of this network's records.")] = field(
        default_factory=dict
    )
    repository: Annotated[
        Url | None,
        Help('Address of a file on the git host up to its path, for "suggest a correction" links.'),
    ] = None
    sources: Annotated[tuple[Url, ...], Help("Where the facts come from.")] = ()
    unconfirmed: Annotated[tuple[Text, ...], Help("Names of fields that nobody has confirmed.")] = ()
    note: Annotated[Text | None, Help("A remark for those who keep the record up; it is not published.")] = (
        None
    )

    @property
    def label(self) -> str:
        """The name people use."""
        return self.short_name or self.name
