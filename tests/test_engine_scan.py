"""The engine's scan is kept in its folder, and holds only for what lies there now."""

from pathlib import Path

import pytest

from chapterhouse.engine_scan import scan_engine
from chapterhouse.sources import ENGINE, Source
from tests.test_scan import settle


@pytest.fixture
def engine(tmp_path: Path) -> Source:
    (tmp_path / "model.py").write_text("one = 1\n", encoding="utf-8")
    (tmp_path / "words.tsv").write_text("a\tb\n", encoding="utf-8")
    return Source(ENGINE, str(tmp_path))


def kept(engine: Source) -> Path:
    (place,) = Path(engine.path, "__pycache__").iterdir()
    return place


def test_the_second_scan_reads_no_file_that_is_the_same(
    engine: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    first = scan_engine(engine)
    assert first.digests == engine.scan(None).digests
    monkeypatch.setattr("chapterhouse.scan.read_file", None)
    assert scan_engine(engine).digests == first.digests


def test_a_changed_file_is_read_and_kept_anew(engine: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)
    before, file = scan_engine(engine), Path(engine.path, "model.py")
    at = kept(engine).read_bytes()
    file.write_text("one = 2\n", encoding="utf-8")
    after = scan_engine(engine)
    assert after.digests == engine.scan(None).digests
    assert [path for path in after.digests if after.digests[path] != before.digests[path]] == ["model.py"]
    assert kept(engine).read_bytes() != at


@pytest.mark.parametrize("content", [b"", b"no marshal", b"\xe9\x01\x00\x00\x00", b"\xa9\x00"])
def test_a_damaged_record_is_written_again(engine: Source, content: bytes) -> None:
    scan = scan_engine(engine)
    kept(engine).write_bytes(content)
    assert scan_engine(engine).digests == scan.digests
    assert kept(engine).read_bytes() != content


def test_a_folder_that_cannot_be_written_is_scanned_all_the_same(engine: Source) -> None:
    Path(engine.path, "__pycache__").write_text("a file where the folder should be", encoding="utf-8")
    assert scan_engine(engine).digests == engine.scan(None).digests
    assert sorted(path.name for path in Path(engine.path).iterdir()) == [
        "__pycache__",
        "model.py",
        "words.tsv",
    ]
