"""Where a file shows, and why."""

from pathlib import Path

import pytest

from chapterhouse.cli import main
from tests.running import NETWORKS, copy_of


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("placement") / "network")


TABLE = {
    "associations/north/pages/about/board.md": {
        "north": "its own site: https://network.example/north/about/board/"
    },
    "associations/north/news/only-here.md": {"north": "its own site"},
    "associations/north/news/grant.md": {"north": "its own site", "hub": "its audience is the network"},
    "associations/north/events/fair.md": {
        "north": "its own site",
        "hub": "its audience is the network",
        "south": "the file names it under associations",
    },
    "content/hub/news/handed-down.md": {
        "hub": "its own site",
        "isle": "the hub hands it down to the kind island",
    },
    "content/hub/events/meeting-of-all.md": {
        "hub": "its own site",
        "isle": "the hub hands it down",
        "north": "the hub hands it down",
        "south": "the hub hands it down",
    },
    "content/shared/pages/for-islands.md": {
        "isle": "a shared page: https://network.example/isle/for-islands/"
    },
    "content/shared/pages/visiting.md": {
        "isle": "a shared page",
        "north": "a shared page",
        "south": "as the association has it, in associations/south/pages/visiting.md",
    },
}


@pytest.mark.parametrize("path", TABLE)
def test_each_site_is_named_with_its_reason(
    path: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["placement", path, "--project", str(project)]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    number = len(TABLE[path])
    assert first == f"{path} shows on {number} site{'s' if number > 1 else ''}:"
    told = dict(line.strip().split(maxsplit=1) for line in lines)
    assert told.keys() == TABLE[path].keys()
    for site, why in TABLE[path].items():
        assert told[site].startswith(why)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("associations/north/pages/draft.md", "shows nowhere: it is a draft"),
        ("associations/north/pages/abuot.md", 'there is no file "associations/north/pages/abuot.md"'),
        ("pelican.conf.py", "is in no folder of the network"),
    ],
)
def test_what_shows_nowhere_says_so(
    path: str, words: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["placement", path, "--project", str(project)]) == 2
    assert words in capsys.readouterr().err
