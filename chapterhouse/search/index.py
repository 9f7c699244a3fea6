"""Inverted indexes as JSON: one file for a site, files by the beginning of words for the network.

A posting is four times the number of the document plus its weight: 3 for a word of the title, 2 of a heading,
1 of the summary, 0 of the text. A list of postings is written as steps from one to the next, which are small.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import sub
from typing import Any

from chapterhouse.files import digest
from chapterhouse.search.documents import Document

DOCUMENTS = 100
"""How many documents stand in one file."""
LARGEST = 40_000
"""How many characters a file of words may have before it is divided by their next letter."""
Postings = dict[str, list[int]]


def postings(documents: Iterable[Document], bodies: Sequence[Collection[str]] = ()) -> Postings:
    """Return the postings of every word; `bodies` are the words of the documents' texts."""
    found: Postings = defaultdict(list)
    for number, document in enumerate(documents):
        weights: dict[str, int] = {}
        if bodies:
            weights.update(dict.fromkeys(bodies[number], number * 4))
        weights.update(dict.fromkeys(document.summed.split(), number * 4 + 1))
        weights.update(dict.fromkeys(document.headed.split(), number * 4 + 2))
        weights.update(dict.fromkeys(document.named.split(), number * 4 + 3))
        for word, posting in weights.items():
            found[word].append(posting)
    return found


def site_index(documents: Sequence[Document], bodies: Sequence[Collection[str]]) -> bytes:
    """Return the index of one site, its text included."""
    found = _lines(postings(documents, bodies))
    terms = ",".join(found[word] for word in sorted(found))
    shown = ",".join(_json(document.shown) for document in documents)
    return f'{{"docs":[{shown}],"terms":{{{terms}}}}}'.encode()


def network_index(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the network's index, by name."""
    names: dict[str, Any] = {"count": len(documents), "size": DOCUMENTS, "docs": [], "terms": {}}
    for start in range(0, len(documents), DOCUMENTS):
        rows = ",\n".join(_json(document.shown) for document in documents[start : start + DOCUMENTS])
        name, content = _named(f"docs-{start // DOCUMENTS}", f"[{rows}]")
        names["docs"].append(name)
        yield name, content
    lines = _lines(postings(documents))
    for number, (beginning, text) in enumerate(_divided(lines)):
        name, content = _named(f"terms-{number}", text)
        names["terms"][beginning] = name
        yield name, content
    name, content = _named("facets", _json(_facets(documents)))
    names["facets"] = name
    yield name, content
    yield "index.json", (_json(names) + "\n").encode()


def _named(stem: str, text: str) -> tuple[str, bytes]:
    """Return a file whose name changes with its content, so that no cache mixes two versions of the index."""
    content = (text + "\n").encode()
    return f"{stem}.{digest(content)[:8]}.json", content


def _lines(found: Postings) -> dict[str, str]:
    """Return each word with its postings as a line of JSON."""
    lines = {}
    for word, numbers in found.items():
        steps = map(str, map(sub, numbers, (0, *numbers)))
        lines[word] = f'"{word}":[{",".join(steps)}]'
    return lines


def _divided(lines: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files of words, each with the beginning that its words have in common."""
    yield from _divide("", sorted(lines), lines)


def _divide(beginning: str, terms: Sequence[str], lines: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    long = len(beginning)
    if len(terms) == 1 or sum(len(lines[term]) + 1 for term in terms) <= LARGEST:
        yield beginning, "{" + ",".join(lines[term] for term in terms) + "}"
        return
    groups: dict[str, list[str]] = {}
    for term in terms:
        groups.setdefault(term[: long + 1], []).append(term)
    for begin, group in groups.items():
        if begin == beginning:
            yield beginning, "{" + lines[begin] + "}"
        else:
            yield from _divide(begin, group, lines)


def _facets(documents: Sequence[Document]) -> dict[str, Any]:
    """Return what filters look at, as columns of numbers that stand for names."""
    columns: dict[str, Any] = {}
    for name, values in (
        ("type", [one.type for one in documents]),
        ("language", [one.language for one in documents]),
    ):
        names = sorted(set(values))
        place = {value: number for number, value in enumerate(names)}
        columns[name] = [names, [place[value] for value in values]]
    topics = sorted({topic for document in documents for topic in document.topics})
    columns["topic"] = {
        topic: [number for number, document in enumerate(documents) if topic in document.topics]
        for topic in topics
    }
    return columns


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
