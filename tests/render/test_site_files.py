"""Pictures and documents of a site reach the stage."""

from pathlib import Path

import pytest

from chapterhouse.pages import unpack_shown
from chapterhouse.render import pictures
from chapterhouse.render.items import Image
from chapterhouse.render.site_files import publish_files
from chapterhouse.render.writer import Output
from tests.render.jobs import job
from tests.render.photographs import moving_picture, photograph

A = "associations/north"


def published(
    root: Path, known: dict[str, str] | None = None, **files: bytes
) -> tuple[dict[str, Image], Output]:
    given = job(root, files={name.replace("_", "."): content for name, content in files.items()})
    output = Output(given.stage, known or {})
    return publish_files(given, unpack_shown(given.pages), output), output


def test_a_photograph_is_published_in_all_its_forms_and_never_itself(tmp_path: Path) -> None:
    original = photograph(size=(1000, 500))
    images, output = published(tmp_path, fair_jpg=original)
    names = sorted(output.files)
    assert "north/fair.jpg" in names
    assert [name for name in names if ".avif" in name and "north/fair-480." in name]
    found = images[f"{A}/fair.jpg"]
    assert (found.href, found.width, found.height) == ("/north/fair.jpg", 1000, 500)
    assert [source.type for source in found.sources] == ["image/avif", "image/webp"]
    stage = Path(tmp_path / ".chapterhouse/stage")
    assert all(path.read_bytes() != original for path in stage.rglob("*") if path.is_file())


def test_what_is_published_already_is_kept_and_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = photograph(size=(1000, 500))
    _, first = published(tmp_path, fair_jpg=original)
    monkeypatch.setattr(pictures.Published, "read", None)
    known = {path: written.digest for path, written in first.files.items()}
    _, second = published(tmp_path, known, fair_jpg=original)
    assert second.files == first.files


def test_a_document_is_published_as_it_is(tmp_path: Path) -> None:
    images, output = published(tmp_path, guide_pdf=b"%PDF")
    assert list(output.files) == ["north/guide.pdf"]
    assert images[f"{A}/guide.pdf"].href == "/north/guide.pdf"


def test_what_is_wrong_with_a_picture_is_told_with_its_place(tmp_path: Path) -> None:
    images, output = published(
        tmp_path,
        fair_png=b"no picture",
        film_gif=moving_picture("GIF", duration=3000),
        sky_jpg=photograph("PNG"),
    )
    told = [(found.code, found.location.path, found.is_error) for found in output.diagnostics]
    assert sorted(told) == [
        ("bad-picture", f"{A}/fair.png", True),
        ("bad-picture", f"{A}/sky.jpg", True),
        ("long-animation", f"{A}/film.gif", False),
    ]
    assert list(images) == [f"{A}/film.gif"]
    assert all(found.hint for found in output.diagnostics)


def test_a_picture_that_is_gone_is_told(tmp_path: Path) -> None:
    given = job(tmp_path, files={"fair.png": photograph("PNG")})
    (tmp_path / A / "fair.png").unlink()
    output = Output(given.stage, {})
    assert publish_files(given, unpack_shown(given.pages), output) == {}
    assert "is not there any more" in output.diagnostics[0].message
