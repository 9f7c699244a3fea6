"""Problems and where they are."""

from chapterhouse.diagnostics import Diagnostic, Location, Severity


def test_a_location_prints_what_is_known() -> None:
    assert str(Location("a.md")) == "a.md"
    assert str(Location("a.md", 3)) == "a.md:3"
    assert str(Location("a.md", 3, 7)) == "a.md:3:7"
    assert str(Location("a.md", 0, 7)) == "a.md"


def test_locations_are_in_reading_order() -> None:
    places = [Location("b.md"), Location("a.md", 10, 1), Location("a.md", 9, 4), Location("a.md")]
    assert [str(place) for place in sorted(places)] == ["a.md", "a.md:9:4", "a.md:10:1", "b.md"]


def test_an_error_is_the_usual_case() -> None:
    error = Diagnostic(code="x", message="m", location=Location("a.md"))
    warning = Diagnostic(code="x", message="m", location=Location("a.md"), severity=Severity.WARNING)
    assert error.is_error
    assert not warning.is_error


def test_diagnostics_sort_by_place_then_code_then_words_then_site() -> None:
    place = Location("a.md", 1)
    one = Diagnostic(code="a", message="z", location=place)
    two = Diagnostic(code="b", message="a", location=place, site="north")
    three = Diagnostic(code="b", message="a", location=place, site="south")
    four = Diagnostic(code="a", message="a", location=Location("a.md", 2))
    assert sorted([four, three, two, one], key=Diagnostic.sort_key) == [one, two, three, four]
