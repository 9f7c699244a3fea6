"""The scenario of photographs, with one of them."""

from pathlib import Path

from PIL import Image

from benchmarks import photographs
from benchmarks.photographs import builds, table


def test_photographs_and_cards_are_measured(tmp_path: Path) -> None:
    found = builds(tmp_path, 1)
    assert [built.exit_code for built in found.values()] == [0] * 7
    lines = table(found).splitlines()
    assert lines[3].startswith("| 1 photographs, cold | ")
    (photograph, _) = sorted(tmp_path.rglob("project/associations/*/images/*.jpg"))
    with Image.open(photograph) as picture:
        assert picture.size == photographs.SIZE
    assert list(tmp_path.rglob("output/*/cards/*.png"))
