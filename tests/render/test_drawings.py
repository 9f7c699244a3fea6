"""Drawings lose scripts and what comes from elsewhere."""

import subprocess
import sys

import pytest

from chapterhouse.render.drawings import drawing
from chapterhouse.render.pictures import PictureError

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12" onload="steal()"><script>steal()</script>'
    b'<a href="javascript:steal()"><rect width="5" height="5" fill="red" stroke="blue" opacity="0.5"/></a>'
    b'<image href="https://example.net/x.png"/><foreignObject><p>x</p></foreignObject></svg>'
)


def test_a_drawing_loses_scripts_and_what_comes_from_elsewhere() -> None:
    made = drawing(SVG)
    text = made.content.decode()
    assert "<rect" in text
    assert (made.width, made.height) == (24, 12)
    for bad in ("script", "steal", "onload", "example.net", "foreignObject"):
        assert bad not in text


def test_a_drawing_comes_out_the_same_in_every_process() -> None:
    code = "import sys; from chapterhouse.render.drawings import drawing; " + (
        "sys.stdout.buffer.write(drawing(sys.stdin.buffer.read()).content)"
    )
    made = {
        subprocess.run([sys.executable, "-c", code], input=SVG, capture_output=True, check=True).stdout
        for _ in range(3)
    }
    assert made == {drawing(SVG).content}


@pytest.mark.parametrize("content", [b"hello", b"<p>no drawing</p>"])
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        drawing(content)
