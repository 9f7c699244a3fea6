"""Entries whose files are as they were are taken over, and nothing else is."""

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chapterhouse.load.markdown import render
from chapterhouse.load.taken_over import FolderJob
from chapterhouse.pages import read_pages
from chapterhouse.record import Record
from chapterhouse.scan import scan_folder
from tests.load.conftest import Load
from tests.load.test_folder import NORTH, facts
from tests.load.told import codes


def test_only_the_edited_entry_is_read_again(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(NORTH)
    read: list[str] = []

    def spy(text: str, *, path: str, **further: Any) -> object:
        read.append(path)
        return render(text, path=path, **further)

    monkeypatch.setattr("chapterhouse.load.entries.render", spy)
    edit = {"news/fair.md": "---\ntitle: Big fair\ndate: 2026-05-17\n---\n\nMore words than before.\n"}
    second = load(edit, previous=first)
    assert read == ["associations/north/news/fair.md"]
    assert facts(second) == facts(load())


def test_unchanged_front_matter_and_an_unchanged_record_are_not_read_again(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(NORTH)

    def refuse(*_: object) -> None:
        raise AssertionError

    edit = {"news/fair.md": str(NORTH["news/fair.md"]) + "\nMore words than before.\n"}
    with monkeypatch.context() as patch:
        patch.setattr("chapterhouse.load.fields.read_fields", refuse)
        patch.setattr("chapterhouse.load.records.read_association", refuse)
        second = load(edit, previous=first)
    assert facts(second) == facts(load())
    assert read_pages(second) != read_pages(first)


def test_an_edited_record_and_one_with_mistakes_are_read_again(load: Load) -> None:
    first = load(NORTH)
    edited = load({"association.yaml": "name: Northern Club\n"}, previous=first)
    assert isinstance(edited.record, Record) and edited.record.name == "Northern Club"
    wrong = load({"association.yaml": "name: North Club\nunconfirmed: [webiste]\n"}, previous=first)
    again = load({"pages/plan.md": "---\ntitle: Plan\n---\n"}, previous=wrong)
    assert codes(wrong.diagnostics) == codes(again.diagnostics) == ["unknown-field"]
    assert facts(again) == facts(load())


def test_an_edited_body_brings_neither_the_yaml_reader_nor_pydantic(load: Load, tmp_path: Path) -> None:
    edit = {"news/fair.md": str(NORTH["news/fair.md"]) + "\nMore words than before.\n"}
    first = load(NORTH)
    load(edit)
    job = FolderJob(
        name=first.name,
        root=tmp_path,
        digests=scan_folder(str(tmp_path / first.name)).digests,
        bodies=tmp_path / "bodies",
        previous=first,
    )
    (tmp_path / "job").write_bytes(pickle.dumps(job))
    program = (
        "import pickle, sys\n"
        "from chapterhouse.load.folder import load_folder\n"
        f"load_folder(pickle.load(open({str(tmp_path / 'job')!r}, 'rb')))\n"
        "print(*sorted({'yaml', 'pydantic', 'nh3', 'difflib', 'markdown'} & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "\n"


def test_entries_with_diagnostics_are_read_again(load: Load) -> None:
    first = load({**NORTH, "pages/x.md": "---\ntitle: x\n---\n[y](y.md)\n"})
    assert codes(first.diagnostics) == ["broken-link"]
    second = load({"pages/y.md": "---\ntitle: y\n---\n"}, previous=first)
    assert second.diagnostics == ()
    assert facts(second) == facts(load())


@pytest.mark.parametrize("content", [None, b"", b"short"])
def test_lost_bodies_are_made_again(load: Load, tmp_path: Path, content: bytes | None) -> None:
    first = load(NORTH)
    file = tmp_path / "bodies" / first.bodies
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    assert facts(load(previous=first)) == facts(first)
    assert len(file.read_bytes()) == sum(first.pages_at)


def test_another_main_language_changes_every_address(load: Load) -> None:
    first = load(NORTH)
    second = load({"association.yaml": "name: North Club\nlanguages: [es]\n"}, previous=first)
    assert facts(second) == facts(load())
    assert {entry.language for entry in read_pages(second).entries} == {"es"}


def test_a_link_that_a_deletion_breaks_is_told_where_it_stands(load: Load, tmp_path: Path) -> None:
    first = load(
        {
            **NORTH,
            "pages/x.md": "---\ntitle: x\n---\n\nSee [the plan](y.md).\n",
            "pages/y.md": "---\ntitle: y\n---\n",
        }
    )
    assert first.diagnostics == ()
    (tmp_path / first.name / "pages" / "y.md").unlink()
    (problem,) = load(previous=first).diagnostics
    assert (problem.code, str(problem.location)) == ("broken-link", "associations/north/pages/x.md:5:5")
