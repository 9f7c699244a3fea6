"""`chapterhouse new`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DONE = "Open it and fill it in; `chapterhouse check` tells what is missing.\n"


def test_a_new_page(project: Path, run: Run) -> None:
    assert run("new", "page", "north", "--title", "Our history") == (
        0,
        f"associations/north/pages/our-history.md\n{DONE}",
        "",
    )
    text = (project / "associations/north/pages/our-history.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Our history\n# ")
    assert text.endswith("\n---\n\nWrite here.\n")


def test_a_new_event_of_the_hub(project: Path, run: Run) -> None:
    code, out, _ = run("new", "event", "hub", "--title", "Spring meeting", "--date", "2027-05-12T18:30")
    assert (code, out) == (0, f"content/hub/events/spring-meeting.md\n{DONE}")
    text = (project / "content/hub/events/spring-meeting.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Spring meeting\nstart: 2027-05-12 18:30\n# ")


def test_a_new_association(project: Path, run: Run) -> None:
    code, out, _ = run("new", "association", "door-county", "--title", "Door County: the club")
    folder = "associations/door-county"
    assert (code, out) == (0, f"{folder}/association.yaml\n{folder}/pages/index.md\n{DONE}")
    record = (project / folder / "association.yaml").read_text(encoding="utf-8")
    assert 'name: "Door County: the club"\n' in record


def test_a_new_association_is_named_after_its_folder(project: Path, run: Run) -> None:
    assert run("new", "association", "door-county")[0] == 0
    record = (project / "associations/door-county/association.yaml").read_text(encoding="utf-8")
    assert "name: Door County\n" in record


def test_the_files_name_may_be_given(project: Path, run: Run) -> None:
    assert run("new", "page", "north", "--title", "日本", "--name", "about/japan")[0] == 0
    assert (project / "associations/north/pages/about/japan.md").is_file()


def test_another_folder_may_be_the_project(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "person", "north", "--title", "Treasurer", "--project", str(project))[0] == 0
    assert (project / "associations/north/people/treasurer.md").is_file()


def test_nothing_is_ever_overwritten(project: Path, run: Run) -> None:
    page = project / "associations/north/pages/index.md"
    before = page.read_bytes()
    assert run("new", "page", "north", "--name", "index") == (
        2,
        "",
        "error: index.md exists already in pages; nothing was changed.\n",
    )
    assert run("new", "association", "north")[2] == (
        "error: associations/north exists already; nothing was changed.\n"
    )
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("pgae", "north"), 'There is no kind "pgae"; did you mean "page"?'),
        (
            ("zzz", "north"),
            'There is no kind "zzz"; there are association, event, news, page, person and resource.',
        ),
        (("page", "norht"), 'There is no association "norht"; did you mean "north"?'),
        (
            ("page", "../north"),
            'There is no association "../north"; did you mean "north"?',
        ),
        (
            ("page", "zzz"),
            'There is no association "zzz"; its folder\'s name in associations/ is needed.',
        ),
        (
            ("page", "north", "--title", "日本"),
            '"" cannot stand in a web address; give --name with the letters a to z, digits and hyphens.',
        ),
        (
            ("page", "north", "--name", "../x"),
            '"../x" cannot stand in a web address; give --name with the letters a to z, digits and hyphens.',
        ),
        (("news", "north"), 'A date is needed: --date "2027-05-12".'),
        (("event", "north"), 'A date is needed: --date "2027-05-12" or --date "2027-05-12 18:30".'),
        (
            ("news", "north", "--date", "12 May"),
            '--date: "12 May" is not a date such as "2026-05-17" (year, month, day).',
        ),
        (("association", "Door County"), '"Door County" cannot stand in a web address; "door-county" can.'),
        (
            ("association", "日本"),
            '"日本" cannot stand in a web address; letters a to z, digits and hyphens can.',
        ),
    ],
)
def test_the_operators_mistakes_are_one_sentence(
    project: Path, run: Run, words: tuple[str, ...], complaint: str
) -> None:
    before = sorted(project.rglob("*"))
    assert run("new", *words) == (2, "", f"error: {complaint}\n")
    assert sorted(project.rglob("*")) == before
