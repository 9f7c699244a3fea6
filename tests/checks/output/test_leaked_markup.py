"""Signs that a program should have read."""

from pathlib import Path

import pytest

from tests.checks.output.published import published, told


def test_words_are_words(tmp_path: Path) -> None:
    page = "<p>Braces { } and percent 5%</p><pre>{{ name }}</pre><p><code>{% if %}</code></p><hr>"
    assert told("leaked-markup", published(tmp_path, {"index.html": page})) == []


@pytest.mark.parametrize("sign", ["{{ association.name }}", "{% if x %}", "\U000f0000"])
def test_signs_are_told(tmp_path: Path, sign: str) -> None:
    assert told("leaked-markup", published(tmp_path, {"a/index.html": f"<p>So {sign} it is</p>"})) == [
        ("output/a/index.html", f'the page shows "{sign}"')
    ]
