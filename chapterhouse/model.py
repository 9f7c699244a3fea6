"""The network as it flows from step to step: frozen, picklable values without any reading or writing.

The main process of a large network keeps an `Association` (a record and what it hands to others) for each
member; its pages (`entries.py`) stay packed in a file until a worker renders them (`pages.py`).
"""

import pickle
from collections.abc import Mapping
from typing import Any

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.entries import Entry as Entry
from chapterhouse.entries import Heading as Heading
from chapterhouse.entries import Link as Link
from chapterhouse.entries import Pages as Pages
from chapterhouse.entries import Picture as Picture
from chapterhouse.entries import Value as Value
from chapterhouse.frozen import field, frozen
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.summary import SiteSummary as SiteSummary
from chapterhouse.summary import Written as Written
from chapterhouse.words import ENGLISH, Words

HUB = ""
"""The slug of the hub's site."""
HUB_FOLDER = "content/hub"
SHARED_FOLDER = "content/shared"
ASSOCIATIONS_FOLDER = "associations"
NUL = "\0"
"""What no HTML has in it: it stands between packed ids."""


@frozen
class Site:
    """Where one website is published."""

    slug: str
    """The association's slug; `""` is the hub."""
    url: str
    """The absolute address of its home page, with a slash at the end: `https://example.org/wi-aimh/`."""
    root: str
    """The path of its home page on its own host: `/wi-aimh/`, or `/` on a host of its own."""
    folder: str
    """Its folder below the output: `wi-aimh`; `""` where the hub is the output itself."""
    assets: str
    """The path at which pages of this site find shared assets: `/assets/`."""
    assets_folder: str
    """The folder below the output that this means: `assets`, or `wi-aimh/assets` on a host of its own."""

    @property
    def host(self) -> str:
        """Scheme and host without a slash: links to sites with another host are absolute."""
        return self.url[: len(self.url) - len(self.root)]

    def link(self, other: "Site", route: str = "") -> str:
        """Return how this site's pages link to an address of another site, or of this one."""
        return (other.root if other.host == self.host else other.url) + route


@frozen
class Folder:
    """What load makes of a folder (the hub's, the shared one, an association's), as the state keeps it."""

    name: str
    """Relative to the project: `associations/wi-aimh`."""
    digest: str
    """Fingerprint of every file's path and bytes."""
    record: Record | NetworkRecord | None
    """None where the folder has none (shared) or where it could not be read."""
    offered: tuple[Entry, ...] = ()
    """Entries placed on further sites than the folder's own: audience `network`, or co-hosts named.

    They are as others see them: `seen_elsewhere`."""
    outward: tuple[tuple[str, Link], ...] = ()
    """Links to entries of other folders, each with the path of the entry it stands in."""
    targets: Mapping[str, str] = field(default_factory=dict)
    """Every entry path of this folder (drafts left out) with its ids, packed: `ids_of` returns them."""
    routes: Mapping[str, str] = field(default_factory=dict)
    """The address below the site of every entry path: where links of other folders lead."""
    parents: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The page that an entry names as its parent, and the line, by the entry's path."""
    aliases: Mapping[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    """The former addresses of an entry, and their line, by the entry's path."""
    values: tuple[tuple[str, Value], ...] = ()
    """Record values in use, each with the path of the entry it stands in."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many entries of each content type."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Every file below the folder with the fingerprint of its bytes: what `plan` names as edited."""
    diagnostics: tuple[Diagnostic, ...] = ()
    bodies: str = ""
    """Name of the file in `.chapterhouse/bodies/` that holds the rendered bodies, one behind the other."""
    pages: bytes = b""
    """A packed `Pages` where every build needs them: of the hub's folder and of the shared one."""
    pages_at: tuple[int, int] = (0, 0)
    """Offset and length of the packed `Pages` in the file of the bodies, of an association's folder."""
    kept_in: str = ""
    """The folder of that file; `load/all.py` fills it in, because the state may move."""
    events: bytes = b""
    """Pickled: the events that are not offered, as others see them; a day may change their pages."""
    places: bytes = b""
    """Pickled: what finds line, column and length of a value of the record by its name: `brand.logo`."""

    def place(self, name: str = "") -> Location:
        """Return where a field of the record stands, or the record's file where the field does not."""
        file = "network.yaml" if self.name == HUB_FOLDER else "association.yaml"
        places = pickle.loads(self.places) if name and self.places else {}
        return Location(f"{self.name}/{file}", *places.get(name, ()))

    def ids_of(self, path: str) -> list[str]:
        """Return every id of an entry's body, sorted: what a `#fragment` may point to."""
        return self.targets[path].split(NUL) if self.targets[path] else []

    @property
    def slug(self) -> str:
        """The association's slug: the folder's own name."""
        return self.name.rpartition("/")[2]

    @property
    def has_errors(self) -> bool:
        """Whether something in this folder holds its site."""
        return any(d.is_error for d in self.diagnostics)


@frozen
class Association:
    """A member of the network."""

    slug: str
    record: Record
    site: Site
    folder: Folder
    """What is published of it: the last good one where the association is held."""
    has_site: bool = True
    """Whether it has pages of its own; if not, the hub's page about it is all there is."""

    @property
    def name(self) -> str:
        """The full name."""
        return self.record.name

    @property
    def label(self) -> str:
        """The name people use."""
        return self.record.label


@frozen
class Network:
    """Everything: the umbrella, its hub and the associations, sorted by slug."""

    record: NetworkRecord
    hub: Site
    hub_folder: Folder
    shared: Folder
    associations: tuple[Association, ...]
    today: str
    """The day the build is for, as `YYYY-MM-DD`: what "upcoming" means."""
    unreadable: tuple[Folder, ...] = ()
    """Folders of associations whose record cannot be read: their pages exist, but cannot be shown now."""
    has_search: bool = True
    """Whether the hub searches the pages of all sites: the setting `NETWORK_SEARCH`."""
    has_status_page: bool = False
    """Whether the hub publishes the steward's view: the setting `NETWORK_STATUS_PAGE`."""
    problems: tuple[Diagnostic, ...] = ()
    """What is wrong with the files as they are now; only the steward's view shows it."""
    words: Words = ENGLISH
    """The words of computed pages and exports, in the hub's main language."""

    def association(self, slug: str) -> Association | None:
        """Return the association with a slug."""
        return next((a for a in self.associations if a.slug == slug), None)

    @property
    def sites(self) -> tuple[Site, ...]:
        """Every site, the hub first."""
        return (self.hub, *(a.site for a in self.associations))


@frozen
class NetworkFacts:
    """What every page may say of the network: `network` in templates and `network.*` in Markdown."""

    name: str
    label: str
    url: str
    """Absolute address of the hub's home page."""
    home: str
    """The hub's home page as pages of this site link to it."""
    record: NetworkRecord
    association_count: int
    """Associations that are active or forming."""
    country_count: int
    as_of: str
    """The newest `verified_on` of all records, or an empty text."""


@frozen
class Placed:
    """An entry of another folder that shows in a site's lists, feeds and calendars; its page stays there."""

    entry: Entry
    href: str
    """Its canonical address, as pages of the receiving site link to it."""
    url: str
    """Its canonical address, absolute."""
    origin: str
    """The label of the association it comes from, or of the umbrella."""
    origin_href: str
    time_zone: str
    """The origin's time zone: the event's, where it names none."""
    values: Mapping[str, str] = field(default_factory=dict)
    """The origin's record values that the entry's summary uses, by path."""


@frozen
class HubPage:
    """A page of the hub that is computed from the whole network and rendered with the hub's site."""

    route: str
    """`directory/` is `/directory/index.html`; `404.html` stays a file."""
    template: str
    """`directory.html`"""
    title: str
    summary: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What its template gets besides the site's own context: plain values, picklable."""
    menu: bool = False
    """Whether it stands in the hub's menu."""
    order: int = 50
    """Its place in the menu among the pages."""
    phrase: str = ""
    """What its title is in other languages' menus, with places for `member` and `members`; else the title."""
    robots: str = ""
    """What search engines are told: `noindex` keeps it out of them and of the sitemap."""
    joins_listing: bool = False
    """Whether it is no page by itself: the listing or home page at its route gets its context besides."""
    instead_of: str = ""
    """The route of the listing whose place in the menu it takes."""


@frozen
class SiteJob:
    """Everything that a site's bytes depend on: a worker needs nothing else but the files named here."""

    site: Site
    record: Record | NetworkRecord
    network: NetworkFacts
    languages: tuple[str, ...]
    """The site's languages, the main one first."""
    time_zone: str
    today: str
    pages: bytes = b""
    """The packed `Pages` of its own folder, where they are not in the file of the bodies."""
    pages_at: tuple[int, int] = (0, 0)
    """Offset and length of the packed `Pages` in the file of the bodies."""
    bodies: str = ""
    """Path of the file with the rendered bodies of its own entries."""
    shared: tuple[Entry, ...] = ()
    """Shared pages that apply here and are not overridden."""
    shared_bodies: str = ""
    shared_pictures: tuple[Picture, ...] = ()
    """Pictures and documents of the shared folder; those that its pages here use are published here too."""
    placed: tuple[Placed, ...] = ()
    """Entries of other folders shown here."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Each entry of another folder that a body links to, by project path, with its address from here."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Every record value that its bodies use, by path (`association.name`), as plain text."""
    hub_pages: tuple[HubPage, ...] = ()
    sitemaps: tuple[str, ...] = ()
    """On the hub: absolute addresses of the sitemaps of the other sites on its host."""
    associations_href: str = ""
    """Where pages link to the list of all associations."""
    hub_page_href: str = ""
    """Where the hub's page about this association is."""
    search_href: str = ""
    """The hub's page that searches, or an empty text where the network has no search."""
    themes: tuple[str, ...] = ()
    """Folders of the theme, the more special first, `base` last."""
    assets: Mapping[str, str] = field(default_factory=dict)
    """Shared assets by name: `style.css` is `/assets/style.3f2a91.css`."""
    project: str = ""
    """The project's root folder."""
    stage: str = ""
    """The folder that stands for the output while the site is rendered, with the same paths below it."""
    published: Mapping[str, str] = field(default_factory=dict)
    """Path and digest of every file that is published now: equal bytes are not written again."""
    is_new: bool = False
    """Whether the output has nothing of this site yet: its folder is staged to be published whole."""
    pelican: Mapping[str, Any] = field(default_factory=dict)
    """Upper-case settings of `pelican.conf.py` for Pelican itself, PLUGINS among them."""
    markdown: str = "commonmark"
    social_cards: str = "off"
    """Which pages have a card for those who link to them: `off`, `sites` (one for all) or `pages`."""

    @property
    def is_hub(self) -> bool:
        """Whether the site is the hub."""
        return self.site.slug == HUB
