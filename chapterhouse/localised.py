"""Records in the language of a page: texts that are translated in their `translations`, all else as it is."""

from collections.abc import Mapping
from typing import Any, TypeVar

from chapterhouse.frozen import replace
from chapterhouse.model import NetworkFacts
from chapterhouse.record import NetworkRecord, NetworkWords, Record, RecordWords, Term, Terms

AnyRecord = TypeVar("AnyRecord", bound=Record | NetworkRecord)
TEXTS = ("name", "short_name", "mission", "summary", "notice")
"""The fields that are one text."""
VOCABULARIES = ("kinds", "services", "audiences", "topics", "link_kinds")
"""The fields that hold terms by name."""


def translation(record: Record | NetworkRecord, language: str) -> RecordWords | NetworkWords | None:
    """Return what a record says in a language: `es-MX` takes `es` where it has nothing of its own."""
    found = record.translations
    return (found.get(language) or found.get(language.partition("-")[0])) if found else None


def localised(record: AnyRecord, language: str) -> AnyRecord:
    """Return a record in a language."""
    given = translation(record, language)
    if given is None:
        return record
    changes: dict[str, Any] = {name: text for name in TEXTS if (text := getattr(given, name, None))}
    if isinstance(record, NetworkRecord) and isinstance(given, NetworkWords):
        changes |= _vocabulary(record, given)
    return replace(record, **changes)


def localised_facts(facts: NetworkFacts, language: str) -> NetworkFacts:
    """Return what every page may say of the network, in a language."""
    record = localised(facts.record, language)
    if record is facts.record:
        return facts
    return replace(facts, record=record, name=record.name, label=record.label)


def text_language(record: Record | NetworkRecord, name: str, language: str, main: str) -> str:
    """Return the language that a text of a localised record is in; `main` is that of the record itself."""
    given = translation(record, language)
    if given is not None and getattr(given, name, None):
        return language
    return main


def _vocabulary(record: NetworkRecord, given: NetworkWords) -> dict[str, Any]:
    changes: dict[str, Any] = {
        name: _labelled(getattr(record, name), getattr(given, name)) for name in VOCABULARIES
    }
    changes["regions"] = {**record.regions, **given.regions}
    if given.member:
        changes["member"] = Term(label=given.member, plural=given.members or given.member)
    return changes


def _labelled(terms: Terms, labels: Mapping[str, str]) -> Terms:
    return {
        name: replace(term, label=labels[name], plural=None) if name in labels else term
        for name, term in terms.items()
    }
