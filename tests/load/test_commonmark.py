"""The 652 examples of the CommonMark specification, through comrak and through the whole reader."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import comrak
import pytest

from chapterhouse.load.markdown import render

DATA = Path(__file__).parent / "data"
EXAMPLES: list[dict[str, Any]] = json.loads((DATA / "commonmark.json").read_text("utf-8"))["examples"]
DIFFERENCES: dict[str, dict[str, str]] = json.loads((DATA / "commonmark_differences.json").read_text("utf-8"))
REASONS = DIFFERENCES["reasons"]
LISTED = DIFFERENCES["examples"]


def plainly(markdown: str, *, extensions: bool = False) -> str:
    """Render with comrak, raw HTML and all."""
    options = comrak.ExtensionOptions()
    if extensions:
        for name in (
            "alerts",
            "autolink",
            "description_lists",
            "footnotes",
            "strikethrough",
            "table",
            "tasklist",
        ):
            setattr(options, name, True)
    output = comrak.RenderOptions()
    output.unsafe_ = True
    return str(comrak.render_markdown(markdown, extension_options=options, render_options=output))


def read(example: dict[str, Any]) -> str:
    """Render with the whole reader."""
    return render(example["markdown"], path="content/hub/pages/a.md", first_line=1).html


def reason(example: dict[str, Any]) -> str:
    """Return why the reader's HTML may differ from an example's: the first of the reasons that applies."""
    expected, markdown = example["html"], example["markdown"]
    if plainly(markdown, extensions=True) != plainly(markdown):
        return "extension"
    output = comrak.RenderOptions()
    if "<!-- raw HTML omitted -->" in comrak.render_markdown(markdown, render_options=output):
        return "raw-html"
    if any(f"<h{level}>" in expected for level in range(1, 7)):
        return "heading"
    if 'href="' in expected or 'src="' in expected:
        return "address"
    return "none"


def test_there_are_652_examples() -> None:
    assert [example["example"] for example in EXAMPLES] == list(range(1, 653))


def test_comrak_conforms_to_every_example() -> None:
    wrong = [example["example"] for example in EXAMPLES if plainly(example["markdown"]) != example["html"]]
    assert wrong == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["example"]))
def test_the_reader_gives_the_examples_html_or_is_listed_with_the_reason(example: dict[str, Any]) -> None:
    listed = LISTED.get(str(example["example"]))
    if listed is None:
        assert read(example) == example["html"]
    else:
        assert read(example) != example["html"]
        assert reason(example) == listed


def test_every_listed_reason_is_explained_and_used() -> None:
    assert set(LISTED.values()) == set(REASONS)
    assert all(text.endswith(".") for text in REASONS.values())
    assert Counter(LISTED.values()).total() == len(LISTED) < len(EXAMPLES) / 2
