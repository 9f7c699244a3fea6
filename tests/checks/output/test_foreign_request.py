"""What a browser would fetch."""

from pathlib import Path

import pytest

from tests.checks.output.published import published, told


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/a.png" alt="">',
        '<img src="data:image/png;base64,AA==" alt="">',
        '<a href="https://elsewhere.example/">a link is no request</a>',
        '<script src="https://example.org/a.js"></script>',
    ],
)
def test_ones_own_host_is_asked(tmp_path: Path, markup: str) -> None:
    assert told("foreign-request", published(tmp_path, {"index.html": markup})) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://elsewhere.example/a" alt="">',
        '<script src="//elsewhere.example/a"></script>',
        '<iframe src="https://elsewhere.example/a"></iframe>',
        '<picture><source srcset="/b.avif 480w, https://elsewhere.example/a 800w"></picture>',
        '<link rel="stylesheet" href="https://elsewhere.example/a">',
    ],
)
def test_another_is_not(tmp_path: Path, markup: str) -> None:
    ((place, message),) = told("foreign-request", published(tmp_path, {"index.html": markup}))
    assert place == "output/index.html"
    assert message.startswith('the page would fetch "')
    assert message.endswith('//elsewhere.example/a" from another server')
