"""The corpus is the same everywhere and says what the benchmark promises of it."""

from hashlib import sha256
from pathlib import Path
from posixpath import normpath

import pytest

from benchmarks import layout
from benchmarks.corpus import FOOTER_LINKS, NAV_LINKS, Corpus, Kind
from benchmarks.peer import NAMES, find


def texts(corpus: Corpus) -> list[str]:
    return [page.body for site in corpus.sites() for page in corpus.pages(site)]


def test_two_corpora_are_equal_word_for_word() -> None:
    first, second = Corpus(3, 25), Corpus(3, 25)
    assert list(first.sites()) == list(second.sites())
    assert [list(first.pages(site)) for site in first.sites()] == [
        list(second.pages(site)) for site in second.sites()
    ]


def test_a_page_does_not_depend_on_the_number_of_sites() -> None:
    assert texts(Corpus(2, 25)) == texts(Corpus(40, 25))[:50]


def test_another_seed_gives_other_words() -> None:
    assert texts(Corpus(1, 5)) != texts(Corpus(1, 5, seed="other"))


def test_the_words_are_the_same_on_every_python() -> None:
    together = "".join(texts(Corpus(1, 25)))
    assert sha256(together.encode()).hexdigest().startswith("28b2c097cf70540f")


def test_the_number_of_entries_includes_news_and_events() -> None:
    corpus = Corpus(2, 25)
    for site in corpus.sites():
        kinds = [page.kind for page in corpus.pages(site)]
        assert (len(kinds), kinds.count("news"), kinds.count("events")) == (25, 3, 2)


@pytest.mark.parametrize("pages", [2, 5, 6, 8, 100])
def test_any_number_of_entries_is_kept_and_addresses_differ(pages: int) -> None:
    corpus = Corpus(1, pages)
    addresses = [page.address for page in corpus.pages(corpus.site(0))]
    assert len(addresses) == len(set(addresses)) == pages


def test_too_small_a_corpus_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        Corpus(0, 25)


def test_pages_have_about_700_words_and_every_construct() -> None:
    for text in texts(Corpus(2, 25)):
        assert 600 < len(text.split()) < 900
        assert text.count("\n## ") == 4
        for construct in ("\n### ", "\n- ", "\n1. ", "\n| --- ", "\n> ", "**", "](https://"):
            assert construct in text


def test_links_lead_to_entries_that_exist() -> None:
    corpus = Corpus(1, 25)
    seen: set[tuple[Kind, str]] = set()
    for page in corpus.pages(corpus.site(0)):

        def note(kind: Kind, slug: str, here: str = page.slug) -> str:
            assert slug != here
            seen.add((kind, slug))
            return ""

        assert "entry:" not in page.body_with_links(note)
    assert seen <= set(corpus.names())


def test_relative_links_arrive() -> None:
    corpus = Corpus(1, 25)
    for page in corpus.pages(corpus.site(0)):
        for kind, slug in corpus.names():
            file = layout.relative_entry(page, kind, slug)
            assert normpath(f"{page.kind}/{file}") == f"{kind}/{slug}.md"
            there = next(
                each for each in corpus.pages(corpus.site(0)) if (each.kind, each.slug) == (kind, slug)
            )
            address = layout.relative_address(page, kind, slug)
            assert normpath(page.address + address) == normpath(there.address or ".")


def test_a_site_has_the_links_of_its_menu_and_footer() -> None:
    corpus = Corpus(1, 25)
    site = corpus.site(0)
    assert sum(page.in_menu for page in corpus.pages(site)) == NAV_LINKS
    assert (len(site.links), len(site.social)) == (FOOTER_LINKS, 3)


@pytest.mark.parametrize("name", NAMES)
def test_each_contender_gets_every_entry(name: str, tmp_path: Path) -> None:
    corpus, peer = Corpus(2, 10), find(name)
    project = tmp_path / "project"
    peer.lay_out(corpus, project)
    for site in corpus.sites():
        for page in corpus.pages(site):
            text = peer.source(project, site, page).read_text(encoding="utf-8")
            assert page.title in text
            assert "entry:" not in text


def test_yaml_quotes_only_where_it_must() -> None:
    written = layout.yaml(
        {"a": "plain words", "b": "yes", "c": "+1 202", "d": 3, "e": [{"p": "q", "r": "s"}]}
    )
    assert written == 'a: plain words\nb: "yes"\nc: "+1 202"\nd: 3\ne:\n  - p: q\n    r: s\n'
