"""What rendering leaves, as values that travel between processes."""

import pickle

from chapterhouse.summary import SiteSummary, Written


def test_a_summary_is_the_same_in_another_process() -> None:
    summary = SiteSummary(slug="north", files=(Written("north/index.html", "d", 7),))
    assert pickle.loads(pickle.dumps(summary)) == summary
    assert [file.path for file in summary.files] == ["north/index.html"]
