"""Each association is in exactly one share, and stays there."""

from pathlib import Path

import pytest

from chapterhouse.errors import ChapterhouseError
from chapterhouse.share import SHARE_FILE, checked_share, in_share, note_share


@pytest.mark.parametrize("count", [1, 2, 7])
def test_each_association_is_in_one_share(count: int) -> None:
    for number in range(200):
        shares = [share for share in range(1, count + 1) if in_share(f"club-{number}", f"{share}/{count}")]
        assert len(shares) == 1


def test_shares_are_of_about_one_size_and_never_change() -> None:
    sizes = [sum(in_share(f"club-{n}", f"{share}/4") for n in range(1000)) for share in range(1, 5)]
    assert sum(sizes) == 1000
    assert min(sizes) > 200
    slugs = ("coast", "east", "north", "south", "west")
    assert [slug for slug in slugs if in_share(slug, "1/2")] == ["east"]


def test_what_is_no_share_is_refused() -> None:
    assert checked_share("2/4") == "2/4"
    with pytest.raises(ChapterhouseError, match="2/4"):
        checked_share("5/4")


def test_the_share_is_noted_until_the_whole_is_built(tmp_path: Path) -> None:
    assert note_share(tmp_path, "2/4") == "2/4"
    assert (tmp_path / SHARE_FILE).read_text() == "2/4"
    assert note_share(tmp_path, "") == ""
    assert not (tmp_path / SHARE_FILE).exists()
