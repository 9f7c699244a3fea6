"""The steward's view: what each association's record and pages lack, computed from the network alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.held import owner
from chapterhouse.model import HUB, SHARED_FOLDER, Association, Network
from chapterhouse.pages import read_pages
from chapterhouse.shared_pages import override
from chapterhouse.status import findings as look
from chapterhouse.status.values import AssociationStatus, Changes, Finding, Override, Problems, Status

__all__ = [
    "AssociationStatus",
    "Changes",
    "Finding",
    "Override",
    "Problems",
    "Status",
    "by_site",
    "overridden",
    "status",
]

LIVING = frozenset({"active", "forming"})
"""Status of the associations that are expected to keep their facts and news up."""


def status(
    network: Network,
    problems: Problems,
    changes: Changes,
    untranslated: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Status:
    """Return the steward's view; `changes` may be empty, then nobody knows which overrides fell behind.

    `untranslated` are the words of the theme that other languages lack, by language.
    """
    rows = [_row(one, network, problems.get(one.slug, ()), changes) for one in network.associations]
    for folder in network.unreadable:
        findings = tuple(look.problems(problems.get(folder.slug, ())))
        rows.append(
            AssociationStatus(slug=folder.slug, name=folder.slug, status="", is_held=True, findings=findings)
        )
    counts: dict[str, int] = {}
    for row in rows:
        for code in {finding.code for finding in row.findings}:
            counts[code] = counts.get(code, 0) + 1
    return Status(
        day=network.today,
        hub=(
            *look.problems(problems.get(HUB, ())),
            *look.untranslated(network.record, read_pages(network.hub_folder).entries),
            *look.untranslated_record(network.record),
            *look.theme_words(untranslated),
        ),
        associations=tuple(sorted(rows, key=lambda row: row.slug)),
        counts=dict(sorted(counts.items())),
    )


def by_site(diagnostics: Iterable[Diagnostic], network: Network) -> dict[str, list[Diagnostic]]:
    """Return what is wrong with each site; an error of a shared page is told of the hub, once."""
    slugs = [one.slug for one in network.associations] + [one.slug for one in network.unreadable]
    found: dict[str, list[Diagnostic]] = {slug: [] for slug in (HUB, *slugs)}
    for diagnostic in diagnostics:
        slug = owner(diagnostic)
        found[slug if slug in found else HUB].append(diagnostic)
    return found


def overridden(network: Network) -> list[str]:
    """Return the paths of all overrides and of the shared pages behind them: history is asked for these."""
    pairs = (pair for one in network.associations for pair in _overrides(one, network))
    return sorted({path for pair in pairs for path in pair})


def _overrides(association: Association, network: Network) -> Iterator[tuple[str, str]]:
    for shared in sorted(network.shared.targets):
        own = override(shared, association) if shared.startswith(f"{SHARED_FOLDER}/pages/") else None
        if own:
            yield own, shared


def _row(
    association: Association, network: Network, problems: Sequence[Diagnostic], changes: Changes
) -> AssociationStatus:
    record = association.record
    entries = read_pages(association.folder).entries
    news = sorted(
        entry.fields.date[:10]
        for entry in entries
        if entry.type == "news" and entry.fields.date[:10] <= network.today
    )
    overrides = tuple(_override(own, shared, changes) for own, shared in _overrides(association, network))
    days = look.days_between(record.verified_on, network.today)
    findings = [*look.problems(problems)]
    if record.status in LIVING:
        findings += [*look.freshness(record, days), *look.news(association, news, network.today)]
        findings += look.gaps(record)
    findings += [
        *look.untranslated(record, entries),
        *look.untranslated_record(record),
        *look.undescribed(association, entries),
        *look.overrides(overrides),
    ]
    return AssociationStatus(
        slug=association.slug,
        name=record.name,
        status=record.status,
        verified_on=record.verified_on or "",
        verified_days=days,
        news_on=news[-1] if news else "",
        news_count=len(news),
        is_held=any(problem.is_error for problem in problems),
        overrides=overrides,
        findings=tuple(findings),
    )


def _override(own: str, shared: str, changes: Changes) -> Override:
    ours, theirs = changes.get(own), changes.get(shared)
    if ours is None or theirs is None:
        return Override(path=own, shared=shared)
    return Override(
        path=own,
        shared=shared,
        changed_on=ours[1],
        shared_changed_on=theirs[1],
        fell_behind=theirs[0] > ours[0],
    )
