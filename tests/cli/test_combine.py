"""Sites built in shares on several machines are, joined, one build of the whole."""

from pathlib import Path

import pytest

from chapterhouse.cli import main
from chapterhouse.report import Action
from tests.truth.builds import TODAY, build, clean_copy, differences, plan, tree
from tests.truth.project import entry, write, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def shards(project: Path, tmp_path: Path, count: int) -> Path:
    folder = tmp_path / "shards"
    for number in range(1, count + 1):
        shard = clean_copy(project, folder / f"shard-{number}")
        assert run("build", shard, "--shard", f"{number}/{count}") == 0
    return folder


def run(command: str, project: Path, *words: str) -> int:
    return main([command, *words, "--project", str(project), "--today", TODAY, "--jobs", "1"])


def is_one_build(project: Path, tmp_path: Path) -> None:
    whole = clean_copy(project, tmp_path / "whole")
    build(whole)
    assert differences(tree(project / "output"), tree(whole / "output")) == []


def test_shards_joined_are_one_build(project: Path, tmp_path: Path) -> None:
    folder = shards(project, tmp_path, 3)
    parts = [{path.name for path in shard.glob("output/*")} for shard in sorted(folder.iterdir())]
    slugs = {path.name for path in (project / "associations").iterdir()}
    assert sorted(slug for part in parts for slug in part & slugs) == sorted(slugs)
    assert run("combine", project, str(folder)) == 0
    is_one_build(project, tmp_path)
    assert {site.action for site in plan(project).sites} == {Action.KEEP}


def test_what_a_shard_has_built_is_not_built_again(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shards(project, tmp_path, 2)
    capsys.readouterr()
    assert run("combine", project, str(folder)) == 0
    assert "1 rebuilt, 5 unchanged" in capsys.readouterr().out


def test_a_shard_that_is_missing_or_of_other_files_is_built_here(project: Path, tmp_path: Path) -> None:
    folder = shards(project, tmp_path, 2)
    (folder / "shard-2/.chapterhouse/state.sqlite").unlink()
    write(project / "associations/north/pages/visit.md", entry("Visit us"))
    write(project / "associations/south/pages/visit.md", entry("Visit us"))
    assert run("combine", project, str(folder)) == 0
    is_one_build(project, tmp_path)


def test_shards_of_an_earlier_state_give_way_to_the_new_ones(project: Path, tmp_path: Path) -> None:
    folder = shards(project, tmp_path, 2)
    assert run("combine", project, str(folder)) == 0
    for root in (project, *sorted(folder.iterdir())):
        write(root / "associations/east/pages/visit.md", entry("Visit us"))
        write(root / "content/hub/network.yaml", "name: Another Network\n")
        (root / "associations/coast/news/opening.md").unlink()
    for number, shard in enumerate(sorted(folder.iterdir()), start=1):
        assert run("build", shard, "--shard", f"{number}/2") == 0
    assert run("combine", project, str(folder)) == 0
    is_one_build(project, tmp_path)


def test_a_damaged_shard_is_not_taken_over(project: Path, tmp_path: Path) -> None:
    folder = shards(project, tmp_path, 1)
    (folder / "shard-1/output/north/index.html").write_text("mine", encoding="utf-8")
    assert run("combine", project, str(folder)) == 0
    is_one_build(project, tmp_path)


def test_a_held_site_keeps_what_its_shard_last_made(project: Path, tmp_path: Path) -> None:
    folder = shards(project, tmp_path, 2)
    write(project / "associations/north/association.yaml", "nmae: North\n")
    assert run("combine", project, str(folder)) == 1
    assert (project / "output/north/index.html").exists()


@pytest.mark.parametrize("share", ["3/2", "0/2", "x", "1/0", "1-2"])
def test_what_is_no_share_is_refused(project: Path, share: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", project, "--shard", share) == 2
    assert "a share such as 2/4" in capsys.readouterr().err


def test_a_folder_without_shards_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("combine", project, str(tmp_path / "nothing")) == 2
    assert "holds no shard" in capsys.readouterr().err
