"""`chapterhouse plan`."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_first_plan_builds_every_site_and_does_nothing(project: Path, run: Run) -> None:
    code, out, _ = run("plan")
    assert code == 0
    lines = out.splitlines()
    assert [line.split(":")[0].split() for line in lines[:3]] == [
        ["build", "the", "hub"],
        ["build", "north"],
        ["build", "south"],
    ]
    assert lines[-1] == "3 to build, 0 to keep"
    assert not (project / "output").exists()


def test_after_a_build_only_what_was_edited_is_built_and_the_reason_is_told(project: Path, run: Run) -> None:
    assert run("build")[0] == 0
    assert run("plan")[1].splitlines()[-1] == "0 to build, 3 to keep"
    page = project / "associations/north/pages/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    code, out, _ = run("plan")
    assert code == 0
    (line,) = [line for line in out.splitlines() if line.startswith("build")]
    assert line.startswith("build   north: ")
    assert "pages/index.md" in line
