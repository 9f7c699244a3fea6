"""`chapterhouse check`."""

import json
from pathlib import Path

from tests.cli.conftest import Run

RECORD = "associations/north/association.yaml"


def test_a_network_without_mistakes(project: Path, run: Run) -> None:
    code, out, _ = run("check")
    assert (code, out) == (0, "no problems in 3 sites\n")
    assert not (project / "output").exists()


def test_every_mistake_is_told_at_once(project: Path, run: Run) -> None:
    (project / RECORD).write_text("name: North Club\nwebiste: https://north.example/\n", encoding="utf-8")
    page = project / "associations/south/pages/index.md"
    page.write_text("---\ntitle: South\n---\n\nSee [us](abuot.md).\n", encoding="utf-8")
    code, out, _ = run("check")
    assert code == 1
    assert f'{RECORD}:2:1: error: unknown field "webiste" [unknown-field]\n' in out
    assert "    2 | webiste: https://north.example/\n      | ^^^^^^^\n" in out
    assert '    hint: did you mean "website"?\n' in out
    assert "associations/south/pages/index.md:5:" in out
    assert out.splitlines()[-1].startswith("2 errors in ")


def test_programs_read_json_and_git_hosts_annotations(project: Path, run: Run) -> None:
    (project / RECORD).write_text("name: North Club\nwebiste: x\n", encoding="utf-8")
    code, out, _ = run("check", "--format", "json")
    assert code == 1
    assert [(one["code"], one["line"]) for one in json.loads(out)["diagnostics"]] == [("unknown-field", 2)]
    assert run("check", "--format", "github")[1].startswith(
        f"::error file={RECORD},line=2,col=1,title=unknown-field::"
    )


def test_outside_of_a_network_is_the_operators_mistake(tmp_path: Path, run: Run) -> None:
    code, _, err = run("check", "--project", str(tmp_path))
    assert code == 2
    assert err.startswith("error: There is no pelican.conf.py in ")


def test_with_output_the_published_pages_are_checked_too(project: Path, run: Run, tmp_path: Path) -> None:
    code, _, complaint = run("check", "--output")
    assert (code, complaint.splitlines()[-1][:30]) == (2, "error: nothing is published in")
    assert run("build")[0] == 0
    assert run("check", "--output")[0] == 0
    (project / "output" / "north" / "index.html").write_text("<p>{{ name }}</p>", encoding="utf-8")
    code, out, _ = run("check", "--output")
    assert (code, "leaked-markup" in out) == (1, True)
    elsewhere = tmp_path / "elsewhere"
    assert run("build", "--output", str(elsewhere))[0] == 0
    assert run("check", "--output", str(elsewhere))[0] == 0


def test_with_output_accessibility_is_told_at_the_line_of_the_markdown(project: Path, run: Run) -> None:
    page = project / "associations/south/pages/index.md"
    page.write_text(
        "---\ntitle: South\n---\n\n## We\n\n#### Meet\n\nTo join us [click here](https://example.org/join).\n",
        encoding="utf-8",
    )
    run("build")
    out = run("check", "--output")[1]
    assert "associations/south/pages/index.md:7:1: warning" in out
    assert "[heading-skipped]" in out
    assert "associations/south/pages/index.md:9:12: warning" in out
    assert "[vague-link]" in out
