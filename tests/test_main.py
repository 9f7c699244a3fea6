"""The command line as people and programs meet it: a process, its two outputs and its exit code."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import SMALL_NETWORK
from tests.conftest import MakeNetwork
from tests.running import TODAY, build, chapterhouse, environment, own_network

RECORD = "associations/north/association.yaml"
BROKEN = {RECORD: "name: North Club\nwebiste: https://north.example/\n"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small network, built; tests leave it as it is."""
    root = tmp_path_factory.mktemp("main") / "network"
    for name, text in SMALL_NETWORK.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    assert build(root).code == 0
    return root


def test_the_report_alone_is_on_standard_output(make_network: MakeNetwork, tmp_path: Path) -> None:
    run = build(make_network(tmp_path, {}))
    assert (run.code, run.out) == (0, "3 sites published, 3 rebuilt, 0 unchanged\n")
    assert run.err.splitlines()[-1] == "publishing"


def test_programs_get_json(make_network: MakeNetwork, tmp_path: Path) -> None:
    run = build(make_network(tmp_path, BROKEN), "--format", "json")
    report = json.loads(run.out)
    assert (run.code, run.err) == (1, "")
    assert (report["exit_code"], report["errors"], report["published"]) == (1, 1, 2)
    assert {line["site"]: line["action"] for line in report["sites"]} == {
        "hub": "build",
        "north": "hold",
        "south": "build",
    }
    assert report["diagnostics"] == [
        {
            "code": "unknown-field",
            "severity": "error",
            "message": 'unknown field "webiste"',
            "hint": 'did you mean "website"?',
            "path": RECORD,
            "line": 2,
            "column": 1,
            "site": None,
        }
    ]


def test_a_git_host_gets_annotations(make_network: MakeNetwork, tmp_path: Path) -> None:
    run = chapterhouse(make_network(tmp_path, BROKEN), "check", "--format", "github")
    first, last = run.out.splitlines()
    assert first == (
        f"::error file={RECORD},line=2,col=1,title=unknown-field"
        '::unknown field "webiste" (did you mean "website"?)'
    )
    assert (run.code, last) == (1, "1 error in 2 sites")


def test_the_format_of_one_report_is_not_that_of_the_next(small: Path) -> None:
    for words in (["--format", "json"], [], ["--format", "json"], ["--format=github"]):
        run = build(small, *words)
        assert run.out.startswith("{") == ("json" in words)


@pytest.mark.parametrize("output", [".", "..", "content", "content/hub", "associations", ".chapterhouse/x"])
def test_an_output_folder_with_a_persons_own_files_is_refused(output: str, small: Path) -> None:
    before = sorted(path for path in small.rglob("*") if ".chapterhouse" not in path.parts)
    run = chapterhouse(small, "build", "--today", TODAY, "--output", output, "--clean")
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[-1].endswith(
        "cannot be the output folder: it holds other things than published files"
    )
    assert "Traceback" not in run.err
    assert sorted(path for path in small.rglob("*") if ".chapterhouse" not in path.parts) == before


def test_an_output_that_is_a_file_is_refused(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    run = build(small, "--output", str(tmp_path / "file"))
    assert run.code == 2
    assert run.err.splitlines()[-1].endswith("cannot be the output folder: it is a file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_folder_without_settings_is_no_network(tmp_path: Path) -> None:
    run = build(tmp_path)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "There is no pelican.conf.py in" in run.err


@pytest.mark.parametrize(
    "words", [["build", "--today", "soon"], ["biuld"], ["build", "--frmat", "json"], ["build", "x"]]
)
def test_words_that_make_no_sense_are_the_operators_mistake(words: list[str], small: Path) -> None:
    run = chapterhouse(small, *words)
    assert (run.code, run.out) == (2, "")
    assert "error: " in run.err
    assert "Traceback" not in run.err


def test_the_nearest_command_is_named(small: Path) -> None:
    assert chapterhouse(small, "biuld").err == 'error: there is no command "biuld"; did you mean "build"?\n'


@pytest.mark.parametrize("command", ["build", "check", "plan"])
def test_a_reader_that_goes_away_is_no_defect(
    command: str, make_network: MakeNetwork, tmp_path: Path
) -> None:
    check_closed_pipe(make_network(tmp_path, BROKEN), command)


def test_a_reader_that_goes_away_from_old_words_is_no_defect(small: Path) -> None:
    assert build(small).code == 0
    check_closed_pipe(small, "build", "--today", TODAY)


def check_closed_pipe(project: Path, *words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "chapterhouse", *words],
        cwd=project,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.returncode in (1, 141)


def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    project = own_network(tmp_path / "network")
    process = subprocess.Popen(
        [sys.executable, "-m", "chapterhouse", "build", "--today", TODAY],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    first = process.stderr.readline()
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert first.startswith("reading")
    assert (process.returncode, out) == (130, "")
    told = [line for line in err.splitlines() if not re.match(r"(reading|rendering|publishing)", line)]
    assert told == ["", "Stopped. Nothing is half-written; the next build takes up from here."]
    assert build(project).code == 0


def test_what_was_printed_arrives_though_the_process_ends_at_once() -> None:
    program = (
        "import chapterhouse.__main__ as m, sys\n"
        "sys.argv = ['chapterhouse', 'explain', 'unknown-field']\n"
        "m.leave()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "unknown-field" in done.stdout


def test_a_process_with_something_still_to_do_is_not_ended() -> None:
    program = (
        "import chapterhouse.__main__ as m, sys, threading\n"
        "sys.argv = ['chapterhouse', 'explain', 'unknown-field']\n"
        "threading.Thread(target=lambda: (threading.main_thread().join(), print('done'))).start()\n"
        "m.leave()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.endswith("done\n")
