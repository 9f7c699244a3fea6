"""What people write in YAML: the record of an association and the network's own record, field by field.

These are plain frozen dataclasses; pydantic validates against them (`load/validate.py`), so that each field
stands once. Every field's `Help` is what `schema`, `new` and the docs print.
"""

from typing import Annotated, Any, Literal

from chapterhouse.field_types import (
    Date,
    Domain,
    Help,
    Language,
    Region,
    Slug,
    Text,
    TimeZone,
    Url,
    Vocabulary,
    YearOrDate,
)
from chapterhouse.frozen import field, frozen
from chapterhouse.record_parts import NO_BRAND, NO_CONTACT
from chapterhouse.record_parts import STRICT as STRICT
from chapterhouse.record_parts import Address as Address
from chapterhouse.record_parts import Announcement as Announcement
from chapterhouse.record_parts import Brand as Brand
from chapterhouse.record_parts import Contact as Contact
from chapterhouse.record_parts import Endorsement as Endorsement
from chapterhouse.record_parts import Host as Host
from chapterhouse.record_parts import NetworkWords as NetworkWords
from chapterhouse.record_parts import Place as Place
from chapterhouse.record_parts import RecordWords as RecordWords
from chapterhouse.record_parts import Status as Status
from chapterhouse.record_parts import WebLink as WebLink


@frozen
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
    contact: Annotated[Contact, Help("How the public reaches it.")] = NO_CONTACT
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
    announcement: Annotated[
        Announcement | None, Help("A sentence on top of every page of its site, from one day to another.")
    ] = None
    brand: Annotated[Brand, Help("Its colour and logo.")] = NO_BRAND
    translations: Annotated[
        dict[Language, RecordWords], Help("The record's texts in other languages, by language code.")
    ] = field(default_factory=dict)
    aliases: Annotated[
        tuple[Slug, ...], Help("Folder names it had before: old addresses lead to the new one.")
    ] = ()
    accepts: Annotated[
        tuple[Slug, ...],
        Help("Folder names of associations whose news and events may be shown on this site if they name it."),
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


@frozen
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


@frozen
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


@frozen
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


@frozen
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
    contact: Annotated[Contact, Help("How the public reaches the umbrella.")] = NO_CONTACT
    host: Annotated[Host | None, Help("The organisation that houses it.")] = None
    founded: Annotated[YearOrDate | None, Help("When it was founded, as a year or date.")] = None
    languages: Annotated[tuple[Language, ...], Help("Languages of the hub, the main one first.", "en")] = (
        "en",
    )
    time_zone: Annotated[TimeZone, Help("The umbrella's time zone.", "America/Detroit")] = "UTC"
    social: Annotated[dict[Slug, Url], Help("Its pages on social networks.")] = field(default_factory=dict)
    links: Annotated[tuple[WebLink, ...], Help("Outward links for the hub's footer.")] = ()
    announcement: Annotated[
        Announcement | None, Help("A sentence on top of every page of the hub, from one day to another.")
    ] = None
    brand: Annotated[Brand, Help("The hub's colour and logo.")] = NO_BRAND
    translations: Annotated[
        dict[Language, NetworkWords], Help("These texts and words in other languages, by language code.")
    ] = field(default_factory=dict)
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
