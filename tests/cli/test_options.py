"""The command line as a whole."""

import argparse
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chapterhouse
from chapterhouse import cli
from chapterhouse.cli import COMMANDS, DEVELOPERS, command, main
from chapterhouse.cli._options import Given, Option, read_plainly
from chapterhouse.cli._parser import make_parser
from chapterhouse.diagnostics import ChapterhouseError
from tests.cli.conftest import Run


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"chapterhouse {chapterhouse.__version__}\n", "")


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_help_lists_every_command(run: Run, words: tuple[str, ...]) -> None:
    code, out, _ = run(*words)
    assert code == 0
    for name in COMMANDS:
        assert re.search(rf"^    {name}(?: |$)", out, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_names_every_option(run: Run, name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    for option in command(name).OPTIONS:
        assert (option.metavar or option.name if option.positional else f"--{option.name}") in out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_words_and_a_name_of_its_own(name: str) -> None:
    options = command(name).OPTIONS
    assert len({option.name for option in options}) == len(options)
    for option in options:
        assert option.help, option.name
        assert option.help.endswith("...") or not option.help.endswith("."), option.name


def test_a_misspelt_command_is_one_sentence(run: Run) -> None:
    assert run("biuld") == (2, "", 'error: there is no command "biuld"; did you mean "build"?\n')
    assert run("zzzz") == (2, "", 'error: there is no command "zzzz"\n')


def test_an_unknown_option_is_told_with_the_usage(run: Run) -> None:
    code, _, err = run("plan", "--srtict")
    assert code == 2
    assert "unrecognized arguments: --srtict" in err


def test_a_wrong_choice_names_the_right_ones(run: Run) -> None:
    code, _, err = run("check", "--format", "xml")
    assert code == 2
    assert "choose from" in err
    assert "github" in err


class Fake:
    """A command that does as it is told."""

    OPTIONS = (
        Option(name="what", help="what", positional=True, default=None),
        Option(name="more", help="more", positional=True),
        Option(name="strict", help="strict", default=False),
        Option(name="no-browser", help="no browser", default=False),
        Option(name="jobs", help="jobs", default=0),
        Option(name="to", help="to", metavar="DIR"),
    )

    def __init__(self) -> None:
        self.seen: list[Given] = []
        self.problem: BaseException | None = None

    def run(self, options: Given) -> int:
        self.seen.append(options)
        if self.problem:
            raise self.problem
        return 1


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    found = Fake()
    monkeypatch.setattr(cli, "command", lambda _: found)
    return found


def test_options_become_values(fake: Fake) -> None:
    assert main(["plan", "page", "--strict", "--jobs", "3", "--to", "there"]) == 1
    (seen,) = fake.seen
    assert vars(seen) == {
        "what": "page",
        "more": "",
        "strict": True,
        "no_browser": False,
        "jobs": 3,
        "to": "there",
        "edited": "",
    }


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (ChapterhouseError("There is no network here."), 2, "error: There is no network here.\n"),
        (
            KeyboardInterrupt(),
            130,
            "\nStopped. Nothing is half-written; the next build takes up from here.\n",
        ),
    ],
)
def test_the_operators_mistakes_are_one_line(
    fake: Fake, capsys: pytest.CaptureFixture[str], problem: BaseException, code: int, words: str
) -> None:
    fake.problem = problem
    assert main(["plan", "page"]) == code
    assert capsys.readouterr() == ("", words)


def test_a_defect_keeps_its_traceback(fake: Fake) -> None:
    fake.problem = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        main(["plan", "page"])


def test_the_developers_commands_are_invokes(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    def remember(words: list[str], **_: Any) -> argparse.Namespace:
        called.append(words[1:])
        return argparse.Namespace(returncode=3)

    monkeypatch.setattr("subprocess.run", remember)
    assert main(["lint"]) == 3
    assert called == [["-m", "quality.lint"]]
    assert set(DEVELOPERS).isdisjoint(COMMANDS)


OPTIONS = (
    "--strict",
    "--jobs",
    "--jobs=3",
    "--format",
    "--output",
    "--output=",
    "--out",
    "--today=2026-01-02",
    "--strict=1",
)
VALUES = ("json", "text", "2", "out", "x", "\u0663", "1.5", "1/2", "-1", "--", "--shard", "--no-such")


@given(st.lists(st.sampled_from([*OPTIONS, *VALUES, ""]), max_size=5))
@pytest.mark.parametrize("name", ["build", "check", "schema", "serve", "new"])
def test_what_is_read_plainly_is_what_argparse_reads(name: str, words: list[str]) -> None:
    plain = read_plainly(command(name).OPTIONS, words)
    if plain is not None:
        assert vars(make_parser({name: command(name)}).parse_args([name, *words], Given())) == plain


def test_what_nearly_everybody_writes_is_read_plainly() -> None:
    plain = read_plainly(
        command("build").OPTIONS, ["--project", "here", "--jobs=2", "--format", "json", "--strict"]
    )
    assert plain is not None
    assert (plain["project"], plain["jobs"], plain["format"], plain["strict"]) == ("here", 2, "json", True)
    assert read_plainly(command("build").OPTIONS, ["--jobs", "many"]) is None
