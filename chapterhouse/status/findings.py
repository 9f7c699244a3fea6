"""What there is to look at in an association's record and pages: each function yields one sort of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.entries import Entry
from chapterhouse.localised import translation
from chapterhouse.model import Association
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.status.values import Finding, Override
from chapterhouse.text import count, listed, shorten

TEXTS = ("mission", "summary", "notice")
"""The texts of a record that visitors read as sentences; names often stay what they are."""
NAMED = 5
"""How many untranslated words a finding names."""
YEAR = 365
"""Days after which a record counts as old, and a site as one without news."""


def days_between(day: str | None, today: str) -> int | None:
    """Return how many days ago a day was, or None where there is no day."""
    return (date.fromisoformat(today) - date.fromisoformat(day)).days if day else None


_KINDS = {
    "dead-link": ("dead link", "dead links", ("dead-link", "dead-address")),
    "missing-alt": ("picture without description", "pictures without description", ("missing-alt",)),
}
"""Findings that gather diagnostics of some codes, in the words for one and for several."""


def problems(found: Sequence[Diagnostic]) -> Iterator[Finding]:
    """Yield what load and the checks found: what holds the site first, then each kind once."""
    errors = [one for one in found if one.is_error]
    if errors:
        words = f"the site is held: {errors[0].message}"
        if len(errors) > 1:
            words += f", and {count(len(errors) - 1, 'further error')}"
        yield _told("held", f"held ({count(len(errors), 'error')})", words, errors)
    rest = [one for one in found if not one.is_error]
    for code, (noun, plural, codes) in _KINDS.items():
        if same := [one for one in found if one.code in codes]:
            words = count(len(same), noun, plural)
            yield _told(code, words, f"{words}; the first: {same[0].message}", same)
        rest = [one for one in rest if one.code not in codes]
    if rest:
        words = count(len(rest), "warning")
        yield _told("warning", words, f"{words}; the first: {rest[0].message}", rest)


def _told(code: str, short: str, words: str, problems: Iterable[Diagnostic]) -> Finding:
    return Finding(code=code, short=short, words=words, paths=tuple(one.location for one in problems))


def freshness(record: Record, days: int | None) -> Iterator[Finding]:
    """Yield that the record was never verified, or too long ago."""
    if days is None:
        yield Finding(
            code="never-verified",
            short="never verified",
            words="nobody has verified the record (verified_on)",
        )
    elif days > YEAR:
        yield Finding(
            code="old-record",
            short=f"verified {days} days ago",
            words=f"the record was last verified on {record.verified_on}, {days} days ago",
        )


def news(association: Association, days: Sequence[str], today: str) -> Iterator[Finding]:
    """Yield that there was no news for a year; `days` are those of its news, sorted."""
    if not association.has_site:
        return
    if not days:
        yield Finding(code="no-news", short="no news", words="there has never been any news on the site")
    elif (days_between(days[-1], today) or 0) > YEAR:
        yield Finding(
            code="no-news",
            short=f"no news since {days[-1]}",
            words=f"no news for a year: the last is of {days[-1]}",
        )


def gaps(record: Record) -> Iterator[Finding]:
    """Yield what the record does not say, and what in it nobody has confirmed."""
    contact = record.contact
    known = {
        "website": record.website,
        "contact": contact.email or contact.phone or contact.form or contact.address,
        "mission": record.mission or record.summary,
        "regions": record.regions or record.location,
        "logo": record.brand.logo,
    }
    missing = [name for name, value in known.items() if not value]
    if missing:
        yield Finding(
            code="gap", short=f"no {'/'.join(missing)}", words=f"the record does not say: {listed(missing)}"
        )
    if record.unconfirmed:
        yield Finding(
            code="unconfirmed",
            short=f"{len(record.unconfirmed)} unconfirmed",
            words=f"nobody has confirmed: {listed(record.unconfirmed)}",
        )


def theme_words(missing: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Yield the languages into which some words of the theme are not translated, with the first of them."""
    for language, messages in sorted(missing.items()):
        if messages:
            words = f"{count(len(messages), 'text')} of the theme not translated into {language}"
            named = ", ".join(f'"{shorten(one, 40)}"' for one in messages[:NAMED])
            more = " and others" if len(messages) > NAMED else ""
            yield Finding(code="missing-words", short=words, words=f"{words}: {named}{more}")


def untranslated_record(record: Record | NetworkRecord) -> Iterator[Finding]:
    """Yield the languages of a site that the texts of its record are not in."""
    lacking = [
        f"{name} ({language})"
        for language in record.languages[1:]
        for name in TEXTS
        if getattr(record, name, None) and not _is_said(record, name, language)
    ]
    if lacking:
        yield Finding(
            code="untranslated-record",
            short="record untranslated",
            words=f"the record does not say in every language of the site: {listed(lacking)}",
        )


def _is_said(record: Record | NetworkRecord, name: str, language: str) -> bool:
    given = translation(record, language)
    return given is not None and bool(getattr(given, name, None))


def untranslated(record: Record | NetworkRecord, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield the pages that lack one of the languages that the record promises."""
    if len(record.languages) < 2:
        return
    versions: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        if entry.type == "page":
            name = entry.path.removesuffix(".md").removesuffix(f".{entry.language}")
            versions.setdefault(name, {})[entry.language] = entry
    lacking = [same for same in versions.values() if set(record.languages) - same.keys()]
    if lacking:
        words = count(len(lacking), "page")
        first = [next(iter(same.values())) for same in lacking]
        yield Finding(
            code="missing-translation",
            short=f"{words} untranslated",
            words=f"{words} not in every language of the site ({listed(record.languages)})",
            paths=tuple(Location(entry.path) for entry in first),
        )


def undescribed(association: Association, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield pictures named in front matter without words for people who cannot see them."""
    found = [
        entry.place(entry.fields_lines.get("image", 1))
        for entry in entries
        if entry.fields.image and entry.fields.image_alt is None
    ]
    brand = association.record.brand
    if brand.logo and not brand.logo_alt:
        found.append(association.folder.place("brand.logo"))
    if found:
        words = count(len(found), "picture")
        yield Finding(
            code="missing-alt-field",
            short=f"{words} without image_alt",
            words=f"{words} in a record or front matter without image_alt or logo_alt",
            paths=tuple(found),
        )


def overrides(found: Sequence[Override]) -> Iterator[Finding]:
    """Yield the overrides of shared pages, or, where it is known, only those that fell behind."""
    behind = [one for one in found if one.fell_behind]
    if behind:
        words = count(len(behind), "override")
        yield _over(
            "override-behind", f"{words} behind", f"{words} of a shared page that changed since", behind
        )
    elif found:
        words = count(len(found), "override")
        yield _over("override", words, f"{words} of shared pages", found)


def _over(code: str, short: str, words: str, found: Sequence[Override]) -> Finding:
    pages = listed([one.shared for one in found])
    return Finding(
        code=code, short=short, words=f"{words} ({pages})", paths=tuple(Location(one.path) for one in found)
    )
