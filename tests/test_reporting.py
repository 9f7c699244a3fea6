"""How a report is told."""

import io
import json
from pathlib import Path

import pytest

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.report import Action, Report, SiteLine
from chapterhouse.reporting import Progress, annotation, day, render, summary, text_lines

RECORD = "associations/wi-aimh/association.yaml"


def report(*diagnostics: Diagnostic, command: str = "check", **more: object) -> Report:
    return Report(command=command, diagnostics=diagnostics, **more)  # type: ignore[arg-type]


def at(line: int = 0, column: int = 0, length: int = 1, path: str = RECORD, **more: object) -> Diagnostic:
    values = {"code": "unknown-field", "message": 'unknown field "webiste"', **more}
    return Diagnostic(location=Location(path, line, column, length), **values)  # type: ignore[arg-type]


def excerpt(root: Path, text: str, line: int, column: int, length: int = 1) -> list[str]:
    (root / "a.md").write_text(text, encoding="utf-8", newline="")
    return list(text_lines(report(at(line, column, length, "a.md")), root))[1:]


def test_the_terminals_voice_is_that_of_the_design(tmp_path: Path) -> None:
    path = tmp_path / RECORD
    path.parent.mkdir(parents=True)
    path.write_text("name: Wisconsin\n" * 6 + "webiste: https://wiaimh.org/\n")
    shown = list(text_lines(report(at(7, 1, 7, hint='did you mean "website"?')), tmp_path))
    assert shown == [
        'associations/wi-aimh/association.yaml:7:1: error: unknown field "webiste" [unknown-field]',
        "    7 | webiste: https://wiaimh.org/",
        "      | ^^^^^^^",
        '    hint: did you mean "website"?',
    ]


def test_a_hint_of_several_lines_is_set_in(tmp_path: Path) -> None:
    assert list(text_lines(report(at(hint="write:\n- a")), tmp_path))[1:] == [
        "    hint: write:",
        "          - a",
    ]


def test_a_diagnostic_of_another_site_names_it(tmp_path: Path) -> None:
    lines = [*text_lines(report(at(site="north"), at(site="")), tmp_path)]
    assert [line.rpartition("[unknown-field]")[2] for line in lines] == [" (site: north)", " (site: hub)"]


def test_a_line_without_a_column_is_shown_without_a_mark(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "one\ntwo\n", 2, 0) == ["    2 | two"]


def test_a_file_without_a_line_is_not_shown(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "one\n", 0, 0) == []


def test_a_missing_file_and_a_missing_line_have_no_excerpt(tmp_path: Path) -> None:
    assert list(text_lines(report(at(3, 1)), tmp_path))[1:] == []
    assert excerpt(tmp_path, "one\n", 2, 1) == []


def test_a_tab_is_one_column_and_one_space(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "\tname:\tx\n", 1, 8) == ["    1 |  name: x", "      |        ^"]


def test_wide_characters_take_two_columns(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "名前: webiste\n", 1, 5, 7) == ["    1 | 名前: webiste", "      |       ^^^^^^^"]
    assert excerpt(tmp_path, "ab 名前\n", 1, 4, 2) == ["    1 | ab 名前", "      |    ^^^^"]


def test_an_astral_character_is_one_character(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "🌙 moon\n", 1, 3, 4) == ["    1 | 🌙 moon", "      |    ^^^^"]
    assert excerpt(tmp_path, "𝒜 b\n", 1, 3) == ["    1 | 𝒜 b", "      |   ^"]


def test_combining_marks_take_no_column(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "e\u0301 b\n", 1, 4) == ["    1 | e\u0301 b", "      |   ^"]


def test_a_long_line_is_cut_around_the_mark(tmp_path: Path) -> None:
    line, mark = excerpt(tmp_path, "x" * 200 + "!" + "y" * 200 + "\n", 1, 201)
    assert line == "    1 | " + "x" * 60 + "!" + "y" * 49
    assert mark.index("^") == line.index("!")


def test_a_mark_does_not_reach_beyond_the_line(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "title: x   \n", 1, 8, 40) == ["    1 | title: x", "      |        ^"]
    assert excerpt(tmp_path, "title:\n", 1, 9) == ["    1 | title:", "      |         ^"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(tmp_path: Path, end: str) -> None:
    text = f"\ufeffone\u2028still one{end}two{end}"
    assert excerpt(tmp_path, text, 2, 1) == ["    2 | two", "      | ^"]


def test_a_file_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    shown = excerpt(tmp_path, "title: \x1b[31mred\u202e\n", 1, 1)
    assert shown[0] == "    1 | title: �[31mred�"
    hostile = at(message="no field \x1b[2J", hint="\x07", path="a\x1b.md")
    assert not any("\x1b" in line or "\x07" in line for line in text_lines(report(hostile), tmp_path))


def test_colours_mark_severity_hint_and_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\n")
    warning = at(1, 1, 3, "a.md", hint="h", severity=Severity.WARNING)
    assert list(text_lines(report(warning), tmp_path, colour=True)) == [
        'a.md:1:1: \x1b[1;33mwarning:\x1b[0m unknown field "webiste" [unknown-field]',
        "    1 | one",
        "      | \x1b[31m^^^\x1b[0m",
        "    \x1b[36mhint:\x1b[0m h",
    ]


def test_a_plan_lists_the_sites_with_their_reasons(tmp_path: Path) -> None:
    lines = (
        SiteLine(slug="", action=Action.BUILD, reasons=("network.yaml was edited", "north was edited")),
        SiteLine(slug="north", action=Action.KEEP),
    )
    assert render(report(command="plan", sites=lines), tmp_path).splitlines() == [
        "build   the hub: network.yaml was edited; north was edited",
        "keep    north",
        "1 to build, 1 to keep",
    ]


def sites(**counts: int) -> tuple[SiteLine, ...]:
    names = (chr(ord("a") + number) for number in range(100))
    return tuple(
        SiteLine(slug=next(names), action=Action(action)) for action in counts for _ in range(counts[action])
    )


def test_the_last_line_of_a_check() -> None:
    assert summary(report(sites=sites(build=2))) == "no problems in 2 sites"
    found = report(at(), at(severity=Severity.WARNING), sites=sites(build=1))
    assert summary(found) == "1 error, 1 warning in 1 site"


def test_the_last_line_of_a_build() -> None:
    done = report(command="build", sites=sites(build=2, keep=31), published=33)
    assert summary(done) == "33 sites published, 2 rebuilt, 31 unchanged"


def test_the_last_line_tells_what_is_held_and_from_when() -> None:
    held = (
        SiteLine(slug="wi-aimh", action=Action.HOLD, kept_from="2026-03-03"),
        SiteLine(slug="north", action=Action.HOLD),
    )
    done = report(at(), command="build", sites=(*held, *sites(build=2, keep=30, remove=1)), published=33)
    assert summary(done) == (
        "2 of 34 sites held (wi-aimh keeps its version of 3 March 2026 and north was never published); "
        "33 sites published, 2 rebuilt, 30 unchanged, 1 removed; 1 error"
    )


def test_many_held_sites_are_not_all_named() -> None:
    words = summary(report(command="build", sites=sites(hold=5), published=5))
    assert "(a was never published, b was never published, c was never published and 2 more)" in words


def test_the_last_line_where_strictness_stopped_publishing() -> None:
    words = summary(report(at(), command="build", stopped=True))
    assert words == "1 error: nothing was published, because --strict asks for a network without errors"


def test_days_as_people_say_them() -> None:
    assert day("2026-03-03") == "3 March 2026"
    assert day("2026-12-31") == "31 December 2026"


def test_json_tells_the_same_facts(tmp_path: Path) -> None:
    done = report(
        at(7, 1, 7, hint="h", message="“ü”"),
        command="build",
        published=1,
        sites=(SiteLine(slug="", action=Action.HOLD, reasons=("r",), kept_from="2026-03-03"),),
    )
    text = render(done, tmp_path, format="json")
    assert "“ü”" in text
    assert json.loads(text) == {
        "command": "build",
        "exit_code": 1,
        "errors": 1,
        "warnings": 0,
        "stopped": False,
        "published": 1,
        "files_written": 0,
        "files_removed": 0,
        "sites": [{"site": "hub", "action": "hold", "reasons": ["r"], "kept_from": "2026-03-03"}],
        "diagnostics": [
            {
                "code": "unknown-field",
                "severity": "error",
                "message": "“ü”",
                "hint": "h",
                "path": RECORD,
                "line": 7,
                "column": 1,
                "site": None,
            }
        ],
    }


def test_annotations_stand_beside_their_line() -> None:
    assert annotation(at(7, 1, 7, hint="mend it")) == (
        "::error file=associations/wi-aimh/association.yaml,line=7,col=1,title=unknown-field::"
        'unknown field "webiste" (mend it)'
    )
    assert annotation(at(severity=Severity.WARNING)).startswith(f"::warning file={RECORD},title=")


def test_annotations_escape_what_the_host_would_read() -> None:
    words = annotation(at(3, path="a,b:c%.md", message="50% off:\r\n::error::no", code="x"))
    assert words == "::error file=a%2Cb%3Ac%25.md,line=3,title=x::50%25 off:%0D%0A::error::no"
    assert "\n" not in words


def test_annotations_end_with_the_summary(tmp_path: Path) -> None:
    assert render(report(at(), sites=sites(build=1)), tmp_path, format="github").splitlines()[-1] == (
        "1 error in 1 site"
    )


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_a_bar_on_a_terminal() -> None:
    stream = Terminal()
    with Progress(stream=stream) as progress:
        progress.show("building", 1, 2)
    assert stream.getvalue() == f"\r\x1b[Kbuilding [{'#' * 15}{'.' * 15}] 1/2\r\x1b[K"


def test_progress_is_a_line_for_each_step_elsewhere() -> None:
    stream = io.StringIO()
    with Progress(stream=stream) as progress:
        progress.show("reading")
        progress.show("building", 1, 2)
        progress.show("building", 2, 2)
    assert stream.getvalue() == "reading\nbuilding (2)\n"


def test_quiet_progress_says_nothing() -> None:
    stream = io.StringIO()
    with Progress(quiet=True, stream=stream) as progress:
        progress.show("reading")
    assert stream.getvalue() == ""
