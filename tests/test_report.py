"""The outcome of a run."""

import pytest

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.report import Action, Report, SiteLine

ERROR = Diagnostic(code="x", message="m", location=Location("a"))
WARNING = Diagnostic(code="x", message="m", location=Location("a"), severity=Severity.WARNING)


def test_errors_and_warnings_are_counted_apart() -> None:
    report = Report(command="build", diagnostics=(ERROR, WARNING, WARNING))
    assert (report.errors, report.warnings) == (1, 2)


def test_sites_are_counted_by_action() -> None:
    lines = tuple(
        SiteLine(slug=slug, action=action)
        for slug, action in (("", Action.BUILD), ("a", Action.KEEP), ("b", Action.KEEP))
    )
    report = Report(command="build", sites=lines)
    assert report.count(Action.KEEP) == 2
    assert report.count(Action.HOLD) == 0


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (Report(command="build"), 0),
        (Report(command="build", diagnostics=(WARNING,)), 0),
        (Report(command="build", diagnostics=(ERROR,)), 1),
        (Report(command="build", sites=(SiteLine(slug="a", action=Action.HOLD),)), 1),
    ],
)
def test_exit_codes(report: Report, code: int) -> None:
    assert report.exit_code == code


def test_a_build_right_after_has_nothing_to_do() -> None:
    lines = (
        SiteLine(slug="", action=Action.BUILD, reasons=("it was never published",)),
        SiteLine(slug="a", action=Action.KEEP),
        SiteLine(slug="b", action=Action.REMOVE, reasons=("its folder is gone",)),
    )
    again = Report(command="build", sites=lines, published=2, files_written=7, files_removed=2).again()
    assert again is not None
    assert [(line.slug, line.action, line.reasons) for line in again.sites] == [
        ("", Action.KEEP, ()),
        ("a", Action.KEEP, ()),
    ]
    assert (again.published, again.files_written, again.files_removed) == (2, 0, 0)


def test_what_a_build_after_errors_would_say_is_not_known_while_something_was_built() -> None:
    built = (SiteLine(slug="a", action=Action.BUILD),)
    assert Report(command="build", diagnostics=(ERROR,), sites=built).again() is None
    held = Report(command="build", diagnostics=(ERROR,), sites=(SiteLine(slug="a", action=Action.HOLD),))
    assert held.again() == held


def test_a_stopped_build_stops_again() -> None:
    stopped = Report(
        command="build", diagnostics=(ERROR,), sites=(SiteLine(slug="a", action=Action.BUILD),), stopped=True
    )
    assert stopped.again() == stopped
