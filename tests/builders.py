"""Small values of the model, so that a test names only what it is about."""

import pickle
from collections.abc import Iterable, Mapping
from typing import Any

from chapterhouse.config import Settings, site
from chapterhouse.content_types import content_types
from chapterhouse.model import (
    ASSOCIATIONS_FOLDER,
    HUB,
    HUB_FOLDER,
    NUL,
    SHARED_FOLDER,
    Association,
    Entry,
    Folder,
    Network,
    Pages,
)
from chapterhouse.pages import pack_pages
from chapterhouse.record import Brand, NetworkRecord, Record

URL = "https://example.org/"
TODAY = "2026-05-17"
SETTINGS = Settings(url=URL)

SMALL_NETWORK: Mapping[str, str] = {
    "pelican.conf.py": 'SITENAME = "Clubs"\nNETWORK_URL = "https://example.org/"\n',
    "content/hub/network.yaml": "name: Astronomy Network\n",
    "content/hub/pages/index.md": "---\ntitle: Welcome\n---\n\nThe clubs of the network.\n",
    "content/shared/pages/visiting.md": "---\ntitle: Visiting us\n---\n\nCome to {{ association.label }}.\n",
    "associations/north/association.yaml": "name: North Club\nregions: [US-WI]\n",
    "associations/north/pages/index.md": "---\ntitle: North Club\n---\n\nWe meet in the north.\n",
    "associations/south/association.yaml": "name: South Club\nregions: [US-IL]\n",
    "associations/south/pages/index.md": "---\ntitle: South Club\n---\n\nWe meet in the south.\n",
}
"""A hub and two associations, without a mistake."""


def entry(path: str, *, type_: str = "page", route: str | None = None, **more: Any) -> Entry:
    """Return an entry; what is not a field of `Entry` is front matter."""
    own = {name: more.pop(name) for name in list(more) if name in Entry.__dataclass_fields__}
    content_type = content_types()[type_]
    given = {"title": "A title", "audience": content_type.AUDIENCE, **more}
    if type_ in ("news", "event"):
        given.setdefault("date" if type_ == "news" else "start", TODAY)
    if route is None:
        _, _, inside = path.partition(f"/{content_type.FOLDER}/")
        inside = inside.removesuffix(".md")
        start = f"{content_type.FOLDER}/" if content_type.LISTING else ""
        route = "" if inside == "index" else f"{start}{inside.removesuffix('/index')}/"
    given_entry = {"language": "en", "summary": "", "fields": content_type.Fields(**given), **own}
    return Entry(path=path, type=type_, route=route, **given_entry)


def folder(name: str, entries: Iterable[Entry] = (), **more: Any) -> Folder:
    """Return a folder whose entries are packed, listed as targets and counted; `places` are packed here."""
    found = tuple(sorted(entries, key=lambda one: one.path))
    counts: dict[str, int] = {}
    for one in found:
        counts[one.type] = counts.get(one.type, 0) + 1
    values = {
        "digest": "0",
        "record": None,
        "targets": {one.path: NUL.join(sorted(one.ids)) for one in found},
        "routes": {one.path: one.route for one in found},
        "parents": {one.path: (one.fields.parent, 3) for one in found if getattr(one.fields, "parent", None)},
        "aliases": {one.path: (one.fields.aliases, 4) for one in found if one.fields.aliases},
        "values": tuple((one.path, value) for one in found for value in one.values),
        "offered": tuple(one for one in found if _is_offered(one)),
        "counts": counts,
        "pages": pack_pages(Pages(entries=found)),
        "events": pickle.dumps([one for one in found if one.type == "event" and not _is_offered(one)]),
    }
    if "places" in more:
        more["places"] = pickle.dumps(more["places"])
    return Folder(name=name, **{**values, **more})


def _is_offered(entry: Entry) -> bool:
    return entry.audience == "network" or bool(entry.fields.associations)


def association(
    slug: str,
    entries: Iterable[Entry] = (),
    *,
    settings: Settings = SETTINGS,
    has_site: bool = True,
    of_folder: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Association:
    """Return an association; what is not named here is a field of its record."""
    record = Record(**{"name": slug.title(), **fields})
    return Association(
        slug=slug,
        record=record,
        site=site(settings, slug, record.domain),
        folder=folder(f"{ASSOCIATIONS_FOLDER}/{slug}", entries, record=record, **(of_folder or {})),
        has_site=has_site,
    )


def network(
    *associations: Association,
    hub: Iterable[Entry] = (),
    shared: Iterable[Entry] = (),
    settings: Settings = SETTINGS,
    of_hub: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Network:
    """Return a network; what is not named here is a field of `network.yaml`."""
    record = NetworkRecord(**{"name": "Astronomy Network", **fields})
    return Network(
        record=record,
        hub=site(settings, HUB),
        hub_folder=folder(HUB_FOLDER, hub, record=record, **(of_hub or {})),
        shared=folder(SHARED_FOLDER, shared),
        associations=tuple(sorted(associations, key=lambda one: one.slug)),
        today=TODAY,
    )


def brand(**fields: Any) -> Brand:
    """Return a brand."""
    return Brand(**fields)
