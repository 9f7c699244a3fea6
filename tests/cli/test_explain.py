"""`chapterhouse explain`."""

import re

import pytest

from chapterhouse.checks import output_checks, source_checks
from chapterhouse.cli.explain import explanations
from quality.machine import PROJECT
from tests.cli.conftest import Run

CODES = re.compile(r"""(?:code=|_make\(|Refused\()\s*f?"([a-z0-9]+(?:-[a-z0-9]+)+)\"""")


def test_a_code_is_explained(run: Run) -> None:
    code, out, _ = run("explain", "unknown-field")
    assert code == 0
    assert out.startswith("unknown-field\n-------------\n")
    assert len(out.splitlines()) > 4


def test_brackets_around_the_code_do_no_harm(run: Run) -> None:
    assert run("explain", "[reserved-slug]")[1].startswith("reserved-slug\n")


def test_without_a_code_all_are_listed(run: Run) -> None:
    code, out, _ = run("explain")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == sorted(explanations())


def test_an_unknown_code_is_the_operators_mistake(run: Run) -> None:
    assert run("explain", "unknown-feild") == (
        2,
        "",
        'error: There is no diagnostic "unknown-feild"; did you mean "unknown-field"?\n',
    )
    assert run("explain", "zzz")[2] == (
        'error: There is no diagnostic "zzz"; "chapterhouse explain" lists them all.\n'
    )


def test_every_check_is_explained() -> None:
    assert {*source_checks(), *output_checks()} <= set(explanations())


def test_every_code_in_the_program_is_explained() -> None:
    used = {
        code
        for path in sorted((PROJECT / "chapterhouse").rglob("*.py"))
        if path.parent.name
        != "status"  # The findings of `report` are words of their own, and no diagnostics.
        for code in CODES.findall(path.read_text(encoding="utf-8"))
    }
    assert len(used) > 40
    assert used - set(explanations()) == set()


@pytest.mark.parametrize("code", explanations())
def test_every_explanation_says_what_and_how_to_mend(code: str) -> None:
    words = explanations()[code]
    assert len(words.split()) >= 20, "too short to help anybody"
    assert len(re.findall(r"[.:](?:\s|$)", words)) >= 2, (
        "what it means, and how to mend it, are two sentences"
    )
    last = words.splitlines()[-1]
    assert last.endswith((".", "```")) or last.startswith(("    ", "write: ")), "it ends within a sentence"
