"""The steward's view as people and programs read it."""

import json
from collections.abc import Iterator
from typing import Any

from chapterhouse.status.values import AssociationStatus, Finding, Status
from chapterhouse.text import count

WORDS = {
    "held": "held by errors",
    "never-verified": "never verified",
    "old-record": "verified more than a year ago",
    "no-news": "without news for a year",
    "gap": "with gaps in the record",
    "unconfirmed": "with unconfirmed facts",
    "dead-link": "with dead links",
    "missing-alt": "with undescribed pictures in pages",
    "missing-alt-field": "with undescribed pictures in front matter or record",
    "missing-translation": "with missing translations",
    "untranslated-record": "whose record is not in every language of the site",
    "override-behind": "with overrides that fell behind",
    "override": "with overrides of shared pages",
    "warning": "with other warnings",
}
"""What follows a number of associations, by the code of a finding."""
NEVER = "never"


def table(status: Status) -> Iterator[str]:
    """Yield the lines of a table, an association each, and the sums below it."""
    rows = [("association", "verified", "last news", "to look at")]
    for row in status.associations:
        shorts = ", ".join(finding.short for finding in row.findings) or "-"
        rows.append((row.slug, row.verified_on or NEVER, row.news_on or NEVER, shorts))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for words in rows:
        cells = [word.ljust(width) for word, width in zip(words[:3], widths, strict=True)]
        yield "  ".join([*cells, words[3]])
    for finding in status.hub:
        yield f"the hub and the shared pages: {finding.words}"
    yield ""
    yield from sums(status)


def sums(status: Status) -> Iterator[str]:
    """Yield how many associations have each sort of finding."""
    total = len(status.associations)
    yield f"{count(total, 'association')} on {status.day}; of these:"
    for code, words in WORDS.items():
        if code in status.counts:
            yield f"{status.counts[code]:6}  {words}"
    fine = sum(not row.findings for row in status.associations)
    yield f"{fine:6}  with nothing to look at"


def details(row: AssociationStatus) -> Iterator[str]:
    """Yield all that is known of one association, with the places in its files."""
    yield f"{row.slug}: {row.name}" + (f" ({row.status})" if row.status else "")
    known = f"verified: {row.verified_on or NEVER}; last news: {row.news_on or NEVER}"
    yield f"  {known}; news in all: {row.news_count}"
    for finding in row.findings:
        yield f"- {finding.words} [{finding.code}]"
        yield from (f"    {place}" for place in finding.paths)
    if not row.findings:
        yield "- nothing to look at"


def as_json(status: Status, slug: str = "") -> str:
    """Return the same facts for programs: all associations, or the one named."""
    facts = {
        "day": status.day,
        "counts": dict(status.counts),
        "hub": [_finding(one) for one in status.hub],
        "associations": [_row(row) for row in status.associations if slug in ("", row.slug)],
    }
    return json.dumps(facts, indent=2, ensure_ascii=False)


def _row(row: AssociationStatus) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "name": row.name,
        "status": row.status or None,
        "held": row.is_held,
        "verified_on": row.verified_on or None,
        "verified_days": row.verified_days,
        "news_on": row.news_on or None,
        "news_count": row.news_count,
        "overrides": [
            {
                "path": one.path,
                "shared": one.shared,
                "changed_on": one.changed_on or None,
                "shared_changed_on": one.shared_changed_on or None,
                "fell_behind": one.fell_behind,
            }
            for one in row.overrides
        ],
        "findings": [_finding(one) for one in row.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "message": finding.words, "places": [str(place) for place in finding.paths]}
