"""Pictures are made once and kept; who only asks for their sizes imports no Pillow."""

import subprocess
import sys
from pathlib import Path

import pytest

from chapterhouse.files import digest
from chapterhouse.render import pictures
from chapterhouse.render.pictures import (
    Note,
    PictureError,
    bad_picture,
    is_picture,
    kept_name,
    publishable,
    read_published,
    warnings_of,
)
from tests.render.photographs import moving_picture, photograph


@pytest.mark.parametrize("name", ["x.jpg", "x.SVG", "x.avif"])
def test_pictures_are_told_by_their_ending(name: str) -> None:
    assert is_picture(name)
    assert not is_picture(f"{name}.pdf")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.jpg", photograph(size=(900, 400))),
        ("x.gif", moving_picture("GIF", duration=3000)),
        ("x.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"></svg>'),
    ],
)
def test_a_picture_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    first = read_published(tmp_path / name, digest(content), tmp_path / "kept")
    monkeypatch.setattr(pictures, "publishable", None)
    second = read_published(tmp_path / name, digest(content), tmp_path / "kept")
    assert (second.variants, second.notes, second.contents) == (first.variants, first.notes, ())
    assert second.main.role == "main"
    assert second.read() == first.read()
    for variant in first.variants:
        assert second.read(variant) == first.read(variant)
        assert digest(second.read(variant)) == variant.digest


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"[]\n", b'[[["main"]],[]]\n', b"[[],[]]\n"])
def test_a_damaged_copy_is_made_again(tmp_path: Path, rubbish: bytes) -> None:
    original = photograph()
    (tmp_path / "x.jpg").write_bytes(original)
    whole = read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    (copy,) = (tmp_path / "kept").iterdir()
    copy.write_bytes(rubbish)
    again = read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    assert again.variants == whole.variants


def test_a_copy_that_was_cut_off_is_made_again(tmp_path: Path) -> None:
    original = photograph(size=(600, 300))
    (tmp_path / "x.jpg").write_bytes(original)
    read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    (copy,) = (tmp_path / "kept").iterdir()
    copy.write_bytes(copy.read_bytes()[:-5])
    again = read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    assert [digest(again.read(each)) for each in again.variants] == [each.digest for each in again.variants]


def test_a_picture_that_changed_meanwhile_is_not_kept_under_its_old_name(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(photograph())
    read_published(tmp_path / "x.jpg", "0" * 32, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_what_another_pillow_made_has_another_name() -> None:
    import PIL

    assert kept_name("a/x.JPG", "1" * 32) == f"{'1' * 32}.jpg.{pictures.EDITION}-{PIL.__version__}"
    assert kept_name("x.svg", "1" * 32) != kept_name("x.png", "1" * 32)


def test_a_kept_picture_needs_no_pillow(tmp_path: Path) -> None:
    original = photograph()
    (tmp_path / "x.jpg").write_bytes(original)
    read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    code = (
        "import sys; from pathlib import Path\n"
        "from chapterhouse.render.pictures import read_published as read\n"
        "made = read(Path(sys.argv[1], 'x.jpg'), sys.argv[2], Path(sys.argv[1], 'kept'))\n"
        "print(made.main.width, bool(made.read()), 'PIL' in sys.modules)"
    )
    words = [sys.executable, "-c", code, str(tmp_path), digest(original)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["40", "True", "False"]


def test_a_problem_has_its_place_and_what_to_do() -> None:
    found = bad_picture("a/x.jpg", PictureError("is damaged"))
    assert (found.message, found.location.path, found.is_error) == ("this file is damaged", "a/x.jpg", True)
    assert "save it again" in found.hint
    (told,) = warnings_of("a/x.jpg", [Note("heavy-picture", "m", "h")])
    assert (told.code, told.is_error) == ("heavy-picture", False)


def test_a_drawing_is_published_as_a_drawing() -> None:
    made = publishable(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"></svg>', "x.svg")
    assert (made.main.suffix, made.main.width, made.main.height) == (".svg", 4, 2)
