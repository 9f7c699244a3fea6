"""A page uses a fact that the record does not have, or that no record can have.

`{{ association.website }}` in a page stands for the website in the association's record. Where the record
has none, there would be a hole in the sentence. A shared page is read with every association's record:
whoever lacks the fact is told so, and only that site is held.

Add the fact to the record, or say in the page what stands there without it:
`{{ association.website | default("no website yet") }}`.
"""

from collections.abc import Iterator
from functools import cache

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.frozen import fields
from chapterhouse.model import Association, Entry, Folder, Network, NetworkFacts, Site, Value
from chapterhouse.network_facts import network_facts
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.record_values import value_names, value_of
from chapterhouse.shared_pages import shared_entries, shared_pages
from chapterhouse.text import did_you_mean


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each value that is nowhere and has no default."""
    facts = network_facts(network)
    yield from _own(network.hub_folder, None, facts, network.hub, network.record)
    for association in network.associations:
        yield from _own(association.folder, association, facts, association.site, network.record)
    yield from _shared(network, facts)


def _own(
    folder: Folder, association: Association | None, facts: NetworkFacts, site: Site, network: NetworkRecord
) -> Iterator[Diagnostic]:
    record = association.record if association else None
    used = {value.path for _, value in folder.values if value.default is None}
    missing = {name for name in used if value_of(name, record, facts, site) is None}
    for path, value in folder.values if missing else ():
        if value.path in missing and value.default is None:
            if association is None and value.path.startswith("association."):
                message = f'"{value.path}": the hub is no association'
                hint = "write network. in place of association., or write the words themselves"
                yield _make(path, value, message, hint)
            else:
                yield _unknown(path, value, network) or _empty(path, value, folder.place().path)


def _shared(network: Network, facts: NetworkFacts) -> Iterator[Diagnostic]:
    """Yield what shared pages lack: once where no record can have it, else for each site that shows it."""
    asked: list[tuple[str, Value]] = []
    for path, value in network.shared.values:
        if value.default is None:
            unknown = _unknown(path, value, network.record)
            if unknown:
                yield unknown
            else:
                asked.append((path, value))
    if not asked:
        return
    entries = shared_entries(network.shared)
    for association in network.associations:
        lacking = [
            (path, value)
            for path, value in asked
            if value_of(value.path, association.record, facts, association.site) is None
        ]
        if lacking and association.has_site:
            shown = _shown(entries, association, network.record)
            for path, value in lacking:
                if path in shown:
                    record = association.folder.place().path
                    yield _empty(path, value, record, association.slug)


def _shown(entries: tuple[Entry, ...], association: Association, network: NetworkRecord) -> set[str]:
    languages = association.record.languages or network.languages
    return {entry.path for entry in shared_pages(entries, association, languages, network.languages[0])}


def _unknown(path: str, value: Value, network: NetworkRecord) -> Diagnostic | None:
    """Return the problem of a name that no record has a place for."""
    names = (*value_names(), *(f"association.custom.{name}" for name in network.fields))
    if value.path in names or value.path.startswith(_groups()):
        return None
    hint = did_you_mean(value.path, names) or "docs/records.md lists the facts that a record can have"
    return _make(path, value, f'there is no value "{value.path}"', hint)


@cache
def _groups() -> tuple[str, ...]:
    """Return how values begin whose names people choose: `association.social.`."""
    return tuple(
        f"{root}.{name}."
        for root, cls in (("association", Record), ("network", NetworkRecord))
        for name, hint in fields(cls).items()
        if name != "custom" and "dict[" in str(hint)
    )


def _empty(path: str, value: Value, record: str, site: str | None = None) -> Diagnostic:
    root, _, name = value.path.partition(".")
    file = "content/hub/network.yaml" if root == "network" else record
    default = f'{{{{ {value.path} | default("...") }}}}'
    message = f'{file} has no "{name}"'
    return _make(path, value, message, f"add it there, or write {default} in the page", site)


def _make(path: str, value: Value, message: str, hint: str, site: str | None = None) -> Diagnostic:
    # The braces are as many characters as are surely there, however the value is written.
    location = Location(path, value.line, value.column, 2)
    return Diagnostic(code="missing-value", message=message, location=location, hint=hint, site=site)
