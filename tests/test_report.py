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
