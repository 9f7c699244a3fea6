"""What rendering leaves, as values that travel between processes."""

import pickle

from chapterhouse.summary import PackedFiles, SiteSummary, Written, by_path


def test_a_summary_is_the_same_in_another_process() -> None:
    summary = SiteSummary(slug="north", files=(Written("north/index.html", "d", 7),))
    assert pickle.loads(pickle.dumps(summary)) == summary
    assert [file.path for file in summary.files] == ["north/index.html"]


def test_packed_files_are_the_same_files() -> None:
    files = [Written("north/index.html", "d", 7), Written("north/é.html", "e", 1 << 40, 1 << 60)]
    packed = pickle.loads(pickle.dumps(PackedFiles(files)))
    assert list(packed) == files
    assert (len(packed), files[1] in packed, "d" in packed) == (2, True, False)
    assert not PackedFiles([])
    assert packed == PackedFiles(files) == tuple(files) != PackedFiles(files[:1])
    assert len({packed, PackedFiles(files)}) == 1
    assert by_path(packed) == by_path(files)
    assert by_path(files) == {"north/index.html": ("d", 7, 0), "north/é.html": ("e", 1 << 40, 1 << 60)}
