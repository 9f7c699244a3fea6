"""`chapterhouse schema`."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_schemas_are_written(project: Path, run: Run) -> None:
    code, out, _ = run("schema")
    folder = project / ".chapterhouse/schema"
    written = sorted(folder.glob("*.json"))
    assert code == 0
    assert sorted(out.splitlines()) == [str(path) for path in written]
    assert {"association.schema.json", "network.schema.json", "page.schema.json"} <= {p.name for p in written}
    for path in written:
        assert json.loads(path.read_text(encoding="utf-8"))["type"] == "object"


def test_another_folder(project: Path, tmp_path: Path, run: Run) -> None:
    assert run("schema", "--to", str(tmp_path / "there"))[0] == 0
    assert (tmp_path / "there" / "event.schema.json").is_file()


def test_one_schema_is_printed_with_the_networks_vocabulary(project: Path, run: Run) -> None:
    record = "name: Network\nkinds:\n  club: {label: Club}\n"
    (project / "content/hub/network.yaml").write_text(record, encoding="utf-8")
    code, out, _ = run("schema", "--print", "association")
    assert code == 0
    assert json.loads(out)["properties"]["kind"]["anyOf"][0] == {"enum": ["club"]}
    assert not (project / ".chapterhouse").exists()


def test_a_network_record_that_cannot_be_read_allows_every_word(project: Path, run: Run) -> None:
    (project / "content/hub/network.yaml").write_text("name: [", encoding="utf-8")
    code, out, _ = run("schema", "--print", "association")
    assert code == 0
    assert json.loads(out)["properties"]["kind"]["anyOf"][0]["type"] == ["string", "number"]


def test_an_unknown_name_is_one_sentence(project: Path, run: Run) -> None:
    assert run("schema", "--print", "evnt") == (
        2,
        "",
        'error: There is no schema "evnt"; did you mean "event"?\n',
    )
