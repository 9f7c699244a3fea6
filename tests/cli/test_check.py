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
