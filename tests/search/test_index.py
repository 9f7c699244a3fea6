"""The indexes as the script reads them."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.search.documents import Document, entry_document
from chapterhouse.search.index import LARGEST, network_index, postings, site_index
from tests.builders import entry

WORDS = st.lists(st.text("abc12é", min_size=2, max_size=5), max_size=8)


def document(title: str, summary: str = "", **more: Any) -> Document:
    one = entry("associations/north/pages/a.md", title=title, summary=summary, **more)
    return entry_document(one, "north", "/north/", {})


def read(terms: dict[str, list[int]], word: str) -> dict[int, int]:
    """Return the weight of a word in each document, as the script adds the steps up."""
    found, number = {}, 0
    for step in terms.get(word, []):
        number += step
        found[number >> 2] = number & 3
    return found


def test_a_word_counts_where_it_weighs_most() -> None:
    documents = [document("Fair", "a fair of stars"), document("Stars", "meet")]
    index = json.loads(site_index(documents, [{"fair", "stars", "tent"}, {"meet", "tent"}]))
    assert read(index["terms"], "fair") == {0: 3}
    assert read(index["terms"], "stars") == {0: 1, 1: 3}
    assert read(index["terms"], "tent") == {0: 0, 1: 0}
    assert [row[1] for row in index["docs"]] == ["Fair", "Stars"]


def files(documents: list[Document]) -> dict[str, Any]:
    return {name: json.loads(content) for name, content in network_index(documents)}


def test_the_networks_index_names_its_files() -> None:
    found = files([document(f"Title {number}") for number in range(250)])
    index = found["index.json"]
    assert (index["count"], index["size"]) == (250, 100)
    assert [len(found[name]) for name in index["docs"]] == [100, 100, 50]
    assert set(found) == {"index.json", index["facets"], *index["docs"], *index["terms"].values()}
    assert list(index["terms"]) == [""]
    assert len(read(found[index["terms"][""]], "title")) == 250


def test_many_words_are_divided_by_their_beginnings() -> None:
    documents = [document(f"w{number:05} x{number:05}") for number in range(4000)]
    index = {name: content for name, content in network_index(documents) if name.startswith("terms")}
    assert len(index) > 2
    assert max(map(len, index.values())) < LARGEST + 10
    terms = files(documents)["index.json"]["terms"]
    for word in ("w00000", "x03999"):
        (key,) = (key for key in terms if word.startswith(key))
        assert word in json.loads(index[terms[key]])


def test_filters_are_columns_of_numbers() -> None:
    english, irish = document("One", topics=("stars",)), document("Dó", language="ga")
    facets = files([english, irish, english])
    facets = facets[facets["index.json"]["facets"]]
    assert facets["language"] == [["en", "ga"], [0, 1, 0]]
    assert facets["type"] == [["page"], [0, 0, 0]]
    assert facets["topic"] == {"stars": [0, 2]}


def test_a_network_without_pages_has_an_index() -> None:
    found = files([])
    assert found["index.json"]["count"] == 0
    assert found[found["index.json"]["terms"][""]] == {}


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=12))
def test_every_word_is_found_in_its_documents_and_only_there(texts: list[tuple[list[str], ...]]) -> None:
    documents = [document(" ".join(title) or "-", " ".join(summary)) for title, summary, _ in texts]
    bodies = [set(body) for _, _, body in texts]
    index = json.loads(site_index(documents, bodies))
    known = postings(documents, bodies)
    assert index["terms"].keys() == known.keys()
    for word in known:
        there = {
            number
            for number, one in enumerate(documents)
            if word in f"{one.named} {one.headed} {one.summed}".split() or word in bodies[number]
        }
        assert set(read(index["terms"], word)) == there
