"""`chapterhouse build`."""

from pathlib import Path

from tests.cli.conftest import Run

RECORD = "associations/north/association.yaml"
DAY = ("--today", "2026-05-17")


def published(root: Path) -> dict[str, bytes]:
    output = root / "output"
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def test_the_network_is_published_and_a_second_build_does_nothing(project: Path, run: Run) -> None:
    code, out, _ = run("build", *DAY)
    assert (code, out.splitlines()[-1]) == (0, "3 sites published, 3 rebuilt, 0 unchanged")
    before = published(project)
    assert {"index.html", "north/index.html", "south/index.html"} <= set(before)
    assert run("build", *DAY)[1].splitlines()[-1] == "3 sites published, 0 rebuilt, 3 unchanged"
    assert published(project) == before


def test_a_broken_record_holds_its_site_and_no_other(project: Path, run: Run) -> None:
    run("build", *DAY)
    before = published(project)
    (project / RECORD).write_text("name: North Club\nwebiste: x\n", encoding="utf-8")
    south = project / "associations/south/pages/index.md"
    south.write_text("---\ntitle: South Club\n---\n\nWe moved.\n", encoding="utf-8")
    code, out, _ = run("build", *DAY)
    assert code == 1
    assert "1 of 3 sites held (north keeps its version of 17 May 2026)" in out
    after = published(project)
    assert after["north/index.html"] == before["north/index.html"]
    assert b"We moved." in after["south/index.html"]


def test_strictness_publishes_nothing_if_there_is_an_error(project: Path, run: Run) -> None:
    (project / RECORD).write_text("name: North Club\nwebiste: x\n", encoding="utf-8")
    code, out, _ = run("build", "--strict", *DAY)
    assert code == 1
    assert out.splitlines()[-1] == (
        "1 error: nothing was published, because --strict asks for a network without errors"
    )
    assert published(project) == {}


def test_one_site_alone(project: Path, run: Run) -> None:
    run("build", *DAY)
    for slug in ("north", "south"):
        page = project / f"associations/{slug}/pages/index.md"
        page.write_text("---\ntitle: Club\n---\n\nWe moved.\n", encoding="utf-8")
    assert run("build", "--only", "north", *DAY)[0] == 0
    after = published(project)
    assert b"We moved." in after["north/index.html"]
    assert b"We moved." not in after["south/index.html"]


def test_another_output(project: Path, tmp_path: Path, run: Run) -> None:
    assert run("build", "--output", str(tmp_path / "there"), *DAY)[0] == 0
    assert (tmp_path / "there" / "index.html").is_file()
    assert not (project / "output").exists()


def test_a_day_that_is_none_is_the_operators_mistake(project: Path, run: Run) -> None:
    code, _, err = run("build", "--today", "tomorrow")
    assert code == 2
    assert err.startswith("error: ")
    assert "tomorrow" in err
