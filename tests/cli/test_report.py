"""`chapterhouse report`."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_line_for_each_association(run: Run, project: Path) -> None:
    code, out, err = run("report", "--today", "2026-05-17")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()[1:3]] == ["north", "south"]
    assert "2 associations on 2026-05-17; of these:" in out


def test_a_held_site_is_told_and_the_exit_code_says_so(run: Run, project: Path) -> None:
    record = project / "associations" / "north" / "association.yaml"
    record.write_text("name: North Club\nwebiste: https://north.example/\n", encoding="utf-8")
    code, out, _ = run("report", "north")
    assert code == 1
    assert 'the site is held: unknown field "webiste"' in out
    assert "associations/north/association.yaml:2:1" in out


def test_an_unreadable_record_is_there_too(run: Run, project: Path) -> None:
    (project / "associations" / "north" / "association.yaml").write_text("name: [\n", encoding="utf-8")
    code, out, _ = run("report", "--format", "json")
    rows = {row["slug"]: row for row in json.loads(out)["associations"]}
    assert code == 1
    assert (rows["north"]["held"], rows["south"]["held"]) == (True, False)


def test_an_unknown_name_is_one_sentence(run: Run, project: Path) -> None:
    assert run("report", "nroth") == (
        2,
        "",
        'error: there is no association "nroth"; did you mean "north"?\n',
    )


def test_a_network_that_cannot_be_read_is_one_sentence(run: Run, project: Path) -> None:
    (project / "content" / "hub" / "network.yaml").write_text("name: [\n", encoding="utf-8")
    code, _, err = run("report")
    assert code == 2
    assert err.startswith("error: the network's own record cannot be read")
