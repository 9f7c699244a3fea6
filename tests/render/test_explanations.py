"""Each diagnostic of rendering is explained: what, why, how to mend it."""

import re
from pathlib import Path

import pytest

from chapterhouse.checks import output_checks, source_checks
from chapterhouse.render import explanations

FOLDER = Path(__file__).parents[2] / "chapterhouse" / "render"
CODES = sorted(
    {
        code
        for path in FOLDER.glob("*.py")
        for text in re.findall(r"code=(.+)", path.read_text(encoding="utf-8"))
        for code in re.findall(r'"([a-z-]+)"', text)
    }
)


def test_the_codes_are_found() -> None:
    assert {"bad-picture", "dead-address", "duplicate-file", "pelican-error", "worker-lost"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained(code: str) -> None:
    rules = {**source_checks(), **output_checks()}
    text = explanations().get(code) or rules[code].__doc__ or ""
    assert len(text.strip().split("\n\n")) >= 2, "what and why, then how to mend it"


def test_nothing_is_explained_that_is_never_told() -> None:
    assert set(explanations()) <= set(CODES)
