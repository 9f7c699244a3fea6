"""The fingerprint of everything that a site's bytes depend on, part by part: equal parts are equal bytes."""

from collections.abc import Mapping

from chapterhouse.announcements import announcement
from chapterhouse.files import digest
from chapterhouse.frozen import field, fields, frozen
from chapterhouse.model import HUB, SiteJob
from chapterhouse.plan.events import moments, own_events
from chapterhouse.plan.jobs import NetworkIndex, Surroundings, theme_of
from chapterhouse.record import NetworkRecord
from chapterhouse.record_values import HIDDEN

Parts = Mapping[str, str]
"""Names such as `file:associations/x/pages/about.md` with fingerprints; `plan/reasons.py` has the words."""


@frozen
class Versions:
    """Fingerprints of what is not in the network."""

    engine: str
    """Of the engine, of Python and of the installed packages."""
    settings: str
    """Of `pelican.conf.py`."""
    themes: Mapping[str, str] = field(default_factory=dict)
    """Of each theme that a site may have, its fallbacks included."""


@frozen
class CommonParts:
    """The parts that all sites share, worked out once."""

    network: str
    engine: str
    settings: str
    themes: Mapping[str, str]


def common_parts(index: NetworkIndex, versions: Versions) -> CommonParts:
    """Work out the parts that all sites share."""
    return CommonParts(
        network=_network(index.network.record),
        engine=versions.engine,
        settings=versions.settings,
        themes=versions.themes,
    )


def site_parts(
    index: NetworkIndex, job: SiteJob, surroundings: Surroundings, common: CommonParts
) -> dict[str, str]:
    """Return the parts of one site."""
    slug = job.site.slug
    folder = index.network.hub_folder if slug == HUB else index.associations[slug].folder
    theme = theme_of(job.record, surroundings)
    facts = job.network
    parts = {
        "engine": common.engine,
        "settings": common.settings,
        "folder": folder.digest,
        "site": repr(job.site),
        "hub": f"{facts.url} {facts.home} {job.associations_href} {job.hub_page_href} {job.search_href}",
        f"theme:{theme}": common.themes.get(theme, ""),
        "network": common.network,
        "fact:association_count": str(facts.association_count),
        "fact:country_count": str(facts.country_count),
        "fact:as_of": facts.as_of,
    }
    start = f"{folder.name}/"
    for path, content in folder.digests.items():
        parts[f"file:{path}" if path.startswith(start) else f"file:{start}{path}"] = content
    for entry in job.shared:
        parts[f"shared:{entry.path}"] = f"{entry.digest} {entry.route}"
    for picture in job.shared_pictures:
        parts[f"shared:{picture.path}"] = picture.digest
    if job.sitemaps:
        parts["sitemaps"] = digest("\n".join(job.sitemaps).encode())
    for one in job.placed:
        words = [one.entry.digest, one.href, one.url, one.origin, one.origin_href, one.time_zone]
        if one.values:
            words.append(repr(one.values))
        parts[f"placed:{one.entry.path}"] = " ".join(words)
    for path, address in job.addresses.items():
        parts[f"address:{path}"] = address
    for path, value in job.values.items():
        parts[f"value:{path}"] = value
    events = [(event, job.time_zone) for event in own_events(folder)]
    events += [(one.entry, one.time_zone) for one in job.placed]
    for path, moment in moments(events, job.today).items():
        parts[f"event:{path}"] = moment
    if job.record.announcement:
        parts["announcement"] = "shown" if announcement(job.record, job.today) else "hidden"
    for page in job.hub_pages:
        parts[f"hub page:/{page.route}"] = _fingerprint(page)
    return parts


def _network(record: NetworkRecord) -> str:
    """Return one word for each field of `network.yaml`, so that a reason can name those that changed."""
    shown = (name for name in fields(type(record)) if name not in HIDDEN)
    return " ".join(f"{name}={_fingerprint(getattr(record, name))[:12]}" for name in shown)


def _fingerprint(value: object) -> str:
    return digest(repr(value).encode("utf-8", "surrogatepass"))
