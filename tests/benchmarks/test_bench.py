"""What the benchmark says to whom gives it a wrong command, and where it builds."""

from pathlib import Path

import pytest

from benchmarks import bench
from benchmarks.peer import page_file
from benchmarks.session import Session, contender


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--sites", "0"], "at least 1 site"),
        (["--pages", "7"], "8 pages (so that there are news and events)"),
        (["--pages", "many"], "invalid int value: 'many'"),
        (["--peers", "hugo,jekyll"], "'jekyll' is none of"),
        (["--growth", "10,0"], "'0' is no number of associations"),
        (["--scenario", "warm"], "'warm' is none of"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        bench.main(arguments)
    assert left.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line


def test_a_file_is_no_folder_to_build_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        bench.main(["--work", str(file)])
    assert left.value.code == 2
    assert capsys.readouterr().err == f"bench: nothing can be built in {file}: File exists\n"


def test_the_folder_is_made_and_all_is_built_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work = tmp_path / "some" / "where"
    wanted = ["--sites", "2", "--pages", "10", "--rounds", "1", "--peers", "limit", "--scenario", "cold"]
    assert bench.main([*wanted, "--work", str(work), "--keep"]) == 0
    assert "| limit " in capsys.readouterr().out
    (session,) = work.iterdir()
    for contender_name in ("chapterhouse", "limit"):
        for folder in ("cold/1", "warm-up"):
            assert (session / folder / contender_name / "output" / "assoc-0002" / "index.html").is_file()


def test_the_warm_up_is_no_larger_than_it_must_be(tmp_path: Path) -> None:
    session = Session(tmp_path, sites=4, pages=10, rounds=1, peers=["limit"])
    session.warm_up()
    who = contender("limit", 4, 10)
    assert who
    built = tmp_path / "warm-up" / "limit" / "output"
    for number, there in enumerate((True, True, False, False)):
        site = who.corpus.site(number)
        home = next(iter(who.corpus.pages(site)))
        assert page_file(built, site, home).is_file() is there
