"""From the network to the job of one site: everything that its bytes depend on, and nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from chapterhouse.frozen import field, frozen
from chapterhouse.model import (
    HUB,
    HUB_FOLDER,
    SHARED_FOLDER,
    Association,
    Entry,
    Folder,
    HubPage,
    Network,
    NetworkFacts,
    Picture,
    Placed,
    Site,
    SiteJob,
)
from chapterhouse.network_facts import facts_for, network_facts
from chapterhouse.placement import placed_on
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.record_values import value_of
from chapterhouse.shared_pages import override, shared_entries, shared_files, shared_pages

SEARCH = "search/"
"""The hub's page that searches: `hub_pages/search.py`."""


@frozen
class Surroundings:
    """What all jobs of a build have in common besides the network."""

    project: str = ""
    stage: str = ""
    bodies: str = ""
    """The folder of the rendered bodies."""
    directory: str = "directory/"
    """The hub's list of all associations; each has a page below it."""
    theme: str = "base"
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The folders of each theme that sites may have, the more special first."""
    assets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each theme the published file name of each asset: `style.css` is `style.3f2a91.css`."""
    pelican: Mapping[str, Any] = field(default_factory=dict)
    markdown: str = "commonmark"
    social_cards: str = "off"


@frozen
class NetworkIndex:
    """The network with what every job looks up, worked out once."""

    network: Network
    facts: NetworkFacts
    placed: Mapping[str, tuple[tuple[Entry, str], ...]]
    shared: tuple[Entry, ...]
    shared_pictures: tuple[Picture, ...]
    associations: Mapping[str, Association]
    folders: Mapping[str, Folder]


def index_network(network: Network) -> NetworkIndex:
    """Work out what every job looks up."""
    folders = [network.hub_folder, network.shared, *(one.folder for one in network.associations)]
    return NetworkIndex(
        network=network,
        facts=network_facts(network),
        placed=placed_on(network),
        shared=shared_entries(network.shared),
        shared_pictures=shared_files(network.shared),
        associations={one.slug: one for one in network.associations},
        folders={folder.name: folder for folder in folders},
    )


def theme_of(record: Record | NetworkRecord, surroundings: Surroundings) -> str:
    """Return the name of a site's theme: its own choice where the network allows it."""
    chosen = record.brand.theme
    return chosen if chosen and chosen in surroundings.themes else surroundings.theme


def time_zone_of(association: Association | None, network: Network) -> str:
    """Return the time zone of an association, or of the hub."""
    return (association and association.record.time_zone) or network.record.time_zone


def site_job(
    index: NetworkIndex,
    slug: str,
    surroundings: Surroundings,
    *,
    hub_pages: Iterable[HubPage] = (),
    published: Mapping[str, str] | None = None,
    is_new: bool = False,
) -> SiteJob:
    """Return the job of one site; `published` are the files that lie in the output as they were published.

    Nothing lies there of a site that `is_new`.
    """
    network = index.network
    association = None if slug == HUB else index.associations[slug]
    site = association.site if association else network.hub
    record: Record | NetworkRecord = association.record if association else network.record
    folder = association.folder if association else network.hub_folder
    languages = (association and association.record.languages) or network.record.languages
    main = network.record.languages[0]
    shared = shared_pages(index.shared, association, languages, main) if association else ()
    facts = facts_for(site, index.facts, network.hub)
    directory = site.link(network.hub, surroundings.directory)
    theme = theme_of(record, surroundings)
    names = surroundings.assets.get(theme, {})
    return SiteJob(
        site=site,
        record=record,
        network=facts,
        languages=languages,
        time_zone=time_zone_of(association, network),
        today=network.today,
        pages=folder.pages,
        pages_at=folder.pages_at,
        bodies=f"{surroundings.bodies}/{folder.bodies}" if folder.bodies else "",
        shared=shared,
        shared_bodies=f"{surroundings.bodies}/{network.shared.bodies}"
        if shared and network.shared.bodies
        else "",
        shared_pictures=index.shared_pictures if shared else (),
        placed=_placed(index, slug, site),
        sitemaps=_sitemaps(network) if slug == HUB else (),
        addresses=_addresses(index, site, association, folder, shared),
        values=_values(association, folder, shared, facts, site),
        hub_pages=tuple(hub_pages) if slug == HUB else (),
        associations_href=directory,
        hub_page_href=f"{directory}{slug}/" if association else "",
        search_href=site.link(network.hub, SEARCH) if network.has_search else "",
        themes=surroundings.themes.get(theme, ()),
        assets={name: site.assets + file for name, file in names.items()},
        project=surroundings.project,
        stage=surroundings.stage,
        published=published or {},
        is_new=is_new,
        pelican=surroundings.pelican,
        markdown=surroundings.markdown,
        social_cards=surroundings.social_cards,
    )


def _placed(index: NetworkIndex, slug: str, site: Site) -> tuple[Placed, ...]:
    homes: dict[str, dict[str, str]] = {}
    found = []
    for entry, origin in index.placed.get(slug, ()):
        home = homes.get(origin) or homes.setdefault(origin, _home(index, origin, site))
        names = sorted({value.path for value in entry.values}) if entry.values else ()
        url, href = home["url"] + entry.route, home["origin_href"] + entry.route
        found.append(
            Placed(
                entry=entry,
                href=href,
                url=url,
                origin=home["origin"],
                origin_href=home["origin_href"],
                time_zone=home["time_zone"],
                values=_own_values(index, origin, names) if names else {},
            )
        )
    return tuple(found)


def _own_values(index: NetworkIndex, slug: str, names: Iterable[str]) -> dict[str, str]:
    """Return record values as the site that an entry comes from says them."""
    association = index.associations.get(slug)
    home = association.site if association else index.network.hub
    record = association.record if association else None
    values = {name: value_of(name, record, index.facts, home) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _sitemaps(network: Network) -> tuple[str, ...]:
    """Return the addresses of the sitemaps of the other sites on the hub's host."""
    sites = [each.site for each in network.associations if each.has_site]
    return tuple(f"{site.url}sitemap.xml" for site in sites if site.host == network.hub.host)


def _home(index: NetworkIndex, slug: str, site: Site) -> dict[str, str]:
    """Return what a site says of the site that an entry comes from."""
    network = index.network
    association = index.associations.get(slug)
    home = association.site if association else network.hub
    return {
        "url": home.url,
        "origin": association.label if association else network.record.label,
        "origin_href": site.link(home),
        "time_zone": time_zone_of(association, network),
    }


def _addresses(
    index: NetworkIndex,
    site: Site,
    association: Association | None,
    folder: Folder,
    shared: tuple[Entry, ...],
) -> dict[str, str]:
    """Return where links to other folders lead, shared pages being on the site itself."""
    found = {entry.path: site.root + entry.route for entry in shared}
    targets = [link.target for _, link in folder.outward]
    if association:
        targets += [link.target for entry in shared for link in entry.links if link.is_entry]
        targets += [entry.path for entry in index.shared]
    for target in targets:
        if target not in found:
            address = _address(index, site, association, target)
            if address is not None:
                found[target] = address
    return dict(sorted(found.items()))


def _address(index: NetworkIndex, site: Site, association: Association | None, target: str) -> str | None:
    name = "/".join(target.split("/", 2)[:2])
    if name == SHARED_FOLDER:
        own = override(target, association) if association else None
        return site.root + _route(association.folder, own) if own and association else None
    folder = index.folders.get(name)
    if folder is None or target not in folder.targets:
        # The other association is held and was never published: its place in the directory is empty too.
        return site.link(index.network.hub)
    home = index.network.hub if name == HUB_FOLDER else index.associations[folder.slug].site
    return site.link(home, _route(folder, target))


def _route(folder: Folder, path: str) -> str:
    """Return the address of an entry below its site, worked out from its path where load did not say."""
    route = folder.routes.get(path)
    if route is None:
        inside = path.removeprefix(folder.name + "/").removeprefix("pages/").removesuffix(".md")
        route = "" if inside == "index" else inside.removesuffix("/index") + "/"
    return route


def _values(
    association: Association | None,
    folder: Folder,
    shared: tuple[Entry, ...],
    facts: NetworkFacts,
    site: Site,
) -> dict[str, str]:
    names = {value.path for _, value in folder.values}
    names.update(value.path for entry in shared for value in entry.values)
    record = association.record if association else None
    values = {name: value_of(name, record, facts, site) for name in sorted(names)}
    return {name: value for name, value in values.items() if value is not None}
