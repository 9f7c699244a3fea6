"""The table of associations."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.exports import associations_csv
from chapterhouse.exports._csv import cell, row, table
from chapterhouse.model import Network

# What OWASP names as the beginning of a formula.
DANGEROUS = "=+-@\t\r"


def rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a table as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_it_opens_in_a_spreadsheet(clubs: Network) -> None:
    data = associations_csv.render(clubs)
    assert data.startswith(b"\xef\xbb\xbfslug,name,")
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_row_has_the_facts(clubs: Network) -> None:
    north, online, past = rows(associations_csv.render(clubs))
    assert north["name"] == "North Club, of Stars"
    assert north["region_names"] == "The Badger State; Ireland"
    assert north["countries"] == "IE; US"
    assert (north["latitude"], north["longitude"]) == ("43.07", "-89.4")
    assert north["services"] == "talks; visits"
    assert north["endorsement_offered"] == "yes"
    assert north["locality"] == "Baile Átha Cliath"
    assert north["unconfirmed"] == "website; contact.phone"
    assert (north["custom_telescopes"], north["custom_colours"]) == ("4", "red; blue")
    assert north["page"] == "https://example.org/directory/north/"
    assert online["status"] == "forming"
    assert (past["site"], past["merged_into"]) == ("", "north")


def test_what_looks_like_a_formula_is_words(clubs: Network) -> None:
    north = rows(associations_csv.render(clubs))[0]
    assert north["mission"] == "'=1+1 is what we teach"
    assert north["phone"] == "'+1 608 555 0100"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_words_begin_a_formula(words: str) -> None:
    assert not cell(words).startswith(tuple(DANGEROUS))
    assert not cell(words).lstrip().startswith(tuple(DANGEROUS + "＝＋－＠"))


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_any_words_come_through(given_rows: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(table(("a", "b"), given_rows).decode("utf-8-sig"), newline="")))
    assert found == [["a", "b"], *([cell(one) for one in row] for row in given_rows)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.floats() | st.none(), min_size=2))
def test_a_line_is_what_the_csv_module_makes_of_its_cells(values: list[str | float | None]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([cell(value) for value in values])
    assert f"{row(values)}\r\n" == out.getvalue()


def test_numbers_and_answers_are_cells() -> None:
    assert [cell(one) for one in (-89.4, 3, True, False, None)] == ["-89.4", "3", "yes", "no", ""]


def test_a_network_without_associations_has_a_header(nobody: Network) -> None:
    assert rows(associations_csv.render(nobody)) == []
